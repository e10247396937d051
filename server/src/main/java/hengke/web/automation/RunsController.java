package hengke.web.automation;

import hengke.automation.Automation;
import hengke.automation.LiveAutomations;
import hengke.automation.RunChanges;
import hengke.automation.RunLog;
import hengke.automation.Step;
import hengke.capability.flow.Branching;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.records.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What automations have done: run by run for administrators, and on a record for whoever sees it. */
@RestController
@RequestMapping("/api/workflows")
final class RunsController {
    static final List<String> STATUSES = List.of("live", "done", "failed", "stopped");
    private static final int PAGE = 50;

    private final RunLog log;
    private final RunChanges changes;
    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final Reading reading;
    private final Access access;
    private final DSLContext database;

    RunsController(
            RunLog log,
            RunChanges changes,
            LiveAutomations automations,
            LiveCatalog catalog,
            Reading reading,
            Access access,
            DSLContext database) {
        this.log = log;
        this.changes = changes;
        this.automations = automations;
        this.catalog = catalog;
        this.reading = reading;
        this.access = access;
        this.database = database;
    }

    /** Newest first; {@code before} is the id after which to go on. */
    @GetMapping("/{id}/runs")
    Map<String, Object> runs(
            Actor actor,
            Language language,
            @PathVariable("id") long id,
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        access.requireAdministrator(actor);
        Automation automation = automations.find(id).orElseThrow(Refusal.NotFound::new);
        if (status != null && !STATUSES.contains(status)) {
            throw Refusal.Invalid.at("status", Message.of("web.unknownKey", status, String.join(", ", STATUSES)));
        }
        List<RunLog.Entry> page = log.page(id, status, before, PAGE);
        Map<Long, String> titles = titles(actor, automation.object(), page);
        Map<String, Object> answer = new HashMap<>();
        answer.put(
                "items",
                page.stream()
                        .map(entry -> WorkflowJson.RunJson.of(entry, titles, language))
                        .toList());
        answer.put("next", page.size() < PAGE ? null : page.getLast().id());
        return answer;
    }

    /** How many have come to each step of the newest edition. */
    @GetMapping("/{id}/counts")
    Map<String, List<RunLog.Count>> counts(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        Automation automation = automations.find(id).orElseThrow(Refusal.NotFound::new);
        return Map.of("items", log.counts(id, automation.edition()));
    }

    @GetMapping("/runs/{run}")
    WorkflowJson.RunWithSteps run(Actor actor, Language language, @PathVariable("run") long run) {
        access.requireAdministrator(actor);
        RunLog.Entry entry = log.find(run).orElseThrow(Refusal.NotFound::new);
        Optional<Automation> automation = automations.edition(database, entry.automation(), entry.edition());
        Map<String, Step> steps = automation.stream()
                .flatMap(each -> Branching.all(each.plan().nodes()))
                .collect(Collectors.toMap(Step::id, step -> step, (one, _) -> one));
        Map<Long, String> titles = titles(actor, entry.object(), List.of(entry));
        return new WorkflowJson.RunWithSteps(
                WorkflowJson.RunJson.of(entry, titles, language),
                log.steps(run).stream()
                        .map(taken -> json(taken, steps.get(taken.node()), language))
                        .toList());
    }

    private static WorkflowJson.TakenJson json(RunLog.Taken taken, @Nullable Step step, Language language) {
        return new WorkflowJson.TakenJson(
                taken.node(),
                step == null ? taken.node() : step.name(),
                step == null ? null : step.kind(),
                taken.at(),
                taken.outcome(),
                taken.way(),
                taken.operation(),
                KeptMessage.in(taken.note(), language));
    }

    /** Has a failed run take its step again. */
    @PostMapping("/runs/{run}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(Actor actor, @PathVariable("run") long run) {
        access.requireAdministrator(actor);
        changes.again(actor, run);
    }

    /** Gives a failed run up. */
    @PostMapping("/runs/{run}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Actor actor, @PathVariable("run") long run) {
        access.requireAdministrator(actor);
        changes.dismiss(actor, run);
    }

    /** Which automations have acted on a record, or act on it now. */
    @GetMapping("/of/{object}/{record}")
    Map<String, List<WorkflowJson.ActedJson>> of(
            Actor actor, @PathVariable("object") String name, @PathVariable("record") long record) {
        ObjectDefinition object = reading.object(actor, name);
        reading.row(actor, object, record);
        Map<Long, List<Long>> operations = log.operations(name, record);
        return Map.of(
                "items",
                log.of(name, record, PAGE).stream()
                        .map(entry -> new WorkflowJson.ActedJson(
                                entry.id(),
                                entry.name(),
                                entry.status(),
                                entry.reason(),
                                entry.startedAt(),
                                entry.endedAt(),
                                entry.object().equals(name) && entry.record() == record,
                                operations.getOrDefault(entry.id(), List.of())))
                        .toList());
    }

    private Map<Long, String> titles(Actor actor, String name, List<RunLog.Entry> entries) {
        Map<Long, String> titles = new HashMap<>();
        ObjectDefinition object = catalog.current().find(name).orElse(null);
        if (object == null) {
            return titles;
        }
        Set<Long> records = entries.stream().map(RunLog.Entry::record).collect(Collectors.toSet());
        reading.titles(actor, object, records).forEach(row -> {
            Object title = reading.title(actor, object, row);
            if (title != null) {
                titles.put(row.id(), title.toString());
            }
        });
        return titles;
    }
}
