package hengke.robots;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** 企业微信: the key in the address is all that is asked for; people are called by a list beside the text. */
final class WeCom implements Dialect {
    @Override
    public Posting posting(URI address, @Nullable String secret, String text, List<String> mobiles, Instant at) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("msgtype", "text");
        ObjectNode content = body.putObject("text").put("content", text);
        if (!mobiles.isEmpty()) {
            ArrayNode called = content.putArray("mentioned_mobile_list");
            mobiles.forEach(called::add);
        }
        return new Posting(address, body);
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
