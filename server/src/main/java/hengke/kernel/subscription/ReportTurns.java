package hengke.kernel.subscription;

import hengke.kernel.mail.MailQueue;
import hengke.kernel.mail.MailQueue.Fate;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The times at which subscriptions came due, and what became of each for its recipients. */
@Component
public final class ReportTurns {
    /** The mails are forgotten earlier; what is older was sent. */
    private static final Duration MAILS_KNOWN = Duration.ofDays(29);

    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final DSLContext database;
    private final MailQueue mails;
    private final Clock clock;

    ReportTurns(DSLContext database, MailQueue mails, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * A time.
     *
     * @param skipped why nothing was sent, as kept by {@link KeptMessage}; null where it was
     */
    public record Turn(long id, Instant due, @Nullable String skipped, List<Sending> sendings) {}

    /**
     * What became of it for one recipient.
     *
     * @param reason as kept by {@link KeptMessage}
     */
    public record Sending(
            long recipient, Result result, @Nullable String reason) {}

    /** How far it has come. */
    public enum Result {
        /** Figures or mail wait; with a reason, something failed and is tried again. */
        WAITING,
        SENT,
        /** There was nothing for this recipient. */
        NOTHING,
        FAILED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A turn that is open for this recipient. */
    record Open(long id, long subscription, Instant due, long recipient, int attempts) {}

    /** Opens a turn; null where this time has had its turn. */
    static @Nullable Long open(
            DSLContext within, long subscription, Instant due, Instant now, @Nullable Message skipped) {
        return within.fetchOptional(
                        """
                insert into report_turn (subscription, due_at, opened_at, skipped)
                values (?, cast(? as timestamptz), cast(? as timestamptz), ?)
                on conflict do nothing returning id
                """,
                        subscription,
                        due.toString(),
                        now.toString(),
                        skipped == null ? null : KeptMessage.of(skipped))
                .map(row -> row.get("id", Long.class))
                .orElse(null);
    }

    /** @param nothing why this recipient gets none; null for one who does */
    static void add(DSLContext within, long turn, long recipient, Instant now, @Nullable Message nothing) {
        within.execute(
                """
                insert into report_sending (turn, recipient, state, next_attempt, reason)
                values (?, ?, ?, cast(? as timestamptz), ?)
                """,
                turn,
                recipient,
                nothing == null ? "WAITING" : "NOTHING",
                now.toString(),
                nothing == null ? null : KeptMessage.of(nothing));
    }

    /** Takes one that is due for a while; whoever is killed meanwhile leaves it to the next. */
    Optional<Open> take(Duration hold) {
        return database.fetchOptional(
                        """
                with due as (
                    select id from report_sending
                    where state = 'WAITING' and next_attempt <= cast(? as timestamptz)
                    order by next_attempt, id limit 1 for update skip locked)
                update report_sending s set attempts = s.attempts + 1, next_attempt = cast(? as timestamptz)
                from due, report_turn t where s.id = due.id and t.id = s.turn
                returning s.id, t.subscription, t.due_at, s.recipient, s.attempts
                """,
                        clock.instant().toString(),
                        clock.instant().plus(hold).toString())
                .map(row -> new Open(
                        row.get("id", Long.class),
                        row.get("subscription", Long.class),
                        row.get("due_at", OffsetDateTime.class).toInstant(),
                        row.get("recipient", Long.class),
                        row.get("attempts", Integer.class)));
    }

    /** Holds one until the end of the transaction; false where somebody else has brought it to its end. */
    static boolean hold(DSLContext within, Open open) {
        return within.fetch("select 1 from report_sending where id = ? and state = 'WAITING' for update", open.id())
                .isNotEmpty();
    }

    static void mailed(DSLContext within, Open open, long mail) {
        within.execute(
                "update report_sending set state = 'MAILED', mail = ?, reason = null where id = ?", mail, open.id());
    }

    void ended(Open open, boolean failed, Message reason) {
        database.execute(
                "update report_sending set state = ?, reason = ? where id = ? and state = 'WAITING'",
                failed ? "FAILED" : "NOTHING",
                KeptMessage.of(reason),
                open.id());
    }

    void again(Open open, Message reason, Duration pause) {
        database.execute("""
                update report_sending set next_attempt = cast(? as timestamptz), reason = ?
                where id = ? and state = 'WAITING'
                """, clock.instant().plus(pause).toString(), KeptMessage.of(reason), open.id());
    }

    /** The last turns of a subscription, the latest first. */
    public List<Turn> last(long subscription, int count) {
        var rows = database.fetch("""
                select t.id, t.due_at, t.skipped, s.recipient, s.state, s.mail, s.reason
                from (select * from report_turn where subscription = ? order by due_at desc limit ?) t
                left join report_sending s on s.turn = t.id
                order by t.due_at desc, s.recipient
                """, subscription, count);
        Map<Long, Fate> fates = mails.fates(rows.stream()
                .map(row -> row.get("mail", Long.class))
                .filter(Objects::nonNull)
                .toList());
        Map<Long, Turn> turns = new LinkedHashMap<>();
        rows.forEach(row -> {
            Turn turn = turns.computeIfAbsent(
                    row.get("id", Long.class),
                    id -> new Turn(
                            id,
                            row.get("due_at", OffsetDateTime.class).toInstant(),
                            row.get("skipped", String.class),
                            new ArrayList<>()));
            if (row.get("recipient") != null) {
                turn.sendings().add(sending(row, turn.due(), fates));
            }
        });
        return List.copyOf(turns.values());
    }

    private Sending sending(Record row, Instant due, Map<Long, Fate> fates) {
        long recipient = row.get("recipient", Long.class);
        String reason = row.get("reason", String.class);
        return switch (row.get("state", String.class)) {
            case "NOTHING" -> new Sending(recipient, Result.NOTHING, reason);
            case "FAILED" -> new Sending(recipient, Result.FAILED, reason);
            case "MAILED" -> mailed(recipient, due, fates.get(row.get("mail", Long.class)));
            default -> new Sending(recipient, Result.WAITING, reason);
        };
    }

    private Sending mailed(long recipient, Instant due, @Nullable Fate fate) {
        if (fate == null) {
            return due.isBefore(clock.instant().minus(MAILS_KNOWN))
                    ? new Sending(recipient, Result.SENT, null)
                    : new Sending(recipient, Result.FAILED, KeptMessage.of(Message.of("subscription.givenUp")));
        }
        return new Sending(
                recipient,
                switch (fate.state()) {
                    case WAITING -> Result.WAITING;
                    case SENT -> Result.SENT;
                    case PARKED -> Result.FAILED;
                },
                fate.error());
    }

    void forgetOld() {
        database.execute(
                "delete from report_turn where due_at < cast(? as timestamptz)",
                clock.instant().minus(REMEMBERED).toString());
    }
}
