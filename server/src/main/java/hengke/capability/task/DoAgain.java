package hengke.capability.task;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.capability.share.Share;
import hengke.capability.tag.Tagged;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.calendar.WorkingTime;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Once a task that repeats is done the next one is there, with its team and its checklist; exactly one, also when it is
 * opened and done again. It belongs to the same operation, so that to take that back takes back the next one too.
 */
@Component
final class DoAgain implements Rule {
    private final Task task;
    private final TaskStep step;
    private final Share share;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DoAgain(
            Task task,
            TaskStep step,
            Share share,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            WorkingCalendar calendar,
            Clock clock) {
        this.task = task;
        this.step = step;
        this.share = share;
        this.catalog = catalog;
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(task.name());
    }

    @Override
    public void after(Batch batch) {
        List<Edit> done = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.back() == null)
                .filter(edit -> edit.changes(task.status)
                        && Task.DONE.equals(edit.after().get(task.status))
                        && edit.after().get(task.repeat) != null)
                .toList();
        if (done.isEmpty()) {
            return;
        }
        Set<Long> followed = followers(batch, done).keySet();
        List<Draft> next = done.stream()
                .filter(edit -> !followed.contains(edit.after().id()))
                .flatMap(edit -> next(edit.after()).stream())
                .toList();
        if (!next.isEmpty()) {
            batch.nested().write(batch.object(), next);
            takeAlong(batch, followers(batch, done), followed);
        }
    }

    /** The task that follows each of them, binned ones too: somebody did not want it again. */
    private Map<Long, Long> followers(Batch batch, List<Edit> done) {
        org.jooq.Field<Long> previous = column(task.previous.column());
        org.jooq.Field<Long> id = column("id");
        return batch.database()
                .select(previous, id)
                .from(table(name(batch.object().table())))
                .where(previous.in(done.stream().map(edit -> edit.after().id()).toList()))
                .fetchMap(previous, id);
    }

    private Optional<Draft> next(Row done) {
        ZoneId zone = organisation.get().company().timeZone();
        Repeat repeat = Repeat.of(done.get(task.repeat)).orElseThrow();
        LocalDateTime due = LocalDateTime.ofInstant(done.need(task.dueAt), zone);
        WorkingTime working = calendar.time();
        LocalDate until = done.get(task.repeatUntil);
        return repeat.next(
                        Objects.requireNonNullElse(done.get(task.repeatsFrom), due.toLocalDate()),
                        due,
                        LocalDateTime.ofInstant(clock.instant(), zone),
                        working::works)
                .filter(next -> until == null || !next.toLocalDate().isAfter(until))
                .map(next -> draft(done, next.atZone(zone).toInstant()));
    }

    private Draft draft(Row done, Instant due) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        List.of(
                        task.title,
                        task.priority,
                        task.about,
                        task.parent,
                        task.description,
                        task.reminder,
                        task.repeat,
                        task.repeatUntil,
                        task.repeatsFrom,
                        Owned.OWNER,
                        Tagged.TAGS)
                .forEach(field -> values.put(field, done.get(field)));
        values.put(task.status, Task.TODO);
        values.put(task.dueAt, due);
        values.put(task.previous, done.id());
        return Draft.create(values);
    }

    private void takeAlong(Batch batch, Map<Long, Long> followers, Set<Long> before) {
        Map<Long, Long> made = new HashMap<>(followers);
        made.keySet().removeAll(before);
        List<Draft> steps = rows(
                        batch,
                        step.name(),
                        column(step.task.column()).in(made.keySet()),
                        List.of(step.title, step.task))
                .stream()
                .map(row -> Draft.create(Map.of(
                        step.title,
                        row.need(step.title),
                        step.task,
                        Objects.requireNonNull(made.get(row.need(step.task))))))
                .toList();
        List<Draft> team = rows(
                        batch,
                        share.name(),
                        column("about_id")
                                .in(made.keySet())
                                .and(field(name("about_object"), SQLDataType.CLOB)
                                        .eq(task.name())),
                        List.of(share.user, share.right, share.role, share.about))
                .stream()
                .map(row -> member(
                        row,
                        Objects.requireNonNull(made.get(row.need(share.about).id()))))
                .toList();
        write(batch, step.name(), steps);
        write(batch, share.name(), team);
    }

    private Draft member(Row row, long of) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        List.of(share.user, share.right, share.role).forEach(field -> values.put(field, row.get(field)));
        values.put(share.about, new Link(task.name(), of));
        return Draft.create(values);
    }

    private List<Row> rows(Batch batch, String object, Condition which, List<Field<?>> read) {
        ObjectDefinition definition = catalog.current().object(object);
        List<Long> ids = batch.database()
                .select(column("id"))
                .from(table(name(definition.table())))
                .where(which.and(field(name("deleted_at")).isNull()))
                .fetch(column("id"));
        return new Pages(batch.database()).byIds(definition, Visibility.EVERYTHING, ids, read);
    }

    private void write(Batch batch, String object, List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            batch.nested().write(catalog.current().object(object), drafts);
        }
    }

    private static org.jooq.Field<Long> column(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }
}
