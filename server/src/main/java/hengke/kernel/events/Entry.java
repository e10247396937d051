package hengke.kernel.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A row of the outbox as one subscriber meets it; its payload is read only when it is handled. */
record Entry(
        long id,
        String kind,
        @Nullable String object,
        @Nullable Long record,
        boolean waits,
        Record row) {

    static Entry of(Record row) {
        return new Entry(
                row.get("id", Long.class),
                row.get("kind", String.class),
                row.get("object", String.class),
                row.get("record_id", Long.class),
                row.get("waits", Boolean.class),
                row);
    }

    /** Which events must stay in order with this one, or null when none need to. */
    @Nullable
    List<Object> line() {
        return object == null || record == null ? null : List.of(object, record);
    }

    <P> Delivery<P> delivery(EventKind<P> eventKind) {
        P payload = Outbox.JSON.readValue(row.get("payload", String.class), eventKind.payload());
        var event = new Event<>(eventKind, object, record, row.get("operation_id", Long.class), payload);
        return new Delivery<>(id, row.get("at", OffsetDateTime.class).toInstant(), event);
    }
}
