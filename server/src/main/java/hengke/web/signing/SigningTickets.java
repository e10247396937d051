package hengke.web.signing;

import hengke.capability.signing.Party;
import hengke.kernel.settings.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows that this browser has given the code that was sent: sealed, for one who signs, for two hours. */
@Component
final class SigningTickets {
    static final String HEADER = "Hengke-Ticket";

    private static final String SEAL = "signing.ticket";
    private static final Duration GOOD = Duration.ofHours(2);
    private static final int LONGEST = 1_000;

    private final SecretBox box;
    private final Clock clock;

    SigningTickets(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    String of(Party party) {
        return box.seal(
                        SEAL,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("party", party.id())
                                .put("at", clock.millis()))
                .stringValue();
    }

    boolean good(@Nullable String ticket, Party party) {
        if (ticket == null || ticket.isEmpty() || ticket.length() > LONGEST) {
            return false;
        }
        try {
            JsonNode opened =
                    box.open(SEAL, JsonMapper.shared().getNodeFactory().stringNode(ticket));
            Instant until = Instant.ofEpochMilli(opened.path("at").longValue()).plus(GOOD);
            return opened.path("party").longValue() == party.id()
                    && clock.instant().isBefore(until);
        } catch (SecretBox.Sealed e) {
            return false;
        }
    }
}
