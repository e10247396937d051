package hengke.capability.webhook;

import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The messages that wait to be sent. Whoever sends one holds it for a while and no transaction; one whose sender was
 * killed is sent again. Of the messages about a record the earlier go first, and one that waits to be tried again holds
 * up those behind it.
 */
@Component
final class DeliveryQueue {
    /** An endpoint that failed so often in a row is asked once a minute whether it is back. */
    private static final int FAILURES = 10;

    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int TOGETHER = 8;

    private final DSLContext database;

    DeliveryQueue(DSLContext database) {
        this.database = database;
    }

    /** A message to send, for the how manieth time. */
    record Due(long id, long endpoint, String message, String body, int attempts) {}

    /**
     * What came of sending one.
     *
     * @param status null where there was no answer
     * @param fault why it failed; null where the status tells
     * @param answer the beginning of what came back
     */
    record Sent(
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable Message fault,
            @Nullable String answer) {
        boolean success() {
            return fault == null && status != null && status / 100 == 2;
        }
    }

    /** Endpoints for which something is due. */
    List<Long> endpoints(Instant now) {
        return database.fetch("""
                        select id from webhook_endpoint its
                        where active and (rests_until is null or rests_until <= cast({0} as timestamptz))
                            and exists (select 1 from webhook_delivery
                                where endpoint = its.id and state = 'waiting' and due_at <= cast({0} as timestamptz))""", DSL.val(now.toString())).getValues("id", Long.class);
    }

    /** Takes some that are due, for this node alone; one at a time where there is a pace. */
    List<Due> claim(long endpoint, Duration pace, Instant now) {
        return database.transactionResult(transaction -> {
            Record its = open(transaction.dsl(), endpoint, pace, now);
            if (its == null) {
                return List.of();
            }
            int most = !pace.isZero() || its.get("failures", Integer.class) >= FAILURES ? 1 : TOGETHER;
            return transaction
                    .dsl()
                    .fetch("""
                            update webhook_delivery set held_until = cast(? as timestamptz) where id in (
                                select id from webhook_delivery due
                                where endpoint = ? and state = 'waiting' and due_at <= cast(? as timestamptz)
                                    and (held_until is null or held_until <= cast(? as timestamptz))
                                    and not exists (select 1 from webhook_delivery earlier
                                        where earlier.endpoint = due.endpoint and earlier.object = due.object
                                            and earlier.record_id = due.record_id and earlier.state = 'waiting'
                                            and earlier.id < due.id)
                                order by due_at, id limit ? for update skip locked)
                            returning id, endpoint, message, body, attempts""", now.plus(HELD).toString(), endpoint, now.toString(), now.toString(), most)
                    .map(row -> new Due(
                            row.get("id", Long.class),
                            row.get("endpoint", Long.class),
                            row.get("message", String.class),
                            row.get("body", String.class),
                            row.get("attempts", Integer.class)));
        });
    }

    /** An endpoint with a pace rests from the moment something is taken for it, whichever node does. */
    private static @Nullable Record open(DSLContext within, long endpoint, Duration pace, Instant now) {
        String open = "id = ? and active and (rests_until is null or rests_until <= cast(? as timestamptz))";
        return pace.isZero()
                ? within.fetchOne("select failures from webhook_endpoint where " + open, endpoint, now.toString())
                : within.fetchOne(
                        "update webhook_endpoint set rests_until = cast(? as timestamptz) where " + open
                                + " returning failures",
                        now.plus(pace).toString(),
                        endpoint,
                        now.toString());
    }

    static void attempted(DSLContext within, Due due, Sent sent) {
        Message fault = sent.fault();
        within.execute(
                """
                insert into webhook_attempt (delivery, at, millis, status, fault, answer)
                select id, cast(? as timestamptz), ?, ?, ?, ? from webhook_delivery where id = ? for key share""",
                sent.at().toString(),
                sent.millis(),
                sent.status(),
                fault == null ? null : KeptMessage.of(fault),
                sent.answer(),
                due.id());
    }

    static void delivered(DSLContext within, Due due, Duration pace, Instant now) {
        within.execute("""
                update webhook_delivery
                set state = 'delivered', attempts = attempts + 1, held_until = null, ended_at = cast(? as timestamptz)
                where id = ?""", now.toString(), due.id());
        within.execute("""
                update webhook_endpoint set failures = 0, failing_since = null,
                    rests_until = case when ? then null else rests_until end
                where id = ? and failures > 0""", pace.isZero(), due.endpoint());
    }

    /** Later again, or no more; since when the endpoint has been failing. */
    static Instant failed(DSLContext within, Due due, List<Duration> pauses, Instant now) {
        boolean parked = due.attempts() >= pauses.size();
        within.execute(
                """
                update webhook_delivery
                set state = ?, attempts = attempts + 1, held_until = null, due_at = cast(? as timestamptz),
                    ended_at = case when ? then cast(? as timestamptz) end
                where id = ?""",
                parked ? "parked" : "waiting",
                now.plus(pauses.get(Math.min(due.attempts(), pauses.size() - 1)))
                        .toString(),
                parked,
                now.toString(),
                due.id());
        return within.fetchOptional(
                        """
                        update webhook_endpoint
                        set failures = failures + 1, failing_since = coalesce(failing_since, cast(? as timestamptz)),
                            rests_until = case when failures + 1 >= ? then cast(? as timestamptz) else rests_until end
                        where id = ? returning failing_since""", now.toString(), FAILURES, now.plus(REST).toString(), due.endpoint())
                .map(row -> row.get("failing_since", OffsetDateTime.class).toInstant())
                .orElse(now);
    }
}
