package hengke.capability.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.outbound.Answer;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.outbound.OutboundFault;
import hengke.kernel.settings.SecretBox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sends to other programs, signed by Standard Webhooks. */
@Component
final class SignedCarrier implements Carrier {
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private static final int LONGEST_ANSWER = 4 << 10;

    private final Secrets secrets;
    private final Outbound outbound;
    private final DSLContext database;

    SignedCarrier(Secrets secrets, Outbound outbound, DSLContext database) {
        this.secrets = secrets;
        this.outbound = outbound;
        this.database = database;
    }

    @Override
    public String kind() {
        return Endpoint.STANDARD;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    @Override
    public Reply carry(Endpoint endpoint, Letter letter, Instant at) throws OutboundFault, SecretBox.Sealed {
        String signature =
                Signature.of(secrets.of(database, endpoint.id(), at), letter.id(), at.getEpochSecond(), letter.body());
        Answer answer = outbound.post(new Outbound.Post(
                URI.create(endpoint.address()),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        letter.id(),
                        "webhook-timestamp",
                        Long.toString(at.getEpochSecond()),
                        "webhook-signature",
                        signature),
                letter.body().getBytes(UTF_8),
                SendDeliveries.PATIENCE,
                LONGEST_ANSWER,
                false));
        return new Reply(answer.status(), null, answer.text());
    }
}
