package hengke.kernel.sms;

import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages that wait to be sent. One that fails is tried again, a code within minutes, because it is not good for longer;
 * then it is given up, and an administrator sees why. Several nodes send side by side, each message by one of them.
 */
public final class SmsQueue {
    private static final Logger log = LoggerFactory.getLogger(SmsQueue.class);
    /** A code is soon worth nothing; a notice is for the day. */
    private static final List<Duration> NOTICE_PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(4));

    private static final List<Duration> CODE_PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4));
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int SHOWN = 50;

    private final DSLContext dsl;
    private final Settings settings;
    private final SecretBox box;
    private final Gateway gateway;
    private final Clock clock;

    SmsQueue(DSLContext dsl, Settings settings, SecretBox box, Gateway gateway, Clock clock) {
        this.dsl = dsl;
        this.settings = settings;
        this.box = box;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * A message that could not be sent so far.
     *
     * @param givenUp it is not tried any more
     * @param error as kept by {@link KeptMessage}
     */
    public record Failed(
            long id,
            String mobile,
            boolean givenUp,
            int attempts,
            @Nullable String error,
            Instant createdAt) {}

    /** Sends what is due, one by one. */
    void sendDue() {
        while (dsl.transactionResult(transaction -> sendOne(transaction.dsl()))) {
            log.debug("a text message is dealt with");
        }
    }

    /** The row stays locked while the message is handed over, so that no other node takes it. */
    private boolean sendOne(DSLContext within) {
        Record row = within.fetchOne("""
                select id, mobile, kind, provider, content, attempts, until_at from sms_queue
                where state = 'waiting' and next_attempt <= cast(? as timestamptz)
                order by next_attempt, id limit 1 for update skip locked
                """, clock.instant());
        if (row == null) {
            return false;
        }
        long id = row.get("id", Long.class);
        int attempts = row.get("attempts", Integer.class);
        Instant until = row.get("until_at", OffsetDateTime.class).toInstant();
        try {
            requireGood(until);
            gateway.send(
                    within,
                    account(row.get("provider", String.class)),
                    new Sms(row.get("mobile", String.class), says(row)));
            within.execute("""
                    update sms_queue set state = 'sent', content = null, error = null, ended_at = cast(? as timestamptz)
                    where id = ?
                    """, clock.instant(), id);
        } catch (NotTexted refused) {
            List<Duration> pauses = row.get("kind", String.class).equals("code") ? CODE_PAUSES : NOTICE_PAUSES;
            failed(within, id, attempts, pauses, until, refused);
        }
        return true;
    }

    private void requireGood(Instant until) throws NotTexted {
        if (!clock.instant().isBefore(until)) {
            throw new NotTexted(SmsSettings.PROVIDER.name(), Message.of("sms.tooLate"), true);
        }
    }

    /** With no other than it was promised with: that it is simulated, or is not, is on record by then. */
    private SmsAccount account(String promised) throws NotTexted {
        Optional<SmsAccount> account = SmsAccount.of(settings.values());
        return account.filter(present -> present.provider().wire().equals(promised))
                .orElseThrow(() -> new NotTexted(SmsSettings.PROVIDER.name(), Message.of("sms.accountChanged"), true));
    }

    private Sms.Says says(Record row) throws NotTexted {
        try {
            return SealedSms.read(box.open(
                    Texter.SEAL,
                    JsonMapper.shared().readTree(row.get("content", JSONB.class).data())));
        } catch (SecretBox.Sealed sealed) {
            throw new NotTexted(SmsSettings.PROVIDER.name(), Message.of("sms.sealed"), true);
        }
    }

    private void failed(
            DSLContext within, long id, int attempts, List<Duration> pauses, Instant until, NotTexted refused) {
        Instant now = clock.instant();
        Instant next = now.plus(pauses.get(Math.min(attempts, pauses.size() - 1)));
        boolean over = refused.lasting() || attempts >= pauses.size() || !next.isBefore(until);
        within.execute("""
                update sms_queue set attempts = attempts + 1, error = ?, next_attempt = cast(? as timestamptz), state = ?,
                    content = case when ? then null else content end,
                    ended_at = case when ? then cast(? as timestamptz) end
                where id = ?
                """, KeptMessage.of(refused.reason()), next, over ? "failed" : "waiting", over, over, now, id);
    }

    /** What was given up or has failed at least once, newest first. */
    public List<Failed> failed() {
        return dsl.fetch("""
                select id, mobile, state, attempts, error, created_at from sms_queue
                where state = 'failed' or state = 'waiting' and attempts > 0 order by id desc limit ?
                """, SHOWN)
                .map(row -> new Failed(
                        row.get("id", Long.class),
                        row.get("mobile", String.class),
                        row.get("state", String.class).equals("failed"),
                        row.get("attempts", Integer.class),
                        row.get("error", String.class),
                        row.get("created_at", OffsetDateTime.class).toInstant()));
    }

    void forgetOld() {
        dsl.execute(
                "delete from sms_queue where state <> 'waiting' and created_at < cast(? as timestamptz)",
                clock.instant().minus(REMEMBERED));
    }
}
