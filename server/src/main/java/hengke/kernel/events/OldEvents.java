package hengke.kernel.events;

import org.jooq.DSLContext;

/** Events that everybody has handled long ago; a subscriber that no longer exists must not keep them for ever. */
final class OldEvents {
    private OldEvents() {}

    /** Deletes what is older than two weeks, a piece at a time, but for what waits to be tried again or is parked. */
    static void forget(DSLContext dsl) {
        int deleted;
        do {
            deleted = dsl.execute("""
                    delete from outbox where id in (
                        select id from outbox
                        where at < now() - interval '14 days'
                            and not exists (select 1 from event_retry where event_id = id)
                        limit 10000)
                    """);
        } while (deleted > 0);
    }
}
