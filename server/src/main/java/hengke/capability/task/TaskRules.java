package hengke.capability.task;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What belongs together in a task: a reminder and repetition need a day, and a whole is done when its parts are. */
@Component
final class TaskRules implements Rule {
    private final Task task;
    private final LiveOrganisation organisation;
    private final Clock clock;

    TaskRules(Task task, LiveOrganisation organisation, Clock clock) {
        this.task = task;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(task.name());
    }

    @Override
    public void before(Batch batch) {
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .toList();
        followParents(batch, written);
        written.forEach(this::checkTimes);
        written.stream().filter(edit -> edit.back() == null).forEach(edit -> note(batch, edit));
        written.forEach(this::schedule);
        finishWithParts(batch, written);
    }

    /** A part is about what the whole is about, unless somebody says otherwise. */
    private void followParents(Batch batch, List<Edit> written) {
        Map<Edit, Long> parts = written.stream()
                .filter(edit -> edit.action() == Action.CREATE && !edit.asked(task.about))
                .filter(edit -> edit.after().get(task.parent) != null)
                .collect(Collectors.toMap(edit -> edit, edit -> edit.after().need(task.parent)));
        if (parts.isEmpty()) {
            return;
        }
        Map<Long, Row> wholes = new Pages(batch.database())
                .byIds(batch.object(), Visibility.EVERYTHING, Set.copyOf(parts.values()), List.of(task.about)).stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
        parts.forEach((edit, parent) -> {
            Row whole = wholes.get(parent);
            Link about = whole == null ? null : whole.get(task.about);
            edit.set(task.about, about);
        });
    }

    private void checkTimes(Edit edit) {
        Instant due = edit.after().get(task.dueAt);
        if (due == null && edit.after().get(task.reminder) != null) {
            edit.refuse(task.dueAt, Message.of("task.dueForReminder"));
        }
        if (edit.after().get(task.repeat) != null) {
            LocalDate until = edit.after().get(task.repeatUntil);
            if (due == null) {
                edit.refuse(task.dueAt, Message.of("task.dueForRepetition"));
            } else if (until != null && until.isBefore(day(due))) {
                edit.refuse(task.repeatUntil, Message.of("task.endsBeforeDue"));
            }
        }
    }

    /** When it was done and who said so. */
    private void note(Batch batch, Edit edit) {
        if (edit.changes(task.status)) {
            boolean done = Task.DONE.equals(edit.after().get(task.status));
            Actor actor = batch.caller().actor();
            edit.set(task.doneAt, done ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null);
            edit.set(task.doneBy, done && !actor.system() ? actor.user() : null);
        }
    }

    private void schedule(Edit edit) {
        Instant due = edit.after().get(task.dueAt);
        boolean open = Task.OPEN.contains(edit.after().get(task.status));
        edit.set(
                task.remindAt,
                open && due != null
                        ? Reminder.of(edit.after().get(task.reminder))
                                .map(reminder -> due.minus(reminder.before()))
                                .orElse(null)
                        : null);
        if (edit.after().get(task.repeat) == null || due == null) {
            edit.set(task.repeatsFrom, null);
        } else if (!edit.asked(task.repeatsFrom)
                && (edit.changes(task.dueAt) || edit.after().get(task.repeatsFrom) == null)) {
            edit.set(task.repeatsFrom, day(due));
        }
    }

    /** Nothing is done while a part of it is open; parts that end in the same go count as ended. */
    private void finishWithParts(Batch batch, List<Edit> written) {
        Map<Long, Edit> ending = written.stream()
                .filter(edit -> edit.action() == Action.UPDATE && !edit.refused() && edit.changes(task.status))
                .filter(edit -> !Task.OPEN.contains(edit.after().get(task.status)))
                .collect(Collectors.toMap(edit -> edit.before().id(), edit -> edit));
        List<Long> done = ending.entrySet().stream()
                .filter(entry -> Task.DONE.equals(entry.getValue().after().get(task.status)))
                .map(Map.Entry::getKey)
                .toList();
        if (done.isEmpty()) {
            return;
        }
        org.jooq.Field<Long> whole = field(name(task.parent.column()), SQLDataType.BIGINT);
        batch.database()
                .select(whole, org.jooq.impl.DSL.count())
                .from(table(name(batch.object().table())))
                .where(whole.in(done))
                .and(field(name(task.status.column()), SQLDataType.CLOB).in(Task.OPEN))
                .and(field(name("deleted_at")).isNull())
                .and(field(name("id"), SQLDataType.BIGINT).notIn(ending.keySet()))
                .groupBy(whole)
                .forEach(open -> Objects.requireNonNull(ending.get(open.value1()))
                        .refuse(task.status, Message.of("task.openParts", open.value2())));
    }

    private LocalDate day(Instant moment) {
        ZoneId zone = organisation.get().company().timeZone();
        return LocalDate.ofInstant(moment, zone);
    }
}
