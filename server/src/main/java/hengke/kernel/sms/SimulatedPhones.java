package hengke.kernel.sms;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;

/** Phones within this product, for whoever has no account of a provider: administrators read what came. */
public final class SimulatedPhones {
    private static final int KEPT = 50;

    /** How the product signs where no signature is decided. */
    private static final String SIGN_NAME = "恒客";

    private final DSLContext dsl;
    private final Clock clock;

    SimulatedPhones(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** A message that came to a simulated phone. */
    public record Received(long id, Instant at, String mobile, String text) {}

    void take(DSLContext within, SmsAccount account, Sms sms) {
        String signName = account.signName().isEmpty() ? SIGN_NAME : account.signName();
        within.execute(
                "insert into sms_simulated (at, mobile, text) values (cast(? as timestamptz), ?, ?)",
                clock.instant(),
                sms.mobile(),
                text(signName, sms.says()));
        within.execute("""
                delete from sms_simulated where id <= (select id from sms_simulated order by id desc offset ? limit 1)
                """, KEPT);
    }

    private static String text(String signName, Sms.Says says) {
        return switch (says) {
            case Sms.Code(String code) ->
                Message.of("sms.simulatedText", signName, code).in(Language.CHINESE);
            case Sms.Filled filled -> "【" + signName + "】" + filled.wording();
        };
    }

    /** What came, the latest first. */
    public List<Received> received() {
        return dsl.fetch("select id, at, mobile, text from sms_simulated order by id desc")
                .map(row -> new Received(
                        row.get("id", Long.class),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("mobile", String.class),
                        row.get("text", String.class)));
    }
}
