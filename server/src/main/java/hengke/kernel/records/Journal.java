package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.events.Event;
import hengke.kernel.events.Outbox;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Row;
import hengke.kernel.search.SearchDocuments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a write leaves beside the rows themselves: history, search text, events. */
final class Journal {
    private Journal() {}

    static void keep(Batch batch, List<Edit> written, Instant at) {
        if (written.isEmpty()) {
            return;
        }
        ChangeLog.append(
                batch.database(),
                at,
                written.stream()
                        .filter(edit -> edit.action() != Action.UPDATE
                                || !edit.changed(batch.object()).isEmpty())
                        .map(edit -> entry(batch, edit))
                        .toList());
        List<Row> found = written.stream()
                .filter(edit -> SearchDocuments.concerns(batch.object(), edit.before(), edit.after()))
                .map(Edit::after)
                .toList();
        SearchDocuments.write(batch.database(), batch.object(), found);
        Outbox.publish(
                batch.database(),
                written.stream().map(edit -> event(batch, edit)).toList());
    }

    /** What follows from a change is told after it, as the product's doing. */
    static void follow(Batch batch, List<Following> followings, Instant at) {
        List<ChangeLog.Entry> entries = new ArrayList<>();
        List<Event<RecordChanged>> events = new ArrayList<>();
        for (Following following : followings) {
            Edit edit = following.edit();
            Row before = edit.after();
            following.values().forEach((field, value) -> set(edit, field, value));
            List<Field<?>> changed = batch.object().fields().stream()
                    .filter(field -> following.values().containsKey(field))
                    .filter(field ->
                            !Objects.equals(before.get(field), edit.after().get(field)))
                    .toList();
            if (!changed.stream().allMatch(field -> field.traits().is(Trait.FOLLOWING))) {
                entries.add(following(batch, edit, before, changed));
                events.add(new Event<>(
                        RecordChanged.KIND,
                        batch.object().name(),
                        edit.after().id(),
                        batch.operation().id(),
                        new RecordChanged(
                                Action.UPDATE.wire(),
                                edit.after().version(),
                                Actor.SYSTEM.user(),
                                changed.stream().map(Field::name).toList())));
            }
        }
        if (!entries.isEmpty()) {
            // told after the change it follows from
            ChangeLog.append(batch.database(), at.plus(1, ChronoUnit.MICROS), entries);
            Outbox.publish(batch.database(), events);
        }
    }

    @SuppressWarnings("unchecked") // a rule answers values of the field's type
    private static <T> void set(Edit edit, Field<T> field, @Nullable Object value) {
        edit.set(field, (T) value);
    }

    private static ChangeLog.Entry following(Batch batch, Edit edit, Row before, List<Field<?>> changed) {
        return new ChangeLog.Entry(
                batch.operation().id(),
                batch.object().name(),
                edit.after().id(),
                edit.after().version(),
                Action.UPDATE.wire(),
                Actor.SYSTEM.user(),
                ChangeLog.values(before, changed),
                ChangeLog.values(edit.after(), changed));
    }

    private static ChangeLog.Entry entry(Batch batch, Edit edit) {
        List<Field<?>> changed = changed(batch, edit);
        return new ChangeLog.Entry(
                batch.operation().id(),
                batch.object().name(),
                edit.after().id(),
                edit.after().version(),
                edit.action().wire(),
                batch.caller().actor().user(),
                ChangeLog.values(edit.before(), edit.action() == Action.CREATE ? List.of() : changed),
                ChangeLog.values(edit.after(), changed));
    }

    private static Event<RecordChanged> event(Batch batch, Edit edit) {
        return new Event<>(
                RecordChanged.KIND,
                batch.object().name(),
                edit.after().id(),
                batch.operation().id(),
                new RecordChanged(
                        edit.action().wire(),
                        edit.after().version(),
                        batch.caller().actor().user(),
                        changed(batch, edit).stream().map(Field::name).toList()));
    }

    /** Going into the recycle bin and coming out of it changes no value. */
    private static List<Field<?>> changed(Batch batch, Edit edit) {
        return edit.action() == Action.CREATE || edit.action() == Action.UPDATE
                ? edit.changed(batch.object())
                : List.of();
    }
}
