package hengke.kernel.mail.inbox;

import hengke.kernel.mail.MailSecurity;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The mailboxes that are read, as people manage them. */
public final class Mailboxes {
    static final String ROW = """
            select id, purpose, owner, version, host, port, security, account, password, folder, mark_seen, active, since,
                uid_validity, last_uid, next_read, read_at, failures, error from mailbox
            """;

    private final DSLContext database;
    private final SecretBox box;
    private final Clock clock;

    Mailboxes(DSLContext database, SecretBox box, Clock clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    /** All of one purpose. */
    public List<Mailbox> all(String purpose) {
        return database.fetch(ROW + "where purpose = ?", purpose).map(Mailboxes::read);
    }

    public Optional<Mailbox> find(String purpose, long owner) {
        return find(database, purpose, owner);
    }

    private static Optional<Mailbox> find(DSLContext within, String purpose, long owner) {
        return within.fetchOptional(ROW + "where purpose = ? and owner = ?", purpose, owner)
                .map(Mailboxes::read);
    }

    /**
     * Lays a mailbox down for an owner. A change of the server, the account or the folder begins anew, with new mails
     * only or so many days back.
     */
    public Mailbox save(DSLContext within, String purpose, long owner, MailboxDraft draft) {
        Optional<Mailbox> present = find(within, purpose, owner);
        String sealed = sealed(within, purpose, owner, draft, present);
        boolean same = present.map(
                        before -> before.reachedAs(draft) && before.folder().equals(draft.folder()))
                .orElse(false);
        // servers tell when a mail came in to the second
        Instant since = same
                ? present.get().since()
                : clock.instant().minus(Duration.ofDays(draft.days())).truncatedTo(ChronoUnit.SECONDS);
        within.execute(
                """
                insert into mailbox (purpose, owner, host, port, security, account, password, folder, mark_seen, active,
                    since, next_read)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, true, cast(? as timestamptz), cast(? as timestamptz))
                on conflict (purpose, owner) do update set host = excluded.host, port = excluded.port,
                    security = excluded.security, account = excluded.account, password = excluded.password,
                    folder = excluded.folder, mark_seen = excluded.mark_seen, since = excluded.since,
                    next_read = excluded.next_read, version = mailbox.version + 1, failures = 0, error = null,
                    held_until = null,
                    uid_validity = case when ? then mailbox.uid_validity end,
                    last_uid = case when ? then mailbox.last_uid else 0 end
                """,
                purpose,
                owner,
                draft.host(),
                draft.port(),
                draft.security().wire(),
                draft.user(),
                sealed,
                draft.folder(),
                draft.markSeen(),
                since,
                clock.instant(),
                same,
                same);
        return find(within, purpose, owner).orElseThrow();
    }

    /** Goes on or rests. */
    public void turn(DSLContext within, String purpose, long owner, boolean active) {
        within.execute("""
                update mailbox set active = ?, next_read = cast(? as timestamptz)
                where purpose = ? and owner = ? and active <> ?
                """, active, clock.instant(), purpose, owner, active);
    }

    /** Visits a mailbox and says how many mails lie there, or what is wrong, at the part of the account to look at. */
    public int test(String purpose, @Nullable Long owner, MailboxDraft draft) {
        Optional<Mailbox> present = owner == null ? Optional.empty() : find(purpose, owner);
        String password = draft.password() != null
                ? draft.password()
                : open(
                        purpose,
                        owner == null ? 0 : owner,
                        sealed(database, purpose, owner == null ? 0 : owner, draft, present));
        try (ImapSession session = ImapSession.open(draft, password)) {
            return session.messages();
        } catch (MailboxFault fault) {
            throw Refusal.Invalid.at(fault.part(), fault.reason());
        } catch (MessagingException e) {
            MailboxFault fault = MailboxFault.of(e);
            throw Refusal.Invalid.at(fault.part(), fault.reason());
        }
    }

    private String open(String purpose, long owner, String sealed) {
        try {
            return password(box, purpose, owner, sealed);
        } catch (SecretBox.Sealed e) {
            throw Refusal.Invalid.at("password", Message.of("mail.passwordSealed"));
        }
    }

    /** The password goes only to the server it was given for. */
    private String sealed(
            DSLContext within, String purpose, long owner, MailboxDraft draft, Optional<Mailbox> present) {
        if (draft.password() != null) {
            return box.seal(
                            seal(purpose, owner),
                            JsonMapper.shared().getNodeFactory().stringNode(draft.password()))
                    .toString();
        }
        if (present.isEmpty()) {
            throw Refusal.Invalid.at("password", Message.of("web.required"));
        }
        if (!present.get().reachedAs(draft)) {
            throw Refusal.Invalid.at("password", Message.of("mail.passwordAgain"));
        }
        return need(
                        within.fetchSingle(
                                "select password from mailbox where purpose = ? and owner = ?", purpose, owner),
                        "password",
                        JSONB.class)
                .data();
    }

    static String password(SecretBox box, String purpose, long owner, String sealed) throws SecretBox.Sealed {
        return box.open(seal(purpose, owner), JsonMapper.shared().readTree(sealed))
                .stringValue();
    }

    private static String seal(String purpose, long owner) {
        return "mailbox " + purpose + " " + owner;
    }

    static Mailbox read(Record row) {
        return new Mailbox(
                need(row, "owner", Long.class),
                need(row, "host", String.class),
                need(row, "port", Integer.class),
                MailSecurity.of(need(row, "security", String.class)),
                need(row, "account", String.class),
                need(row, "folder", String.class),
                need(row, "mark_seen", Boolean.class),
                need(row, "active", Boolean.class),
                need(row, "since", Instant.class),
                row.get("read_at", Instant.class),
                need(row, "next_read", Instant.class),
                need(row, "failures", Integer.class),
                row.get("error", String.class));
    }

    static <T> T need(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
