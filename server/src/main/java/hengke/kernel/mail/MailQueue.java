package hengke.kernel.mail;

import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import java.io.FileNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mails that wait to be sent. One that fails is tried again later and later; one that cannot be sent is parked, and
 * an administrator sees why. Several nodes send side by side, each mail by one of them.
 */
public final class MailQueue {
    private static final Logger log = LoggerFactory.getLogger(MailQueue.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int SHOWN = 100;

    private final DSLContext dsl;
    private final Settings settings;
    private final SecretBox box;
    private final Enclosures files;
    private final Clock clock;

    MailQueue(DSLContext dsl, Settings settings, SecretBox box, Enclosures files, Clock clock) {
        this.dsl = dsl;
        this.settings = settings;
        this.box = box;
        this.files = files;
        this.clock = clock;
    }

    /** Where the files are that go along with mails. */
    interface Enclosures {
        Optional<Smtp.Enclosed> find(Mail.Enclosure enclosure);
    }

    /** A mail that could not be sent so far; {@code error} as kept by {@link KeptMessage}. */
    public record Stuck(
            long id,
            String to,
            String subject,
            boolean parked,
            int attempts,
            @Nullable String error,
            Instant createdAt,
            Instant nextAttempt) {}

    /** Sends what is due, one by one; with nothing to send from, all waits. */
    void sendDue() {
        Optional<MailAccount> account = MailAccount.of(settings.values());
        if (account.isPresent()) {
            while (dsl.transactionResult(transaction -> sendOne(transaction.dsl(), account.get()))) {
                log.debug("a mail is sent");
            }
        }
    }

    /** The row stays locked while the mail is handed over, so that no other node takes it. */
    private boolean sendOne(DSLContext within, MailAccount account) {
        Record row = within.fetchOne("""
                select id, recipient, subject, content, message_id, attempts from mail_queue
                where state = 'waiting' and next_attempt <= cast(? as timestamptz)
                order by next_attempt limit 1 for update skip locked
                """, clock.instant());
        if (row == null) {
            return false;
        }
        long id = row.get("id", Long.class);
        try {
            Mail mail = SealedMail.open(
                    row.get("recipient", String.class),
                    row.get("subject", String.class),
                    box.open(
                            Mailer.SEAL,
                            JsonMapper.shared()
                                    .readTree(row.get("content", JSONB.class).data())));
            Smtp.send(account, mail, enclosed(mail), row.get("message_id", String.class), clock.instant());
            within.execute("""
                    update mail_queue set state = 'sent', content = null, error = null, sent_at = cast(? as timestamptz)
                    where id = ?
                    """, clock.instant(), id);
        } catch (NotSent notSent) {
            failed(within, id, row.get("attempts", Integer.class), notSent.reason(), notSent.lasting());
        } catch (SecretBox.Sealed sealed) {
            failed(within, id, PAUSES.size(), Message.of("mail.sealed"), true);
        }
        return true;
    }

    private List<Smtp.Enclosed> enclosed(Mail mail) throws NotSent {
        List<Smtp.Enclosed> enclosed = new ArrayList<>();
        for (Mail.Enclosure enclosure : mail.enclosures()) {
            enclosed.add(files.find(enclosure)
                    .orElseThrow(() -> new NotSent(
                            new FileNotFoundException("file " + enclosure.file()), "to", true, "mail.fileMissing")));
        }
        return enclosed;
    }

    private void failed(DSLContext within, long id, int attempts, Message reason, boolean lasting) {
        boolean parked = lasting || attempts >= PAUSES.size();
        Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
        within.execute(
                """
                update mail_queue
                set attempts = attempts + 1, state = ?, error = ?, next_attempt = cast(? as timestamptz)
                where id = ?
                """,
                parked ? "parked" : "waiting",
                KeptMessage.of(reason),
                clock.instant().plus(pause),
                id);
    }

    /** What became of a mail; {@code error} as kept by {@link KeptMessage}. */
    public record Fate(State state, @Nullable String error) {}

    /** How far a mail has come. */
    public enum State {
        WAITING,
        SENT,
        PARKED
    }

    /** What became of these; of one that somebody gave up, or that was sent long ago, nothing is known. */
    public Map<Long, Fate> fates(Collection<Long> mails) {
        return dsl.fetch("select id, state, error from mail_queue where id = any(?)", (Object)
                        mails.toArray(Long[]::new))
                .intoMap(
                        row -> row.get("id", Long.class),
                        row -> new Fate(
                                State.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                                row.get("error", String.class)));
    }

    /** What is parked or has failed at least once, newest first. */
    public List<Stuck> stuck() {
        return dsl.fetch("""
                select id, recipient, subject, state, attempts, error, created_at, next_attempt from mail_queue
                where state = 'parked' or state = 'waiting' and attempts > 0 order by id desc limit ?
                """, SHOWN)
                .map(row -> new Stuck(
                        row.get("id", Long.class),
                        row.get("recipient", String.class),
                        row.get("subject", String.class),
                        row.get("state", String.class).equals("parked"),
                        row.get("attempts", Integer.class),
                        row.get("error", String.class),
                        row.get("created_at", OffsetDateTime.class).toInstant(),
                        row.get("next_attempt", OffsetDateTime.class).toInstant()));
    }

    /** Tries a stuck mail again now; false when it is not there any more. */
    public boolean again(long id) {
        return dsl.execute("""
                        update mail_queue set state = 'waiting', attempts = 0, next_attempt = cast(? as timestamptz)
                        where id = ? and state <> 'sent'
                        """, clock.instant(), id) > 0;
    }

    /** Gives a stuck mail up. */
    public boolean giveUp(long id) {
        return dsl.execute("delete from mail_queue where id = ? and state <> 'sent'", id) > 0;
    }

    void forgetOld() {
        dsl.execute(
                "delete from mail_queue where state = 'sent' and sent_at < cast(? as timestamptz)",
                clock.instant().minus(REMEMBERED));
    }
}
