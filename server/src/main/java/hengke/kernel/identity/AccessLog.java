package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who looked at what is usually kept from sight: masked values, and the product through the eyes of another. */
public final class AccessLog {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_IN_WINDOW = 30;
    /** The family of the locks by which the reveals of one person come one after the other. */
    private static final int REVEALING = 80_001;

    private final DSLContext dsl;
    private final Clock clock;

    AccessLog(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Writes down that somebody has a masked value shown; refuses who has had too many shown lately. */
    public void reveal(long person, String object, long record, String field, Origin origin) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            within.execute("select pg_advisory_xact_lock(?, ?)", REVEALING, (int) person);
            Instant now = clock.instant();
            long lately = within.fetchSingle("""
                    select count(*) from access_log
                    where person_id = ? and kind = 'reveal' and at > cast(? as timestamptz)
                    """, person, now.minus(WINDOW)).get(0, Long.class);
            if (lately >= MOST_IN_WINDOW) {
                throw new Refusal.TooMany(
                        Message.of("access.tooManyReveals", MOST_IN_WINDOW, WINDOW.toMinutes()), WINDOW.toSeconds());
            }
            within.execute("""
                    insert into access_log (at, kind, person_id, object, record_id, field, address, device)
                    values (cast(? as timestamptz), 'reveal', ?, ?, ?, ?, ?, ?)
                    """, now, person, object, record, field, origin.address(), origin.device());
        });
    }

    /** Writes down, together with it, that an administrator begins or ceases to look through another's eyes. */
    static void viewing(
            DSLContext within, boolean begins, Instant at, long administrator, long person, @Nullable Origin origin) {
        within.execute(
                """
                insert into access_log (at, kind, person_id, seen_as, address, device)
                values (cast(? as timestamptz), ?, ?, ?, ?, ?)
                """,
                at,
                begins ? "viewAs" : "viewAsEnd",
                administrator,
                person,
                origin == null ? "" : origin.address(),
                origin == null ? "" : origin.device());
    }
}
