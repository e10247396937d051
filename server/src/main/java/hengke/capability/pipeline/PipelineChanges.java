package hengke.capability.pipeline;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.InOrder;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pipelines as administrators manage them: checked, written down, in force on every node. */
@Component
public final class PipelineChanges {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_TASKS = 20;

    private final LivePipelines live;
    private final Writer writer;
    private final Access access;
    private final Clock clock;

    PipelineChanges(LivePipelines live, Writer writer, Access access, Clock clock) {
        this.live = live;
        this.writer = writer;
        this.access = access;
        this.clock = clock;
    }

    /** Lays these pipelines over those at the version that was seen. */
    public void save(Actor by, ObjectDefinition object, Pipelines next) {
        access.requireAdministrator(by);
        check(object, next);
        writer.inTransaction(within -> {
            live.change(within);
            Pipelines before = live.within(within, object);
            if (before.version() != next.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            refuseLeft(within, object, before, next);
            within.execute("""
                    insert into pipelines (object, definition, updated_at, updated_by)
                    values (?, cast(? as jsonb), cast(? as timestamptz), ?)
                    on conflict (object) do update set definition = excluded.definition,
                        version = pipelines.version + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by
                    """, object.name(), JSON.writeValueAsString(next.all()), clock.instant(), by.user());
            rot(within, object, next);
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("pipelines", null, object.name()),
                    logged(before),
                    logged(next));
            return next;
        });
        live.refresh();
    }

    private static void check(ObjectDefinition object, Pipelines next) {
        Pipelined fields = LivePipelines.pipelined(object);
        Set<String> pipelines = options(object, fields.pipeline());
        Set<String> stages = options(object, fields.stage());
        Set<String> tasks = options(object, Pipelined.TASKS_DONE);
        List<FieldError> errors = new ArrayList<>();
        if (next.all().isEmpty()) {
            errors.add(FieldError.of("pipelines", Message.of("pipeline.least")));
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < next.all().size(); i++) {
            Pipeline pipeline = next.all().get(i);
            String at = "pipelines[" + i + "]";
            if (!pipelines.contains(pipeline.key())) {
                errors.add(FieldError.of(at + ".key", Message.of("pipeline.unknown", pipeline.key())));
            } else if (!named.add(pipeline.key())) {
                errors.add(FieldError.of(at + ".key", Message.of("pipeline.twice", pipeline.key())));
            }
            check(pipeline, at, stages, errors);
            checkTasks(pipeline, at, tasks, errors);
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private static void check(Pipeline pipeline, String at, Set<String> stages, List<FieldError> errors) {
        if (pipeline.stages().isEmpty()) {
            errors.add(FieldError.of(at + ".stages", Message.of("pipeline.stages")));
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pipeline.stages().size(); i++) {
            String key = pipeline.stages().get(i).key();
            Optional<Message> wrong = Pipelined.outcome(key).equals(key)
                    ? Optional.of(Message.of("pipeline.ends"))
                    : !stages.contains(key)
                            ? Optional.of(Message.of("pipeline.unknownStage", key))
                            : named.add(key) ? Optional.empty() : Optional.of(Message.of("pipeline.twice", key));
            String where = at + ".stages[" + i + "].key";
            wrong.ifPresent(message -> errors.add(FieldError.of(where, message)));
        }
    }

    /** A task is done once, so one pipeline has it in one stage. */
    private static void checkTasks(Pipeline pipeline, String at, Set<String> tasks, List<FieldError> errors) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pipeline.stages().size(); i++) {
            List<Pipeline.Task> its = pipeline.stages().get(i).tasks();
            String where = at + ".stages[" + i + "].tasks";
            if (its.size() > MOST_TASKS) {
                errors.add(FieldError.of(where, Message.of("pipeline.tasksMost", MOST_TASKS)));
            }
            for (Pipeline.Task task : its) {
                if (!tasks.contains(task.key())) {
                    errors.add(FieldError.of(where, Message.of("pipeline.unknownTask", task.key())));
                } else if (!named.add(task.key())) {
                    errors.add(FieldError.of(where, Message.of("pipeline.twice", task.key())));
                }
            }
        }
    }

    private static Set<String> options(ObjectDefinition object, Field<?> declared) {
        List<Option> options = object.field(declared.name())
                .map(field -> switch (field.type()) {
                    case ChoiceType(List<Option> all) -> all;
                    case TextListType(TextListType.Choices(List<Option> all)) -> all;
                    default -> List.<Option>of();
                })
                .orElse(List.of());
        return options.stream().filter(Option::active).map(Option::value).collect(Collectors.toSet());
    }

    /** Nothing is taken away under a record that still stands there. */
    private static void refuseLeft(DSLContext within, ObjectDefinition object, Pipelines before, Pipelines next) {
        Pipelined fields = LivePipelines.pipelined(object);
        org.jooq.Field<String> pipeline = field(name(fields.pipeline().column()), SQLDataType.CLOB);
        org.jooq.Field<String> stage = field(name(fields.stage().column()), SQLDataType.CLOB);
        List<FieldError> errors = new ArrayList<>();
        within.select(pipeline, stage, count())
                .from(table(name(object.table())))
                .where(field(name("deleted_at")).isNull())
                .groupBy(pipeline, stage)
                .forEach(row -> {
                    Optional<Pipeline> left = next.find(row.value1());
                    if (left.isEmpty() && before.find(row.value1()).isPresent()) {
                        errors.add(FieldError.of(
                                "pipelines", Message.of("pipeline.inPipeline", row.value1(), row.value3())));
                    } else if (left.isPresent() && !left.get().has(row.value2())) {
                        errors.add(
                                FieldError.of("pipelines", Message.of("pipeline.inStage", row.value2(), row.value3())));
                    }
                });
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** What stands in a stage already rots by the new limits. */
    private static void rot(DSLContext within, ObjectDefinition object, Pipelines next) {
        Pipelined fields = LivePipelines.pipelined(object);
        org.jooq.Field<Long> days = field(name(Pipelined.ROTTING_DAYS.column()), SQLDataType.BIGINT);
        CaseConditionStep<Long> limits = null;
        for (Pipeline pipeline : next.all()) {
            for (Pipeline.Stage stage : pipeline.stages()) {
                Condition here = field(name(fields.pipeline().column()), SQLDataType.CLOB)
                        .eq(pipeline.key())
                        .and(field(name(fields.stage().column()), SQLDataType.CLOB)
                                .eq(stage.key()));
                org.jooq.Field<Long> limit = DSL.val(
                        stage.rottingDays() == null ? null : stage.rottingDays().longValue(), SQLDataType.BIGINT);
                limits = limits == null ? DSL.when(here, limit) : limits.when(here, limit);
            }
        }
        if (limits != null) {
            org.jooq.Field<Long> limit = limits.otherwise(days);
            InOrder.update(within, object.table(), Map.of(days, limit), days.isDistinctFrom(limit));
        }
    }

    private static ObjectNode logged(Pipelines pipelines) {
        return JSON.valueToTree(pipelines);
    }
}
