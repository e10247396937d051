package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.outbound.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Groups within this product, for whoever has no account of the real ones: they check signature, form and number of
 * messages as those do, answer in their words, and show administrators what came.
 */
@Component
public final class Simulator {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMELY = Duration.ofHours(1);
    private static final int IN_A_MINUTE = 20;
    private static final int KEPT = 200;

    private final DSLContext database;

    Simulator(DSLContext database) {
        this.database = database;
    }

    /** How a product says no. */
    private record Refusal(long code, String words) {}

    /**
     * A message that came.
     *
     * @param called mobile numbers
     * @param refused what was answered; null where it was taken
     */
    public record Received(
            long id,
            Instant at,
            String text,
            List<String> called,
            @Nullable String refused) {}

    /** Takes a message, or refuses it. */
    Answer post(Robot robot, Robots.Door door, Dialect.Posting posting, Instant at) {
        Product product = robot.own().product();
        Refusal refusal = tooMany(robot, at);
        refusal = refusal == null ? refused(product, door.secret(), posting, at) : refusal;
        Dialect dialect = product.dialect();
        String answer = JSON.createObjectNode()
                .put(dialect.code(), refusal == null ? 0 : refusal.code())
                .put(dialect.words(), refusal == null ? "ok" : refusal.words())
                .toString();
        database.execute(
                "insert into robot_simulated (endpoint, at, body, answer) values (?, cast(? as timestamptz), ?, ?)",
                robot.endpoint().id(),
                at.toString(),
                posting.body().toString(),
                answer);
        database.execute("""
                delete from robot_simulated where endpoint = ? and id <= (
                    select id from robot_simulated where endpoint = ? order by id desc offset ? limit 1)""", robot.endpoint().id(), robot.endpoint().id(), KEPT);
        return new Answer(200, Map.of(), answer.getBytes(UTF_8));
    }

    /** What came, the latest first. */
    public List<Received> received(Robot robot) {
        Dialect dialect = robot.own().product().dialect();
        return database.fetch(
                        "select id, at, body, answer from robot_simulated where endpoint = ? order by id desc",
                        robot.endpoint().id())
                .map(row -> {
                    JsonNode body = JSON.readTree(row.get("body", String.class));
                    String answer = row.get("answer", String.class);
                    return new Received(
                            row.get("id", Long.class),
                            row.get("at", OffsetDateTime.class).toInstant(),
                            text(robot.own().product(), body).asString(""),
                            called(robot.own().product(), body),
                            JSON.readTree(answer).path(dialect.code()).asLong() == 0 ? null : answer);
                });
    }

    private @Nullable Refusal tooMany(Robot robot, Instant at) {
        int taken = database.fetchSingle(
                        """
                        select count(*) from robot_simulated
                        where endpoint = ? and at > cast(? as timestamptz)""",
                        robot.endpoint().id(),
                        at.minus(Duration.ofMinutes(1)).toString())
                .get(0, Integer.class);
        return taken < IN_A_MINUTE
                ? null
                : switch (robot.own().product()) {
                    case WECOM -> new Refusal(45009, "api freq out of limit");
                    case DINGTALK -> new Refusal(130101, "send too fast, exceed 20 times per minute");
                    case FEISHU -> new Refusal(11232, "frequency limited");
                };
    }

    private static @Nullable Refusal refused(
            Product product, @Nullable String secret, Dialect.Posting posting, Instant at) {
        JsonNode body = posting.body();
        JsonNode text = text(product, body);
        boolean said = text.isString() && !text.asString().isBlank();
        return switch (product) {
            case WECOM ->
                !body.path("msgtype").asString("").equals("text") || !said
                        ? new Refusal(40008, "invalid message type")
                        : text.asString().getBytes(UTF_8).length > 2048
                                ? new Refusal(40058, "text.content exceed max length 2048")
                                : null;
            case DINGTALK ->
                secret != null && !signed(posting.address(), secret, at)
                        ? new Refusal(310000, "sign not match")
                        : !body.path("msgtype").asString("").equals("text") || !said
                                ? new Refusal(400402, "content is required")
                                : null;
            case FEISHU ->
                secret != null && !signed(body, secret, at)
                        ? new Refusal(19021, "sign match fail or timestamp is not within one hour from current time")
                        : !body.path("msg_type").asString("").equals("text") || !said
                                ? new Refusal(9499, "Bad Request")
                                : null;
        };
    }

    private static boolean signed(URI address, String secret, Instant at) {
        String asked = address.getRawQuery() == null ? "" : address.getRawQuery();
        Map<String, String> query = Arrays.stream(asked.split("&"))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8), (one, _) -> one));
        String millis = query.getOrDefault("timestamp", "");
        return millis.matches("[0-9]{13}")
                && timely(Instant.ofEpochMilli(Long.parseLong(millis)), at)
                && DingTalk.signature(secret, Long.parseLong(millis)).equals(query.get("sign"));
    }

    private static boolean signed(JsonNode body, String secret, Instant at) {
        String seconds = body.path("timestamp").asString("");
        return seconds.matches("[0-9]{10}")
                && timely(Instant.ofEpochSecond(Long.parseLong(seconds)), at)
                && Feishu.signature(secret, Long.parseLong(seconds))
                        .equals(body.path("sign").asString(""));
    }

    private static boolean timely(Instant signed, Instant at) {
        return Duration.between(signed, at).abs().compareTo(TIMELY) <= 0;
    }

    private static JsonNode text(Product product, JsonNode body) {
        return product == Product.FEISHU ? body.at("/content/text") : body.at("/text/content");
    }

    private static List<String> called(Product product, JsonNode body) {
        JsonNode called = switch (product) {
            case WECOM -> body.at("/text/mentioned_mobile_list");
            case DINGTALK -> body.at("/at/atMobiles");
            case FEISHU -> JSON.missingNode();
        };
        return called.valueStream().map(JsonNode::asString).toList();
    }
}
