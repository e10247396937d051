package hengke.kernel.events;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** The events that a subscriber failed to handle time and again, for an administrator to see and to send on again. */
public final class ParkedEvents {
    private final DSLContext dsl;

    public ParkedEvents(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One of them. */
    public record Parked(String subscriber, long event, String kind, Instant at, int attempts, String error) {}

    public List<Parked> all() {
        return dsl.fetch("""
                        select subscriber, event_id as event, kind, at, attempts, error
                        from event_retry join outbox on outbox.id = event_id
                        where parked order by event_id
                        """).into(Parked.class);
    }

    /** Has it tried again at once. */
    public void retry(String subscriber, long event) {
        dsl.transaction(configuration -> {
            configuration.dsl().execute("""
                            update event_retry set parked = false, attempts = 0, next_attempt = now()
                            where subscriber = ? and event_id = ? and parked
                            """, subscriber, event);
            Broadcast.send(configuration.dsl(), Outbox.CHANNEL, "");
        });
    }

    /** Gives it up for good. */
    public void dismiss(String subscriber, long event) {
        dsl.execute("delete from event_retry where subscriber = ? and event_id = ? and parked", subscriber, event);
    }
}
