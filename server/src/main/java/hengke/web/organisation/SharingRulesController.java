package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.AccessDifference;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.SharingRule;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.SharingRules;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.web.Body;
import hengke.web.Labelled;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Sharing rules as administrators see and change them. */
@RestController
@RequestMapping("/api/sharing-rules")
final class SharingRulesController {
    /** For so many people it is counted what a rule would open. */
    private static final int EXAMPLES = 5;

    private final LiveOrganisation organisation;
    private final SharingRules rules;
    private final SharingRuleReader reader;
    private final Access access;
    private final LiveCatalog catalog;
    private final DSLContext database;

    SharingRulesController(
            LiveOrganisation organisation,
            SharingRules rules,
            SharingRuleReader reader,
            Access access,
            LiveCatalog catalog,
            DSLContext database) {
        this.organisation = organisation;
        this.rules = rules;
        this.reader = reader;
        this.access = access;
        this.catalog = catalog;
        this.database = database;
    }

    /** What a rule would open: to whom, and how many records that some of them do not see yet. */
    record Opens(Page.Count matching, int people, long withoutRight, List<Opened> examples) {}

    /** @param records null when counting took too long */
    record Opened(Labelled person, Page.@Nullable Count records) {}

    @GetMapping
    Map<String, List<SharingRuleJson>> list(Actor actor) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        return Map.of(
                "items",
                now.sharingRules().stream()
                        .map(rule -> SharingRuleJson.of(now, rule))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SharingRuleJson add(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        return shown(rules.add(actor, read(actor, json, null)));
    }

    @PatchMapping("/{id}")
    SharingRuleJson change(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        SharingRule present = organisation.get().sharingRule(id).orElseThrow(Refusal.NotFound::new);
        rules.change(actor, read(actor, json, present));
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        rules.remove(actor, id);
    }

    @PostMapping("/preview")
    Opens preview(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        long id = body.optional("id", Kinds.ID).orElse(0L);
        SharingRule rule = reader.read(actor, body, null).as(id);
        body.done();
        Organisation now = organisation.get();
        ObjectDefinition object = catalog.current().object(rule.object());
        List<Person> people = now.sharedWith(rule).stream()
                .sorted()
                .flatMap(person -> now.person(person).stream())
                .toList();
        List<Person> able = people.stream()
                .filter(person -> access.may(now.actor(person.id()), object, Verb.READ))
                .toList();
        Access before = access.over(now.with(rule.off()));
        Access after = access.over(now.with(rule));
        List<Opened> examples = able.stream()
                .limit(EXAMPLES)
                .map(person -> new Opened(Labelled.of(person), opened(before, after, object, now.actor(person.id()))))
                .toList();
        Page.Count matching = new Pages(database)
                .count(Selection.of(object, Visibility.EVERYTHING)
                        .where(access.resolve(actor, object, rule.filter()))
                        .counting(Selection.Counting.CAPPED));
        return new Opens(
                matching == null ? new Page.Count(0, true) : matching,
                people.size(),
                people.size() - (long) able.size(),
                examples);
    }

    private Page.@Nullable Count opened(Access before, Access after, ObjectDefinition object, Actor person) {
        return new AccessDifference(database, before, after, List.of(person))
                .of(object, Verb.READ)
                .map(AccessDifference.OfVerb::opened)
                .orElse(new Page.Count(0, true));
    }

    private SharingRule read(Actor actor, ObjectNode json, @Nullable SharingRule present) {
        Body body = new Body(json);
        SharingRule rule = reader.read(actor, body, present);
        body.done();
        return rule;
    }

    private SharingRuleJson shown(long id) {
        Organisation now = organisation.get();
        return SharingRuleJson.of(now, now.sharingRule(id).orElseThrow(Refusal.NotFound::new));
    }
}
