package hengke.capability.pipeline;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A record goes on only when the required tasks of the stages it leaves behind are done, whatever way the change comes;
 * back, and out as lost, it goes freely. What was done in a stage left behind stays done.
 */
@Component
@Order(41)
final class StageTasks implements Rule {
    private final LivePipelines pipelines;
    private final Clock clock;

    StageTasks(LivePipelines pipelines, Clock clock) {
        this.pipelines = pipelines;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Pipelined.class);
    }

    @Override
    public void before(Batch batch) {
        Pipelined fields = LivePipelines.pipelined(batch.object());
        Pipelines known = pipelines.of(batch.object());
        List<Edit> edits = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.back() != Draft.Back.AT_ONCE)
                .filter(edit -> edit.changes(fields.stage()) || edit.changes(Pipelined.TASKS_DONE))
                .toList();
        Map<Long, List<StageLog.Step>> steps = StageLog.of(
                batch.database(),
                batch.object(),
                edits.stream()
                        .filter(edit -> edit.changes(fields.stage()) && !open(edit.before(), fields))
                        .map(edit -> edit.before().id())
                        .toList());
        for (Edit edit : edits) {
            known.find(edit.after().get(fields.pipeline())).ifPresent(pipeline -> {
                if (edit.changes(fields.stage())) {
                    askForTasks(batch.object(), fields, pipeline, edit, left(edit, fields, steps));
                }
                keepDone(fields, pipeline, edit);
            });
        }
    }

    private static boolean open(Row row, Pipelined fields) {
        String stage = row.get(fields.stage());
        return stage == null || Pipelined.outcome(stage).equals(Pipelined.OPEN);
    }

    /** The stage it goes on from: of what had ended the one in which it ended. */
    private static @Nullable String left(Edit edit, Pipelined fields, Map<Long, List<StageLog.Step>> steps) {
        if (open(edit.before(), fields)) {
            return edit.before().get(fields.stage());
        }
        return steps.getOrDefault(edit.before().id(), List.of()).reversed().stream()
                .map(StageLog.Step::from)
                .filter(Objects::nonNull)
                .filter(stage -> Pipelined.outcome(stage).equals(Pipelined.OPEN))
                .findFirst()
                .orElse(null);
    }

    private static void askForTasks(
            ObjectDefinition object, Pipelined fields, Pipeline pipeline, Edit edit, @Nullable String left) {
        Optional<Integer> from = pipeline.place(left);
        Optional<Integer> to = pipeline.place(edit.after().get(fields.stage()));
        if (from.isEmpty() || to.isEmpty() || from.get() >= to.get()) {
            return;
        }
        List<String> done = done(edit.after());
        List<String> undone = pipeline.stages().subList(from.get(), to.get()).stream()
                .flatMap(stage -> stage.tasks().stream())
                .filter(Pipeline.Task::required)
                .map(Pipeline.Task::key)
                .filter(task -> !done.contains(task))
                .toList();
        if (!undone.isEmpty()) {
            edit.refuse(fields.stage(), Message.of("pipeline.tasksUndone", names(object, undone)));
        }
    }

    private static void keepDone(Pipelined fields, Pipeline pipeline, Edit edit) {
        List<String> done = done(edit.after());
        int here = pipeline.place(edit.after().get(fields.stage()))
                .orElse(pipeline.stages().size());
        boolean undoes = pipeline.stages().subList(0, here).stream()
                .flatMap(stage -> stage.tasks().stream())
                .anyMatch(task -> done(edit.before()).contains(task.key()) && !done.contains(task.key()));
        if (undoes) {
            edit.refuse(Pipelined.TASKS_DONE, Message.of("pipeline.tasksKept"));
        }
    }

    /** Who ticked what, and when. */
    @Override
    public void after(Batch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<TaskLog.Tick> ticks = new ArrayList<>();
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.CREATE || edit.action() == Action.UPDATE) {
                List<String> before = done(edit.before());
                List<String> after = done(edit.after());
                long by = batch.caller().actor().user();
                after.stream()
                        .filter(task -> !before.contains(task))
                        .forEach(task -> ticks.add(new TaskLog.Tick(edit.after().id(), task, true, now, by)));
                before.stream()
                        .filter(task -> !after.contains(task))
                        .forEach(task -> ticks.add(new TaskLog.Tick(edit.after().id(), task, false, now, by)));
            }
        }
        TaskLog.append(batch.database(), batch.object(), ticks);
    }

    private static List<String> done(Row row) {
        return Objects.requireNonNullElse(row.get(Pipelined.TASKS_DONE), List.of());
    }

    private static Names names(ObjectDefinition object, List<String> tasks) {
        Map<String, Label> labels = object
                .field(Pipelined.TASKS_DONE.name())
                .map(Field::type)
                .filter(type -> type instanceof TextListType(TextListType.Choices _))
                .map(type -> ((TextListType.Choices) ((TextListType) type).members()).options())
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(Option::value, Option::label));
        return new Names(tasks.stream()
                .map(task -> labels.getOrDefault(task, new Label(task, task)))
                .toList());
    }

    private record Names(List<Label> labels) implements Message.Spoken {
        @Override
        public String in(Language language) {
            return labels.stream()
                    .map(label -> label.in(language))
                    .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
        }
    }
}
