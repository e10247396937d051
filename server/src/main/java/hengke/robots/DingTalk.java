package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 钉钉: signed in the address, by milliseconds and secret with the secret as the key; people are called by a list, and the
 * text has to name their numbers, which the group sees as names.
 */
final class DingTalk implements Dialect {
    @Override
    public Posting posting(URI address, @Nullable String secret, String text, List<String> mobiles, Instant at) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("msgtype", "text");
        String calls = mobiles.stream().map(each -> "@" + each).collect(Collectors.joining(" "));
        body.putObject("text").put("content", calls.isEmpty() ? text : text + "\n" + calls);
        if (!mobiles.isEmpty()) {
            ArrayNode called = body.putObject("at").putArray("atMobiles");
            mobiles.forEach(called::add);
        }
        return new Posting(secret == null ? address : signed(address, secret, at.toEpochMilli()), body);
    }

    private static URI signed(URI address, String secret, long at) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + "timestamp=" + at + "&sign="
                + URLEncoder.encode(signature(secret, at), UTF_8));
    }

    /** @param at milliseconds since 1970 */
    static String signature(String secret, long at) {
        return Dialect.hmac(secret, at + "\n" + secret);
    }

    @Override
    public String code() {
        return "errcode";
    }

    @Override
    public String words() {
        return "errmsg";
    }
}
