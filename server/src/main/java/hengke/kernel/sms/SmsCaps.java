package hengke.kernel.sms;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How many messages a number gets. For codes these are what 阿里云 lets through under one signature; more would only be
 * paid for and refused, and whoever has a link must not be able to have a phone ring all day. Notices are fewer, and counted
 * apart, so that they never stand in the way of a code.
 */
final class SmsCaps {
    private static final List<Cap> CODES = List.of(
            new Cap(1, Duration.ofMinutes(1)), new Cap(5, Duration.ofHours(1)), new Cap(10, Duration.ofDays(1)));
    private static final List<Cap> NOTICES =
            List.of(new Cap(1, Duration.ofMinutes(10)), new Cap(4, Duration.ofDays(1)));

    private SmsCaps() {}

    private record Cap(int most, Duration within) {}

    /**
     * Lets one more through, or refuses it. Whoever asks for the same number waits until this transaction has ended, so that
     * two at once are one after the other. What could not be sent does not count.
     */
    static void admit(DSLContext within, String mobile, Instant now) {
        pause(within, mobile, "code", CODES, now).ifPresent(left -> {
            throw new Refusal.TooMany(Message.of("sms.tooMany"), Math.max(1, left.toSeconds()));
        });
    }

    /** Does the number get one more notice? Whoever sends several asks in the order of their numbers. */
    static boolean admitsNotice(DSLContext within, String mobile, Instant now) {
        return pause(within, mobile, "notice", NOTICES, now).isEmpty();
    }

    /** How many notices all numbers together may still get within this day; others wait until this transaction has ended. */
    static int noticesLeft(DSLContext within, int most, Instant now) {
        within.fetch("select pg_advisory_xact_lock(hashtextextended('sms notices', 0))");
        int taken = within.fetchSingle("""
                        select count(*) from sms_queue
                        where kind = 'notice' and state <> 'failed' and created_at > cast(? as timestamptz)
                        """, now.minus(Duration.ofDays(1))).get(0, Integer.class);
        return Math.max(0, most - taken);
    }

    private static Optional<Duration> pause(
            DSLContext within, String mobile, String kind, List<Cap> caps, Instant now) {
        within.fetch("select pg_advisory_xact_lock(hashtextextended('sms ' || {0}, 0))", DSL.val(mobile));
        Cap widest = caps.getLast();
        List<Instant> taken = within.fetch("""
                        select created_at from sms_queue
                        where mobile = ? and kind = ? and state <> 'failed' and created_at > cast(? as timestamptz)
                        order by created_at desc limit ?
                        """, mobile, kind, now.minus(widest.within()), widest.most())
                .map(row -> row.get("created_at", OffsetDateTime.class).toInstant());
        return pause(caps, taken, now);
    }

    /** How long until a number gets another code; empty where it may now. */
    static Optional<Duration> pause(List<Instant> newestFirst, Instant now) {
        return pause(CODES, newestFirst, now);
    }

    /** The longest pause that any cap demands. */
    private static Optional<Duration> pause(List<Cap> caps, List<Instant> newestFirst, Instant now) {
        return caps.stream()
                .filter(cap -> newestFirst.size() >= cap.most())
                .map(cap ->
                        Duration.between(now, newestFirst.get(cap.most() - 1).plus(cap.within())))
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }
}
