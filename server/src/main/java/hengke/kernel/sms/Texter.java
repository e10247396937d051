package hengke.kernel.sms;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jooq.DSLContext;

/**
 * Takes text messages in the transaction of whoever writes them: what is taken is sent, at least once, as long as
 * it is worth it. What it says is sealed while it waits and forgotten afterwards.
 */
public final class Texter {
    static final String SEAL = "sms";

    private static final Duration NOTICE_GOOD = Duration.ofDays(1);

    /** What a test message says in place of a code. */
    private static final String TEST_CODE = "000000";

    private final DSLContext dsl;
    private final Settings settings;
    private final SecretBox box;
    private final Gateway gateway;
    private final Clock clock;

    Texter(DSLContext dsl, Settings settings, SecretBox box, Gateway gateway, Clock clock) {
        this.dsl = dsl;
        this.settings = settings;
        this.box = box;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Is there an account to send from? Without one, nothing is taken. */
    public boolean ready() {
        return account().isPresent();
    }

    /** Do messages stay within this product, where administrators read them? */
    public boolean simulated() {
        return account().filter(Texter::simulated).isPresent();
    }

    private SmsAccount needed() {
        return account().orElseThrow(() -> new Refusal.Conflict("noSmsAccount", Message.of("sms.noAccount"), Map.of()));
    }

    private Optional<SmsAccount> account() {
        return SmsAccount.of(settings.values());
    }

    private static boolean simulated(SmsAccount account) {
        return account.provider() == SmsProvider.SIMULATED;
    }

    /**
     * Promises to send a code once this transaction commits.
     *
     * @param good for so long the code is worth sending
     * @return is it only simulated?
     */
    public boolean code(DSLContext within, String mobile, String code, Duration good) {
        SmsAccount account = needed();
        Instant now = clock.instant();
        SmsCaps.admit(within, mobile, now);
        queue(within, account, Sms.code(mobile, code), now, now.plus(good));
        return simulated(account);
    }

    /**
     * Promises to send notices once this transaction commits: by day, so many as the numbers and the company may get.
     *
     * @param zone by which it is day
     * @param filled by number; in the order of the numbers, so that two who send many never wait for each other
     * @return those that were taken
     */
    public Set<String> notices(DSLContext within, ZoneId zone, SortedMap<String, Sms.Filled> filled) {
        SmsAccount account = needed();
        Instant now = clock.instant();
        Instant at = DayTime.from(now, zone);
        int left = SmsCaps.noticesLeft(
                within, settings.values().get(SmsSettings.NOTICES).intValue(), now);
        Set<String> taken = new LinkedHashSet<>();
        for (Map.Entry<String, Sms.Filled> each : filled.entrySet()) {
            if (taken.size() < left && SmsCaps.admitsNotice(within, each.getKey(), now)) {
                queue(within, account, new Sms(each.getKey(), each.getValue()), at, at.plus(NOTICE_GOOD));
                taken.add(each.getKey());
            }
        }
        return taken;
    }

    private void queue(DSLContext within, SmsAccount account, Sms sms, Instant at, Instant until) {
        within.execute(
                """
                insert into sms_queue (mobile, kind, provider, content, next_attempt, until_at, created_at)
                values (?, ?, ?, cast(? as jsonb), cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz))
                """,
                sms.mobile(),
                sms.says() instanceof Sms.Code ? "code" : "notice",
                account.provider().wire(),
                box.seal(SEAL, SealedSms.write(sms.says())).toString(),
                at,
                until,
                clock.instant());
    }

    /** Sends a test message now or says why that does not work, at the setting that is to blame. It counts as any other. */
    public void test(String mobile) {
        SmsAccount account = account()
                .orElseThrow(() -> Refusal.Invalid.at(SmsSettings.PROVIDER.name(), Message.of("sms.noAccount")));
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            Instant now = clock.instant();
            SmsCaps.admit(within, mobile, now);
            try {
                gateway.send(within, account, Sms.code(mobile, TEST_CODE));
            } catch (NotTexted refused) {
                throw Refusal.Invalid.at(refused.setting(), refused.reason());
            }
            within.execute("""
                    insert into sms_queue (mobile, provider, state, next_attempt, until_at, created_at, ended_at)
                    values (?, ?, 'sent', cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz),
                        cast(? as timestamptz))
                    """, mobile, account.provider().wire(), now, now, now, now);
        });
    }
}
