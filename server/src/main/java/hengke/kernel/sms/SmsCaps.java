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
 * How many messages a number gets. These are what 阿里云 lets through for codes under one signature; more would only be
 * paid for and refused, and whoever has a link must not be able to have a phone ring all day.
 */
final class SmsCaps {
    private static final List<Cap> CAPS = List.of(
            new Cap(1, Duration.ofMinutes(1)), new Cap(5, Duration.ofHours(1)), new Cap(10, Duration.ofDays(1)));
    private static final Cap WIDEST = CAPS.getLast();

    private SmsCaps() {}

    private record Cap(int most, Duration within) {}

    /**
     * Lets one more through, or refuses it. Whoever asks for the same number waits until this transaction has ended, so that
     * two at once are one after the other. What could not be sent does not count.
     */
    static void admit(DSLContext within, String mobile, Instant now) {
        within.fetch("select pg_advisory_xact_lock(hashtextextended('sms ' || {0}, 0))", DSL.val(mobile));
        List<Instant> taken = within.fetch("""
                        select created_at from sms_queue
                        where mobile = ? and state <> 'failed' and created_at > cast(? as timestamptz)
                        order by created_at desc limit ?
                        """, mobile, now.minus(WIDEST.within()), WIDEST.most())
                .map(row -> row.get("created_at", OffsetDateTime.class).toInstant());
        pause(taken, now).ifPresent(left -> {
            throw new Refusal.TooMany(Message.of("sms.tooMany"), Math.max(1, left.toSeconds()));
        });
    }

    /** How long until a number gets another; empty where it may now. The longest pause that any cap demands. */
    static Optional<Duration> pause(List<Instant> newestFirst, Instant now) {
        return CAPS.stream()
                .filter(cap -> newestFirst.size() >= cap.most())
                .map(cap ->
                        Duration.between(now, newestFirst.get(cap.most() - 1).plus(cap.within())))
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }
}
