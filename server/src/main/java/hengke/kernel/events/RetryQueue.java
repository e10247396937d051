package hengke.kernel.events;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The events that one subscriber could not handle yet. They are tried again later and later; after the last time an
 * event is parked, and those that waited behind it go on.
 */
final class RetryQueue {
    private static final int BATCH = 100;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private final String subscriber;

    RetryQueue(String subscriber) {
        this.subscriber = subscriber;
    }

    /** What is due again, of each record the oldest only. */
    List<Entry> due(DSLContext transaction) {
        return transaction.fetch("""
                select event.id, event.kind, event.object, event.record_id, event.operation_id,
                    event.payload::text as payload, event.at, false as waits
                from event_retry retry join outbox event on event.id = retry.event_id
                where retry.subscriber = ? and not retry.parked and retry.next_attempt <= now()
                    and not exists (select 1 from event_retry earlier
                                    where earlier.subscriber = retry.subscriber and not earlier.parked
                                        and earlier.object = retry.object and earlier.record_id = retry.record_id
                                        and earlier.event_id < retry.event_id)
                order by event.id limit ?
                """, subscriber, BATCH).map(Entry::of);
    }

    void waitBehind(DSLContext transaction, Entry entry) {
        insert(transaction, entry, 0, null, Duration.ZERO);
    }

    void failed(DSLContext transaction, Entry entry, Throwable failure) {
        insert(transaction, entry, 1, message(failure), PAUSES.getFirst());
    }

    void failedAgain(DSLContext transaction, long event, Throwable failure) {
        int attempts = transaction
                .fetchSingle(
                        "select attempts from event_retry where subscriber = ? and event_id = ?", subscriber, event)
                .get(0, Integer.class);
        boolean parked = attempts >= PAUSES.size();
        transaction.execute(
                """
                update event_retry
                set attempts = attempts + 1, error = ?, parked = ?, next_attempt = now() + ?::interval
                where subscriber = ? and event_id = ?
                """,
                message(failure),
                parked,
                PAUSES.get(Math.min(attempts, PAUSES.size() - 1)).toString(),
                subscriber,
                event);
    }

    void remove(DSLContext transaction, long event) {
        transaction.execute("delete from event_retry where subscriber = ? and event_id = ?", subscriber, event);
    }

    private void insert(DSLContext transaction, Entry entry, int attempts, @Nullable String error, Duration pause) {
        transaction.execute(
                """
                insert into event_retry (subscriber, event_id, object, record_id, attempts, error, next_attempt)
                values (?, ?, ?, ?, ?, ?, now() + ?::interval)
                """, subscriber, entry.id(), entry.object(), entry.record(), attempts, error, pause.toString());
    }

    private static String message(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
