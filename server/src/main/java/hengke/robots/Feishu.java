package hengke.robots;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 飞书: signed in the body, of nothing, with seconds and secret as the key. By a webhook nobody can be called by a mobile
 * number.
 */
final class Feishu implements Dialect {
    @Override
    public Posting posting(URI address, @Nullable String secret, String text, List<String> mobiles, Instant at) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (secret != null) {
            long seconds = at.getEpochSecond();
            body.put("timestamp", Long.toString(seconds)).put("sign", signature(secret, seconds));
        }
        body.put("msg_type", "text").putObject("content").put("text", text);
        return new Posting(address, body);
    }

    /** @param at seconds since 1970 */
    static String signature(String secret, long at) {
        return Dialect.hmac(at + "\n" + secret, "");
    }

    @Override
    public String code() {
        return "code";
    }

    @Override
    public String words() {
        return "msg";
    }
}
