package hengke.capability.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.settings.SecretBox;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes sending forms by the thousand dear: each page carries a sealed ticket for one submission, and the browser
 * has to find a number whose SHA-256 with the ticket begins with so many zero bits (as in Back, “Hashcash”, 2002). It
 * takes a browser a moment and the server one hash.
 */
@Component
public final class FormChallenge {
    /** So many leading zero bits: 2^14 hashes on average. */
    public static final int BITS = 14;

    private static final String SEAL = "intake.ticket";
    private static final Duration AT_MOST = Duration.ofHours(12);
    private static final int MOST_CHARACTERS = 1_000;

    private final SecretBox box;
    private final Clock clock;

    FormChallenge(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** A ticket for one submission of this source. */
    public String ticket(IntakeSource source) {
        return box.seal(
                        SEAL,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("source", source.id())
                                .put("at", clock.millis())
                                .put("once", UUID.randomUUID().toString()))
                .stringValue();
    }

    /** The name of the submission that this ticket is for; refused when it is none, too old or not worked for. */
    public String redeem(IntakeSource source, String ticket, String work) {
        if (ticket.length() > MOST_CHARACTERS || work.length() > MOST_CHARACTERS) {
            throw Invalid.at("ticket", Message.of("intake.ticket"));
        }
        JsonNode opened;
        try {
            opened = box.open(SEAL, JsonMapper.shared().getNodeFactory().stringNode(ticket));
        } catch (SecretBox.Sealed e) {
            throw Invalid.at("ticket", Message.of("intake.ticket"));
        }
        Duration age = Duration.between(Instant.ofEpochMilli(opened.path("at").longValue()), clock.instant());
        boolean good = opened.path("source").longValue() == source.id()
                && !age.isNegative()
                && age.compareTo(AT_MOST) <= 0
                && zeroBits(ticket + "." + work) >= BITS;
        if (!good) {
            throw Invalid.at("ticket", Message.of("intake.ticket"));
        }
        return opened.path("once").stringValue();
    }

    /** How many bits at the beginning of the SHA-256 of a text are zero. */
    static int zeroBits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            int bits = 0;
            for (byte each : hash) {
                int value = each & 0xff;
                if (value != 0) {
                    return bits + Integer.numberOfLeadingZeros(value) - (Integer.SIZE - Byte.SIZE);
                }
                bits += Byte.SIZE;
            }
            return bits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
