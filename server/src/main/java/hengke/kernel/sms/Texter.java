package hengke.kernel.sms;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes text messages in the transaction of whoever writes them: what is taken is sent, at least once, as long as its
 * code is good. The code is sealed while it waits and forgotten afterwards.
 */
public final class Texter {
    static final String SEAL = "sms";

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

    private Optional<SmsAccount> account() {
        return SmsAccount.of(settings.values());
    }

    private static boolean simulated(SmsAccount account) {
        return account.provider() == SmsProvider.SIMULATED;
    }

    /**
     * Promises to send a message once this transaction commits.
     *
     * @param good for so long its code is worth sending
     * @return is it only simulated?
     */
    public boolean send(DSLContext within, Sms sms, Duration good) {
        SmsAccount account = account()
                .orElseThrow(() -> new Refusal.Conflict("noSmsAccount", Message.of("sms.noAccount"), Map.of()));
        Instant now = clock.instant();
        SmsCaps.admit(within, sms.mobile(), now);
        within.execute(
                """
                insert into sms_queue (mobile, provider, content, next_attempt, until_at, created_at)
                values (?, ?, cast(? as jsonb), cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz))
                """,
                sms.mobile(),
                account.provider().wire(),
                box.seal(SEAL, JsonMapper.shared().getNodeFactory().stringNode(sms.code()))
                        .toString(),
                now,
                now.plus(good),
                now);
        return simulated(account);
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
                gateway.send(within, account, new Sms(mobile, TEST_CODE));
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
