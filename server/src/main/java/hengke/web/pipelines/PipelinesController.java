package hengke.web.pipelines;

import hengke.capability.pipeline.Category;
import hengke.capability.pipeline.LivePipelines;
import hengke.capability.pipeline.Pipeline;
import hengke.capability.pipeline.PipelineChanges;
import hengke.capability.pipeline.Pipelined;
import hengke.capability.pipeline.Pipelines;
import hengke.capability.pipeline.StageLog;
import hengke.capability.pipeline.TaskLog;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The pipelines of the objects that go through one, and the steps a record has made. */
@RestController
final class PipelinesController {
    private static final TextualType KEY = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType TASK = new TextualType(TextualType.Form.TEXT, 200);
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);
    private static final IntegerType DAYS = new IntegerType(1, 3_650);
    private static final ChoiceType CATEGORY = new ChoiceType(Category.options());
    private static final DecimalType RATE =
            new DecimalType(DecimalType.Form.PERCENT, 2, BigDecimal.ZERO, new BigDecimal(100));

    private final LivePipelines live;
    private final PipelineChanges changes;
    private final Reading reading;
    private final Access access;
    private final LiveOrganisation organisation;
    private final DSLContext database;

    PipelinesController(
            LivePipelines live,
            PipelineChanges changes,
            Reading reading,
            Access access,
            LiveOrganisation organisation,
            DSLContext database) {
        this.live = live;
        this.changes = changes;
        this.reading = reading;
        this.access = access;
        this.organisation = organisation;
        this.database = database;
    }

    /** The pipelines of one object. */
    record PipelinesJson(
            String object,
            String pipelineField,
            String stageField,
            String tasksField,
            String amountField,
            String expectedField,
            long version,
            List<PipelineJson> pipelines) {}

    /** One of them, by its option. */
    record PipelineJson(String key, List<StageJson> stages) {}

    /**
     * An open stage, by its option.
     *
     * @param rate in percent
     * @param category how far one counts on what stands in it
     */
    record StageJson(String key, String rate, @Nullable Integer rottingDays, List<TaskJson> tasks, String category) {}

    /**
     * Something to do in a stage, by its option.
     *
     * @param required without it nothing goes on to the next stage
     */
    record TaskJson(String key, boolean required) {}

    /** A task that is done. */
    record TickJson(String task, Instant at, @Nullable String by) {}

    /** One step of a record. */
    record StepJson(
            Instant at,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by) {}

    @GetMapping("/api/pipelines")
    Map<String, List<PipelinesJson>> all(Actor actor) {
        return Map.of(
                "items",
                reading.catalog().objects().stream()
                        .filter(object -> object.has(Pipelined.class) && access.may(actor, object, Verb.READ))
                        .map(this::json)
                        .toList());
    }

    @PutMapping("/api/pipelines/{object}")
    PipelinesJson save(Actor actor, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = pipelined(actor, name);
        Body body = new Body(asked);
        long version = body.required("version", VERSION).orElse(0L);
        List<Pipeline> pipelines = new ArrayList<>();
        for (Body each : body.each("pipelines")) {
            String key = each.required("key", KEY).orElse("");
            List<Pipeline.Stage> stages = new ArrayList<>();
            for (Body stage : each.each("stages")) {
                BigDecimal rate = stage.required("rate", RATE).orElse(BigDecimal.ZERO);
                stages.add(new Pipeline.Stage(
                        stage.required("key", KEY).orElse(""),
                        rate,
                        stage.optional("rottingDays", DAYS)
                                .map(Math::toIntExact)
                                .orElse(null),
                        tasks(stage),
                        stage.optional("category", CATEGORY)
                                .flatMap(Category::of)
                                .orElseGet(() -> Category.of(rate))));
                stage.refuseUnasked();
            }
            each.refuseUnasked();
            pipelines.add(new Pipeline(key, stages));
        }
        body.done();
        changes.save(actor, object, new Pipelines(object.name(), pipelines, version));
        return json(object);
    }

    private static List<Pipeline.Task> tasks(Body stage) {
        List<Pipeline.Task> tasks = new ArrayList<>();
        if (stage.mentions("tasks")) {
            for (Body task : stage.each("tasks")) {
                tasks.add(new Pipeline.Task(
                        task.required("key", TASK).orElse(""),
                        task.optional("required", new BooleanType()).orElse(false)));
                task.refuseUnasked();
            }
        }
        return tasks;
    }

    /** Whoever may not read the stage learns of no step. */
    @GetMapping("/api/pipelines/of/{object}/{id}")
    Map<String, List<StepJson>> steps(Actor actor, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = pipelined(actor, name);
        requireReadable(
                actor,
                object,
                id,
                object.capability(Pipelined.class).orElseThrow().stage());
        Organisation now = organisation.get();
        return Map.of(
                "items",
                StageLog.of(database, object, id).stream()
                        .map(step -> new StepJson(
                                step.at(),
                                step.from(),
                                step.to(),
                                now.person(step.actor()).map(Person::name).orElse(null)))
                        .toList());
    }

    /** Whoever may not read what is done does not learn by whom. */
    @GetMapping("/api/pipelines/of/{object}/{id}/tasks")
    Map<String, List<TickJson>> ticks(Actor actor, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = pipelined(actor, name);
        requireReadable(actor, object, id, Pipelined.TASKS_DONE);
        Organisation now = organisation.get();
        return Map.of(
                "items",
                TaskLog.standing(database, object, id).stream()
                        .map(tick -> new TickJson(
                                tick.task(),
                                tick.at(),
                                now.person(tick.actor()).map(Person::name).orElse(null)))
                        .toList());
    }

    private void requireReadable(Actor actor, ObjectDefinition object, long id, Field<?> field) {
        reading.row(actor, object, id);
        boolean readable = object.field(field.name())
                .filter(its -> access.right(actor, object, its).atLeast(FieldRight.READ))
                .isPresent();
        if (!readable) {
            throw new Refusal.NotFound();
        }
    }

    private ObjectDefinition pipelined(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Pipelined.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }

    private PipelinesJson json(ObjectDefinition object) {
        Pipelined fields = object.capability(Pipelined.class).orElseThrow();
        Pipelines now = live.of(object);
        return new PipelinesJson(
                object.name(),
                fields.pipeline().name(),
                fields.stage().name(),
                Pipelined.TASKS_DONE.name(),
                fields.amount().name(),
                fields.expected().name(),
                now.version(),
                now.all().stream()
                        .map(pipeline -> new PipelineJson(
                                pipeline.key(),
                                pipeline.stages().stream()
                                        .map(stage -> new StageJson(
                                                stage.key(),
                                                stage.rate().toPlainString(),
                                                stage.rottingDays(),
                                                stage.tasks().stream()
                                                        .map(task -> new TaskJson(task.key(), task.required()))
                                                        .toList(),
                                                stage.category().wire()))
                                        .toList()))
                        .toList());
    }
}
