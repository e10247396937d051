package hengke.web.automation;

import hengke.automation.Automation;
import hengke.automation.AutomationChanges;
import hengke.automation.LiveAutomations;
import hengke.automation.Offers;
import hengke.automation.Plan;
import hengke.automation.PlanCheck;
import hengke.automation.Plans;
import hengke.automation.RunLog;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Command;
import hengke.kernel.records.Commands;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes by itself, as administrators draw it. */
@RestController
@RequestMapping("/api/workflows")
final class WorkflowsController {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();
    private static final List<String> PLAN = List.of("trigger", "when", "again", "nodes");

    private final LiveAutomations automations;
    private final AutomationChanges changes;
    private final PlanCheck check;
    private final RunLog runs;
    private final Offers offers;
    private final Rehearsing rehearsing;
    private final Commands commands;
    private final Access access;
    private final PlanNames names;

    WorkflowsController(
            LiveAutomations automations,
            AutomationChanges changes,
            PlanCheck check,
            RunLog runs,
            Offers offers,
            Rehearsing rehearsing,
            Commands commands,
            Access access,
            PlanNames names) {
        this.automations = automations;
        this.changes = changes;
        this.check = check;
        this.runs = runs;
        this.offers = offers;
        this.rehearsing = rehearsing;
        this.commands = commands;
        this.access = access;
        this.names = names;
    }

    @GetMapping
    Map<String, Object> all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        Map<Long, RunLog.Tally> tallies = runs.tallies();
        return Map.of(
                "items",
                automations.all().stream()
                        .map(each -> json(actor, each, tallies.get(each.id()), language))
                        .toList(),
                "objects",
                changes.objects().stream()
                        .map(object -> new WorkflowJson.ObjectJson(
                                object.name(),
                                object.label().in(language),
                                commands(object, language),
                                check.happenings(object).stream()
                                        .map(each -> new WorkflowJson.EventJson(
                                                each.name(), each.label().in(language)))
                                        .toList()))
                        .toList(),
                "offers",
                offers.all().stream()
                        .map(offer -> new WorkflowJson.OfferJson(
                                offer.key(),
                                offer.name().in(language),
                                offer.text().in(language),
                                offer.object(),
                                Plans.json(offer.plan())))
                        .toList());
    }

    private List<WorkflowJson.CommandJson> commands(ObjectDefinition object, Language language) {
        return commands.of(object).stream()
                .filter(command -> command.several() == Command.Several.EACH)
                .map(command -> new WorkflowJson.CommandJson(
                        command.name(),
                        command.label().in(language),
                        !command.input(object).isEmpty()))
                .toList();
    }

    @GetMapping("/{id}")
    ObjectNode one(Actor actor, Language language, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return json(actor, id, language);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String object = body.required("object", NAME).orElse("");
        AutomationChanges.Wanted wanted = wanted(actor, body);
        return json(actor, changes.add(actor, changes.object(object), wanted), language);
    }

    @PutMapping("/{id}")
    ObjectNode change(Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        long version = body.required("version", ID).orElse(0L);
        changes.change(actor, id, version, wanted(actor, body));
        return json(actor, id, language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        changes.remove(actor, id);
    }

    /** Ends what is under way. */
    @PostMapping("/{id}/end")
    Map<String, Integer> end(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return Map.of("ended", changes.end(actor, id));
    }

    /** What a plan, kept or not, would do with a record that is there; changes nothing. */
    @PostMapping("/trial")
    WorkflowJson.RehearsalJson trial(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String name = body.required("object", NAME).orElse("");
        long record = body.required("record", ID).orElse(0L);
        AutomationChanges.Wanted wanted = wanted(actor, body);
        ObjectDefinition object = changes.object(name);
        check.require(changes.acting(wanted.acting()), object, wanted.plan());
        return rehearsing.of(actor, language, object, wanted, record);
    }

    private static AutomationChanges.Wanted wanted(Actor actor, Body body) {
        String name = body.required("name", NAME).orElse("");
        boolean active = body.optional("active", FLAG).orElse(false);
        long acting = body.optional("acting", ID).orElse(actor.user());
        ObjectNode plan = JsonMapper.shared().createObjectNode();
        PLAN.forEach(part -> body.given(part).ifPresent(value -> plan.set(part, value)));
        body.done();
        Plan read = Plans.read(plan);
        return new AutomationChanges.Wanted(name, active, acting, read);
    }

    private ObjectNode json(Actor actor, long id, Language language) {
        Automation automation = automations.find(id).orElseThrow(Refusal.NotFound::new);
        return json(actor, automation, runs.tallies().get(id), language);
    }

    private ObjectNode json(Actor actor, Automation automation, RunLog.@Nullable Tally tally, Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", automation.id())
                .put("object", automation.object())
                .put("name", automation.name())
                .put("active", automation.active())
                .put("edition", automation.edition())
                .put("version", automation.version())
                .put("fault", KeptMessage.in(automation.fault(), language));
        json.putObject("acting").put("id", automation.acting()).put("label", names.person(automation.acting()));
        json.setAll(Plans.json(automation.plan()));
        RunLog.Tally its = tally == null ? new RunLog.Tally(0, 0, 0, 0) : tally;
        json.set("runs", JsonMapper.shared().valueToTree(its));
        json.set("people", names.of(actor, automation));
        return json;
    }
}
