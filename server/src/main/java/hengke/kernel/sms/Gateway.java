package hengke.kernel.sms;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.outbound.OutboundFault;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Hands one message over to whom an account is with. */
final class Gateway {
    private final Line line;
    private final SimulatedPhones phones;
    private final Clock clock;

    Gateway(Line line, SimulatedPhones phones, Clock clock) {
        this.line = line;
        this.phones = phones;
        this.clock = clock;
    }

    /** The way to a provider. */
    interface Line {
        Answer post(Outbound.Post post) throws OutboundFault;
    }

    /** @param within where a simulated phone keeps it */
    void send(DSLContext within, SmsAccount account, Sms sms) throws NotTexted {
        switch (account.provider()) {
            case NONE -> throw new IllegalStateException("an account without a provider");
            case ALIYUN -> call(new Aliyun(), account, sms);
            case TENCENT -> call(new Tencent(), account, sms);
            case SIMULATED -> phones.take(within, account, sms);
        }
    }

    private void call(Dialect dialect, SmsAccount account, Sms sms) throws NotTexted {
        String nonce = UUID.randomUUID().toString();
        Optional<ProviderFault> refused;
        try {
            refused = dialect.refused(line.post(dialect.post(account, sms, clock.instant(), nonce)));
        } catch (OutboundFault away) {
            throw new NotTexted(SmsSettings.PROVIDER.name(), away.reason(), false);
        }
        if (refused.isPresent()) {
            ProviderFault fault = refused.get();
            throw new NotTexted(fault.setting(), fault.reason(), !fault.passing());
        }
    }
}
