package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.problem.Message;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How robots of a product are spoken to, and what they answer. */
sealed interface Dialect permits WeCom, DingTalk, Feishu {
    /** A message as it is posted. */
    record Posting(URI address, ObjectNode body) {}

    /**
     * Writes a message.
     *
     * @param secret null where the robot does not ask for signatures
     * @param mobiles of those who are called
     */
    Posting posting(URI address, @Nullable String secret, String text, List<String> mobiles, Instant at);

    /** What the number in an answer is called that is zero when all went well. */
    String code();

    /** What the words beside it are called. */
    String words();

    /** Why a message was refused, by an answer that HTTP takes for a success. */
    default Optional<Message> refused(String answer) {
        try {
            JsonNode read = JsonMapper.shared().readTree(answer);
            if (!read.path(code()).isIntegralNumber()) {
                return Optional.of(Message.of("robot.unknownAnswer"));
            }
            long code = read.path(code()).asLong();
            return code == 0
                    ? Optional.empty()
                    : Optional.of(
                            Message.of("robot.refused", code, read.path(words()).asString("")));
        } catch (JacksonException e) {
            return Optional.of(Message.of("robot.unknownAnswer"));
        }
    }

    /** HMAC-SHA256 in Base64. */
    static String hmac(String key, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
