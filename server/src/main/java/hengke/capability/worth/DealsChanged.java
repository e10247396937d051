package hengke.capability.worth;

import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Outbox;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deals of these records were made, changed or taken away, or something else that is told with them.
 *
 * @param ids who bought, and who had bought before
 */
public record DealsChanged(List<Long> ids) {
    static final EventKind<DealsChanged> KIND = new EventKind<>("deals.changed", DealsChanged.class);

    public DealsChanged {
        ids = List.copyOf(ids);
    }

    /** Whom the records point at of those edits of a save that count, and whom they pointed at before. */
    public static Set<Long> touched(Batch batch, Field<Long> reference, Predicate<Edit> counts) {
        return batch.open().stream()
                .filter(counts)
                .flatMap(edit -> Stream.of(edit.before(), edit.after()))
                .map(row -> row.get(reference))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the transaction of the save that did it; nothing for nobody. */
    public static void publish(Batch batch, ObjectDefinition object, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            Outbox.publish(
                    batch.database(),
                    new Event<>(KIND, object.name(), null, batch.operation().id(), new DealsChanged(List.copyOf(ids))));
        }
    }
}
