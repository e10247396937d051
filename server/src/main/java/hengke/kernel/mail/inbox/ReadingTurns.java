package hengke.kernel.mail.inbox;

import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to be read, and how far each mailbox was read. Where two read the same at once, each mail is still
 * taken by one: how far it was read is locked and moved on in the transaction that keeps the mail.
 */
final class ReadingTurns {
    /** A reader that has not moved on for so long is taken for dead. */
    private static final Duration HOLD = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final DSLContext database;
    private final Clock clock;

    ReadingTurns(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A mailbox whose turn it is.
     *
     * @param version of the account; once it is another one, this turn is over
     * @param uidValidity under which {@code lastUid} means something; null for a mailbox never read
     */
    record Turn(
            long id,
            long version,
            String purpose,
            Mailbox mailbox,
            String sealedPassword,
            @Nullable Long uidValidity,
            long lastUid) {
        MailboxDraft account() {
            return new MailboxDraft(
                    mailbox.host(),
                    mailbox.port(),
                    mailbox.security(),
                    mailbox.user(),
                    null,
                    mailbox.folder(),
                    mailbox.markSeen(),
                    0);
        }
    }

    /** The one that has waited longest, if any is due; no other node gets it meanwhile. */
    Optional<Turn> next() {
        return hold("""
                select id from mailbox
                where active and next_read <= cast(? as timestamptz)
                    and (held_until is null or held_until < cast(? as timestamptz))
                order by next_read limit 1 for update skip locked
                """, clock.instant(), clock.instant());
    }

    /** One that somebody wants read now. */
    Optional<Turn> now(String purpose, long owner) {
        return hold("select id from mailbox where active and purpose = ? and owner = ? for update", purpose, owner);
    }

    private Optional<Turn> hold(String which, Object... arguments) {
        return database.transactionResult(configuration -> {
            DSLContext within = configuration.dsl();
            return within.fetchOptional(which, arguments)
                    .map(row -> Mailboxes.need(row, "id", Long.class))
                    .map(id -> {
                        within.execute(
                                "update mailbox set held_until = cast(? as timestamptz) where id = ?",
                                clock.instant().plus(HOLD),
                                id);
                        return turn(within.fetchSingle(Mailboxes.ROW + "where id = ?", id));
                    });
        });
    }

    private static Turn turn(Record row) {
        return new Turn(
                Mailboxes.need(row, "id", Long.class),
                Mailboxes.need(row, "version", Long.class),
                Mailboxes.need(row, "purpose", String.class),
                Mailboxes.read(row),
                Mailboxes.need(row, "password", JSONB.class).data(),
                row.get("uid_validity", Long.class),
                Mailboxes.need(row, "last_uid", Long.class));
    }

    /**
     * Moves on to a mail, and keeps it unless that was done.
     *
     * @param mail null where there is none under this number any more
     * @return what is to be done then; nothing at all once the turn is over
     */
    Optional<Runnable> take(
            Turn turn,
            long uidValidity,
            long uid,
            @Nullable ReceivedMail mail,
            BiFunction<DSLContext, ReceivedMail, Runnable> keep) {
        return database.transactionResult(configuration -> {
            DSLContext within = configuration.dsl();
            Record row = within.fetchOne(
                    "select uid_validity, last_uid from mailbox where id = ? and version = ? and active for update",
                    turn.id(),
                    turn.version());
            if (row == null) {
                return Optional.empty();
            }
            Long validity = row.get("uid_validity", Long.class);
            boolean same = validity != null && validity == uidValidity;
            if (same && Mailboxes.need(row, "last_uid", Long.class) >= uid) {
                return Optional.of(() -> {});
            }
            Runnable afterwards = mail != null && first(within, turn, mail) ? keep.apply(within, mail) : () -> {};
            moveOn(within, turn, uidValidity, uid);
            return Optional.of(afterwards);
        });
    }

    private boolean first(DSLContext within, Turn turn, ReceivedMail mail) {
        return within.execute("""
                        insert into mailbox_mail (mailbox, fingerprint, taken_at) values (?, ?, cast(? as timestamptz))
                        on conflict do nothing
                        """, turn.id(), mail.fingerprint(), clock.instant()) > 0;
    }

    private void moveOn(DSLContext within, Turn turn, long uidValidity, long uid) {
        within.execute("""
                update mailbox set uid_validity = ?, last_uid = ?, held_until = cast(? as timestamptz) where id = ?
                """, uidValidity, uid, clock.instant().plus(HOLD), turn.id());
    }

    /** It was read to its end. */
    void done(Turn turn, long uidValidity, long upTo) {
        database.execute(
                """
                update mailbox set held_until = null, failures = 0, error = null, read_at = cast(? as timestamptz),
                    next_read = cast(? as timestamptz),
                    last_uid = case when uid_validity = ? then greatest(last_uid, ?) else ? end, uid_validity = ?
                where id = ? and version = ?
                """,
                clock.instant(),
                clock.instant().plus(PAUSE),
                uidValidity,
                upTo,
                upTo,
                uidValidity,
                turn.id(),
                turn.version());
    }

    /** There is more, which the next turn reads; others come first. */
    void interrupted(Turn turn) {
        database.execute("""
                update mailbox set held_until = null, failures = 0, error = null, next_read = cast(? as timestamptz)
                where id = ? and version = ?
                """, clock.instant(), turn.id(), turn.version());
    }

    /** It could not be read; the next try comes later and later. */
    void failed(Turn turn, Message reason) {
        Instant next = clock.instant().plus(PAUSES.get(Math.min(turn.mailbox().failures(), PAUSES.size() - 1)));
        database.execute("""
                update mailbox set held_until = null, failures = failures + 1, error = ?,
                    next_read = cast(? as timestamptz)
                where id = ? and version = ?
                """, KeptMessage.of(reason), next, turn.id(), turn.version());
    }
}
