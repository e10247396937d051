package hengke.kernel.events;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where events are written down, in the same transaction as what they tell of. */
public final class Outbox {
    static final String CHANNEL = "outbox";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Outbox() {}

    public static void publish(DSLContext transaction, Event<?> event) {
        publish(transaction, List.of(event));
    }

    /** Writes down many events in one statement; subscribers on all nodes wake up when the transaction commits. */
    public static void publish(DSLContext transaction, List<? extends Event<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        transaction.fetch(
                """
                with written as (
                    insert into outbox (kind, object, record_id, operation_id, payload)
                    select kind, object, record_id, operation_id, payload::jsonb
                    from unnest({0}, {1}, {2}, {3}, {4}) as event (kind, object, record_id, operation_id, payload)
                    returning 1)
                select pg_notify({5}, {6})
                """,
                texts(events, event -> event.kind().name()),
                texts(events, Event::object),
                numbers(events, Event::record),
                numbers(events, Event::operation),
                texts(events, event -> JSON.writeValueAsString(event.payload())),
                val(Broadcast.POSTGRES_CHANNEL),
                val(Broadcast.envelope(CHANNEL, "")));
    }

    private static Field<?> texts(List<? extends Event<?>> events, Function<Event<?>, @Nullable String> part) {
        return val(events.stream().map(part).toArray(), SQLDataType.CLOB.array());
    }

    private static Field<?> numbers(List<? extends Event<?>> events, Function<Event<?>, @Nullable Long> part) {
        return val(events.stream().map(part).toArray(), SQLDataType.BIGINT.array());
    }
}
