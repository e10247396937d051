package hengke.web.routing;

import hengke.capability.owner.Owned;
import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.routing.Decision;
import hengke.capability.routing.LiveRoutings;
import hengke.capability.routing.Routed;
import hengke.capability.routing.Routing;
import hengke.capability.routing.RoutingChanges;
import hengke.capability.routing.RoutingLog;
import hengke.capability.routing.RoutingTrial;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import hengke.web.records.Reading;
import hengke.web.routing.RoutingJson.DecisionJson;
import hengke.web.routing.RoutingJson.ExampleJson;
import hengke.web.routing.RoutingJson.PersonCountJson;
import hengke.web.routing.RoutingJson.RuleCountJson;
import hengke.web.routing.RoutingJson.TrialJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** By which rules new records find their owners, what these would do, and what they have done. */
@RestController
@RequestMapping("/api/routing")
final class RoutingController {
    private static final int PAGE = 50;
    private static final TextualType WHICH = new TextualType(TextualType.Form.TEXT, 20);
    static final List<String> WHICH_RECORDS = List.of("ownerless", "open");

    private final RoutingChanges changes;
    private final LiveRoutings routings;
    private final RoutingTrial trial;
    private final LivePools pools;
    private final LiveOrganisation organisation;
    private final Reading reading;
    private final Access access;
    private final DSLContext database;
    private final Clock clock;

    RoutingController(
            RoutingChanges changes,
            LiveRoutings routings,
            RoutingTrial trial,
            LivePools pools,
            LiveOrganisation organisation,
            Reading reading,
            Access access,
            DSLContext database,
            Clock clock) {
        this.changes = changes;
        this.routings = routings;
        this.trial = trial;
        this.pools = pools;
        this.organisation = organisation;
        this.reading = reading;
        this.access = access;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping
    Map<String, List<RoutingJson>> all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                changes.objects().stream().map(object -> json(object, language)).toList());
    }

    @GetMapping("/{object}")
    RoutingJson one(Actor actor, Language language, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        return json(changes.object(name), language);
    }

    @PutMapping("/{object}")
    RoutingJson save(
            Actor actor, Language language, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        ObjectDefinition object = changes.object(name);
        Body body = new Body(asked);
        Routing next = RoutingReader.read(body, routings.of(object));
        body.done();
        changes.save(actor, object, next);
        return json(object, language);
    }

    /** Tries rules on records that are there; changes nothing. */
    @PostMapping("/{object}/trial")
    TrialJson trial(Actor actor, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        ObjectDefinition object = changes.object(name);
        Body body = new Body(asked);
        String which = body.optional("which", WHICH).orElse(WHICH_RECORDS.getFirst());
        if (!WHICH_RECORDS.contains(which)) {
            body.refuse("which", Message.of("web.unknownKey", which, String.join(", ", WHICH_RECORDS)));
        }
        Routing next = RoutingReader.read(body, routings.of(object));
        body.done();
        return json(trial.of(actor, object, next, which.equals("ownerless")));
    }

    /** Newest first; {@code before} is the id after which to go on. */
    @GetMapping("/{object}/decisions")
    Map<String, Object> decisions(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        access.requireAdministrator(actor);
        ObjectDefinition object = changes.object(name);
        List<RoutingLog.Entry> page = RoutingLog.page(database, object, before, PAGE);
        Map<String, Object> answer = new HashMap<>();
        answer.put("items", json(actor, object, page));
        answer.put("next", page.size() < PAGE ? null : page.getLast().id());
        return answer;
    }

    /** Why a record is with its owner, for whoever sees both. */
    @GetMapping("/of/{object}/{id}")
    Map<String, List<DecisionJson>> of(Actor actor, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Routed.class)) {
            throw new Refusal.NotFound();
        }
        reading.row(actor, object, id);
        if (!access.right(actor, object, Owned.OWNER).atLeast(FieldRight.READ)) {
            throw new Refusal.NotFound();
        }
        return Map.of("items", json(actor, object, RoutingLog.of(database, object, id, PAGE)));
    }

    private RoutingJson json(ObjectDefinition object, Language language) {
        return RoutingJson.of(
                object, routings.of(object), pools.of(object), organisation.get(), clock.instant(), language);
    }

    private List<DecisionJson> json(Actor actor, ObjectDefinition object, List<RoutingLog.Entry> entries) {
        Map<Long, String> titles = new HashMap<>();
        reading.titles(
                        actor,
                        object,
                        entries.stream().map(RoutingLog.Entry::record).collect(Collectors.toSet()))
                .forEach(row -> {
                    Object title = reading.title(actor, object, row);
                    if (title != null) {
                        titles.put(row.id(), title.toString());
                    }
                });
        Map<Long, String> names = poolNames();
        Organisation now = organisation.get();
        return entries.stream()
                .map(entry -> RoutingJson.decision(entry, titles, names, now))
                .toList();
    }

    private TrialJson json(RoutingTrial.Result result) {
        Organisation now = organisation.get();
        Map<Long, String> names = poolNames();
        List<RuleCountJson> rules = new ArrayList<>();
        result.rules().forEach((rule, count) -> rules.add(new RuleCountJson(rule, count)));
        List<PersonCountJson> people = new ArrayList<>();
        result.people()
                .forEach((person, count) -> people.add(new PersonCountJson(Labelled.person(now, person), count)));
        return new TrialJson(
                result.records(),
                result.whole(),
                rules,
                people,
                result.examples().stream()
                        .map(example -> json(example, names, now))
                        .toList());
    }

    private static ExampleJson json(RoutingTrial.Example example, Map<Long, String> pools, Organisation now) {
        Decision decision = example.decision();
        Routing.Rule rule = decision.rule();
        Long pool = decision.pool();
        Object title = example.title();
        return new ExampleJson(
                example.id(),
                title == null ? null : title.toString(),
                Labelled.personOrNull(now, example.owner()),
                decision.outcome().wire(),
                rule == null ? null : rule.name(),
                Labelled.personOrNull(now, decision.person()),
                pool == null ? null : new Labelled(pool, pools.getOrDefault(pool, "#" + pool)),
                RoutingJson.passed(decision.passed()));
    }

    private Map<Long, String> poolNames() {
        return pools.all().stream().collect(Collectors.toMap(PoolDefinition::id, PoolDefinition::name));
    }
}
