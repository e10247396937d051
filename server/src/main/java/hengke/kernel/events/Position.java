package hengke.kernel.events;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscriber has read: all that {@code seen} shows, and of what {@code reading} shows beyond that, the ids up
 * to {@code reached}. A record's changes are committed in the order of their ids, so each window keeps their order.
 */
record Position(String subscriber, String seen, String reading, long reached) {

    /**
     * Takes the position for this transaction, or null while another node has it. Nobody waits for the disk: a crash
     * takes back the position together with what was done up to it, and the events come again.
     */
    static @Nullable Position claim(DSLContext transaction, String subscriber) {
        boolean free = !transaction
                .fetch(
                        "select set_config('synchronous_commit', 'off', true) from event_subscriber where name = ?"
                                + " for update skip locked",
                        subscriber)
                .isEmpty();
        return free ? read(transaction, subscriber) : null;
    }

    /** A statement of its own, so that its snapshot is not older than the lock. */
    private static Position read(DSLContext transaction, String subscriber) {
        var row = transaction.fetchSingle("""
                select seen::text, coalesce(reading, pg_current_snapshot())::text as reading, reached
                from event_subscriber where name = ?
                """, subscriber);
        return new Position(
                subscriber,
                row.get("seen", String.class),
                row.get("reading", String.class),
                row.get("reached", Long.class));
    }

    /** Moves on to behind the last event of a full batch, or past the whole window when there was none. */
    void moveTo(DSLContext transaction, @Nullable Entry last) {
        if (last == null) {
            transaction.execute(
                    "update event_subscriber set seen = ?::pg_snapshot, reading = null, reached = 0 where name = ?",
                    reading,
                    subscriber);
        } else {
            transaction.execute(
                    "update event_subscriber set reading = ?::pg_snapshot, reached = ? where name = ?",
                    reading,
                    last.id(),
                    subscriber);
        }
    }
}
