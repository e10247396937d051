package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import hengke.capability.webhook.SendDeliveries;
import hengke.kernel.settings.SecretBox;
import hengke.testing.ApiClient;
import hengke.testing.Receiver;
import hengke.testing.Receiver.Request;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What groups are told, of whom, how often, and what becomes of it when they do not listen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RobotsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final SettableClock CLOCK = new SettableClock("2026-11-30T02:00:00Z");
    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private static RunningApplication application;
    private static ComposeMessages compose;
    private static SendDeliveries sending;
    private static ApiClient admin;
    private static long sales;
    private static long role;
    private static long ana;
    private static long bob;

    @BeforeAll
    static void start() {
        application = RunningApplication.startAt(
                CLOCK,
                "--hengke.admin.login=admin",
                "--hengke.admin.password=" + PASSWORD,
                "--hengke.base-url=https://crm.example.cn",
                "--hengke.outbound.networks=127.0.0.1");
        compose = application.bean(ComposeMessages.class);
        sending = application.bean(SendDeliveries.class);
        signIn();
        sales = admin.post("/api/departments", "{\"name\":\"销售部\"}").expect(201).number("/id");
        role = admin.post("/api/roles", """
                        {"name":"只看自己","grants":[{"object":"customer","verb":"read","scope":"own"}]}""").expect(201).number("/id");
        ana = person("ana", "安娜", "\"13800000001\"", Long.toString(sales));
        bob = person("bob", "鲍勃", "null", "null");
    }

    private static long person(String login, String name, String phone, String department) {
        return admin.post("/api/users", """
                        {"login":"%s","name":"%s","phone":%s,"department":%s,"password":"%s","roles":[%d]}""".formatted(login, name, phone, department, PASSWORD, role))
                .expect(201)
                .number("/id");
    }

    @BeforeEach
    void again() {
        signIn();
    }

    private static void signIn() {
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @AfterEach
    void remove() {
        signIn();
        admin.get("/api/robots")
                .expect(200)
                .body()
                .path("items")
                .forEach(each ->
                        admin.delete("/api/robots/" + each.path("id").asLong()).expect(204));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_group_learns_who_was_told_what_kind_of_thing_and_no_word_of_it() {
        var query = new AtomicReference<>("");
        try (Receiver receiver = new Receiver((_, exchange) -> {
            query.set(exchange.getRequestURI().getRawQuery());
            answer(exchange, OK);
        })) {
            robot("""
                    "name":"销售群","product":"dingtalk","secret":"SEC1","kinds":["owner","conversation"],"everybody":true,
                    "address":"%s" """.formatted(receiver.address("/robot/send?access_token=token")));
            own(ana, "绝密客户");
            say("@安娜 绝密内容");
            Request told = arrived(receiver, 1).getFirst();
            String text = told.body().at("/text/content").asString();
            assertThat(text)
                    .contains("· 交给我的记录：安娜", "· 会话中@我：安娜", "https://crm.example.cn", "@13800000001")
                    .doesNotContain("绝密");
            assertThat(told.text()).doesNotContain("绝密");
            assertThat(told.body().at("/at/atMobiles/0").asString()).isEqualTo("13800000001");
            long millis = CLOCK.millis();
            assertThat(query.get())
                    .startsWith("access_token=token&timestamp=" + millis)
                    .endsWith(URLEncoder.encode(DingTalk.signature("SEC1", millis), UTF_8));
            assertThat(stored()).doesNotContain("绝密", "13800000001", "SEC1", "access_token=token");
        }
    }

    @Test
    void only_chosen_kinds_of_the_chosen_people_are_told_and_nothing_while_it_is_off() {
        try (Receiver receiver = answering(OK)) {
            String some = """
                    "name":"销售部群","product":"wecom","kinds":["owner"],"departments":[%d]%s,
                    "address":"%s" """;
            String address = receiver.address("/cgi-bin/webhook/send?key=k");
            long id = robot(some.formatted(sales, "", address));
            say("@安娜 别的种类");
            own(bob, "别的部门");
            own(ana, "本部门");
            assertThat(content(arrived(receiver, 1).getFirst())).contains("安娜").doesNotContain("鲍勃", "会话");
            change(id, some.formatted(sales, ",\"active\":false", address));
            own(ana, "停用时");
            assertThat(inLine()).isZero();
            assertThat(places("ana", "owner")).isEmpty();
            change(id, some.formatted(sales, "", address));
            assertThat(places("ana", "owner")).contains("销售部群");
            assertThat(places("ana", "conversation")).isEmpty();
            assertThat(places("bob", "owner")).isEmpty();
        }
    }

    @Test
    void whoever_does_not_want_to_be_called_of_a_kind_is_named_and_not_called() {
        try (Receiver receiver = answering(OK)) {
            robot("""
                    "name":"只提名字","product":"wecom","kinds":["owner"],"everybody":true,
                    "address":"%s" """.formatted(receiver.address("/cgi-bin/webhook/send?key=k")));
            choose("ana", false);
            own(ana, "不叫");
            choose("ana", true);
            Request told = arrived(receiver, 1).getFirst();
            assertThat(content(told)).contains("安娜");
            assertThat(told.text()).doesNotContain("13800000001");
            own(ana, "叫");
            CLOCK.advance(CarryToRobots.PACE);
            assertThat(arrived(receiver, 2)
                            .get(1)
                            .body()
                            .at("/text/mentioned_mobile_list/0")
                            .asString())
                    .isEqualTo("13800000001");
        }
    }

    @Test
    void many_notices_are_one_message_and_the_next_one_waits_its_time() {
        try (Receiver receiver = answering(OK)) {
            long id = robot("""
                    "name":"很多","product":"wecom","kinds":["owner"],"everybody":true,
                    "address":"%s" """.formatted(receiver.address("/cgi-bin/webhook/send?key=k")));
            line(id, 300);
            assertThat(content(arrived(receiver, 1).getFirst())).contains("安娜 ×300");
            await().until(() -> log(id, "delivered").size() == 1);
            line(id, 2);
            compose.run();
            assertThat(log(id, "waiting")).hasSize(1);
            sending.run();
            assertThat(receiver.requests()).hasSize(1);
            // what comes meanwhile is not made a message of its own
            line(id, 5);
            compose.run();
            assertThat(log(id, "waiting")).hasSize(1);
            CLOCK.advance(CarryToRobots.PACE);
            assertThat(content(arrived(receiver, 2).get(1))).contains("安娜 ×2");
            CLOCK.advance(CarryToRobots.PACE);
            assertThat(content(arrived(receiver, 3).get(2))).contains("安娜 ×5");
        }
    }

    @Test
    void a_no_with_status_200_is_a_failure_that_is_shown_tried_again_and_parked() {
        var answer = new AtomicReference<>("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
        try (Receiver receiver = new Receiver((_, exchange) -> answer(exchange, answer.get()))) {
            long id = robot("""
                    "name":"被拒绝","product":"wecom","kinds":["owner"],"everybody":true,
                    "address":"%s" """.formatted(receiver.address("/cgi-bin/webhook/send?key=k")));
            own(ana, "被拒绝");
            arrived(receiver, 1);
            await().until(() -> log(id, "waiting").stream()
                    .anyMatch(each -> each.path("fault").asString("").contains("93000 invalid webhook url")));
            for (int tries = 2; tries <= CarryToRobots.PAUSES.size() + 1; tries++) {
                CLOCK.advance(CarryToRobots.PAUSES.get(tries - 2));
                arrived(receiver, tries);
                int now = tries;
                await().until(() -> attempts() == now);
            }
            signIn();
            assertThat(log(id, "parked")).hasSize(1);
            assertThat(one(id).path("parked").asInt()).isOne();
            assertThat(receiver.requests())
                    .extracting(Request::text)
                    .containsOnly(receiver.requests().getFirst().text());
            answer.set(OK);
            admin.post("/api/webhooks/%d/replay".formatted(id), "{}").expect(200);
            CLOCK.advance(CarryToRobots.PACE);
            arrived(receiver, CarryToRobots.PAUSES.size() + 2);
            await().until(() -> log(id, "delivered").size() == 1);
        }
    }

    @Test
    void two_nodes_make_messages_of_each_notice_once() {
        long id = robot("""
                "name":"两个节点","product":"wecom","kinds":["owner"],"everybody":true,
                "address":"http://127.0.0.1:9/cgi-bin/webhook/send?key=k" """);
        line(id, 1_400);
        IntStream.range(0, 8).parallel().forEach(_ -> compose.run());
        int told = log(id, null).stream()
                .map(each -> admin.get(
                                "/api/webhooks/deliveries/" + each.path("id").asLong())
                        .expect(200)
                        .text("/body"))
                .mapToInt(RobotsTest::counted)
                .sum();
        assertThat(told).isPositive();
        assertThat(told + inLine()).isEqualTo(1_400);
    }

    @Test
    void what_could_not_be_told_for_a_day_is_not_told_any_more() {
        try (Receiver receiver = answering(OK)) {
            String asked = """
                    "name":"隔天","product":"wecom","kinds":["owner"],"everybody":true%s,
                    "address":"%s" """;
            String address = receiver.address("/cgi-bin/webhook/send?key=k");
            long id = robot(asked.formatted("", address));
            line(id, 3);
            CLOCK.advance(ComposeMessages.STALE.plusMinutes(1));
            compose.run();
            signIn();
            assertThat(inLine()).isZero();
            assertThat(log(id, null)).isEmpty();
        }
    }

    @Test
    void simulated_groups_take_what_the_products_would_take_and_show_it() {
        for (String product : List.of("wecom", "dingtalk", "feishu")) {
            long id = robot("""
                    "name":"模拟 %1$s","product":"%1$s","simulated":true,"secret":"SEC2","kinds":["owner"],
                    "everybody":true""".formatted(product));
            admin.post("/api/webhooks/%d/test".formatted(id), "{}").expect(204);
            await().until(() -> log(id, "delivered").size() == 1);
            own(ana, "模拟 " + product);
            CLOCK.advance(CarryToRobots.PACE);
            await().until(() -> {
                compose.run();
                sending.run();
                return received(id).size() == 2;
            });
            JsonNode last = received(id).getFirst();
            assertThat(last.path("text").asString()).contains("交给我的记录：安娜");
            assertThat(last.path("refused").isNull()).isTrue();
            assertThat(last.path("called").size()).isEqualTo(product.equals("feishu") ? 0 : 1);
            assertThat(received(id).get(1).path("text").asString()).contains("测试消息");
        }
    }

    @Test
    void simulated_groups_refuse_what_the_products_would_refuse() {
        long ding = robot("""
                "name":"钉钉","product":"dingtalk","simulated":true,"secret":"right","kinds":["owner"],"everybody":true""");
        long feishu = robot("""
                "name":"飞书","product":"feishu","simulated":true,"secret":"right","kinds":["owner"],"everybody":true""");
        long wecom = robot("""
                "name":"企微","product":"wecom","simulated":true,"kinds":["owner"],"everybody":true""");
        var now = CLOCK.instant();
        URI address = URI.create("https://simulator.invalid/robot/send?access_token=simulated");
        for (String wrong : new String[] {"wrong", null}) {
            assertThat(post(ding, new DingTalk().posting(address, wrong, "x", List.of(), now)))
                    .contains("310000");
            assertThat(post(feishu, new Feishu().posting(address, wrong, "x", List.of(), now)))
                    .contains("19021");
        }
        var late = now.minus(Duration.ofMinutes(61));
        assertThat(post(ding, new DingTalk().posting(address, "right", "x", List.of(), late)))
                .contains("310000");
        assertThat(post(feishu, new Feishu().posting(address, "right", "x", List.of(), late)))
                .contains("19021");
        assertThat(post(wecom, new WeCom().posting(address, null, "长".repeat(700), List.of(), now)))
                .contains("40058");
        for (int i = 0; i < 19; i++) {
            assertThat(post(wecom, new WeCom().posting(address, null, "x", List.of(), now)))
                    .isEqualTo(OK);
        }
        assertThat(post(wecom, new WeCom().posting(address, null, "x", List.of(), now)))
                .contains("45009");
        assertThat(received(ding).getFirst().path("refused").asString()).contains("sign not match");
    }

    @Test
    void what_is_wrong_is_said_where_it_is_and_secrets_are_never_shown() {
        String end = "\"kinds\":[\"owner\"],\"everybody\":true}";
        refused("{\"name\":\"x\",\"product\":\"wecom\"," + end, "address");
        refused("{\"name\":\"x\",\"product\":\"wecom\",\"address\":\"ftp://x/\"," + end, "address");
        refused(
                "{\"name\":\"x\",\"product\":\"wecom\",\"address\":\"https://oapi.dingtalk.com/robot/send?access_token=1\","
                        + end,
                "address");
        assertThat(admin.post("/api/robots", "{\"name\":\"x\",\"product\":\"wecom\",\"kinds\":[],\"everybody\":true}")
                        .expect(422)
                        .body()
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("address", "kinds");
        refused("{\"name\":\"x\",\"product\":\"icq\",\"simulated\":true," + end, "product");
        refused("{\"name\":\"x\",\"product\":\"wecom\",\"simulated\":true,\"kinds\":[],\"everybody\":true}", "kinds");
        refused(
                "{\"name\":\"x\",\"product\":\"wecom\",\"simulated\":true,\"kinds\":[\"gossip\"],\"everybody\":true}",
                "kinds");
        refused("{\"name\":\"x\",\"product\":\"wecom\",\"simulated\":true,\"kinds\":[\"owner\"]}", "people");
        String asked = """
                "name":"密钥","product":"dingtalk","kinds":["owner"],"everybody":true%s""";
        long id = robot(
                asked.formatted(
                        ",\"secret\":\"SECwhisper\",\"address\":\"https://oapi.dingtalk.com/robot/send?access_token=abcdefgh1234\""));
        JsonNode shown = one(id);
        assertThat(shown.path("signed").asBoolean()).isTrue();
        assertThat(shown.path("address").asString()).isEqualTo("oapi.dingtalk.com …1234");
        // not given, both stay; given as nothing, the secret goes
        change(id, asked.formatted(""));
        assertThat(one(id).path("signed").asBoolean()).isTrue();
        change(id, asked.formatted(",\"secret\":null"));
        assertThat(one(id).path("signed").asBoolean()).isFalse();
        assertThat(admin.get("/api/robots").response().body()).doesNotContain("SECwhisper", "abcdefgh");
        assertThat(stored()).doesNotContain("SECwhisper", "abcdefgh");
        admin.send("PUT", "/api/robots/" + id, """
                {"version":%d,"name":"密钥","product":"feishu","kinds":["owner"],"everybody":true}""".formatted(
                                one(id).path("version").asLong()))
                .expect(422);
        admin.send("PUT", "/api/robots/" + id, "{\"version\":1," + asked.formatted("") + "}")
                .expect(409);
    }

    @Test
    void nobody_but_administrators_may_see_or_change_them() {
        long id = robot("""
                "name":"权限","product":"wecom","simulated":true,"kinds":["owner"],"everybody":true""");
        ApiClient seller = new ApiClient(application).signIn("ana", PASSWORD);
        String body =
                "{\"name\":\"x\",\"product\":\"wecom\",\"simulated\":true,\"kinds\":[\"owner\"],\"everybody\":true}";
        seller.get("/api/robots").expect(403);
        seller.post("/api/robots", body).expect(403);
        seller.send("PUT", "/api/robots/" + id, body).expect(403);
        seller.delete("/api/robots/" + id).expect(403);
        seller.get("/api/robots/%d/simulated".formatted(id)).expect(403);
        seller.post("/api/webhooks/%d/test".formatted(id), "{}").expect(403);
        seller.get("/api/webhooks/%d/deliveries".formatted(id)).expect(403);
        // nor is it a webhook: it is not listed, not changed and not chosen as one
        assertThat(admin.get("/api/webhooks").expect(200).body().path("items")).isEmpty();
        admin.get("/api/webhooks/" + id).expect(404);
        admin.delete("/api/webhooks/" + id).expect(404);
        admin.post("/api/webhooks/%d/secret".formatted(id), "{}").expect(404);
    }

    private static long robot(String asked) {
        return admin.post("/api/robots", "{" + asked + "}").expect(201).number("/id");
    }

    private static void change(long id, String asked) {
        admin.send(
                        "PUT",
                        "/api/robots/" + id,
                        "{\"version\":%d,%s}".formatted(one(id).path("version").asLong(), asked))
                .expect(200);
    }

    private static void refused(String asked, String field) {
        assertThat(admin.post("/api/robots", asked).expect(422).text("/errors/0/field"))
                .isEqualTo(field);
    }

    /** Gives a customer to somebody, who is told. */
    private static void own(long person, String name) {
        long before = toldOf(person);
        admin.post("/api/records/customer", "{\"name\":\"%s\",\"owner\":%d}".formatted(name, person))
                .expect(201);
        await().until(() -> toldOf(person) == before + 1);
    }

    private static long toldOf(long person) {
        return count("select count(*) from notice where kind = 'owner' and person = " + person);
    }

    private static void say(String text) {
        long group = admin.post("/api/conversations", "{\"title\":\"群\",\"people\":[%d]}".formatted(ana))
                .expect(201)
                .number("/id");
        admin.post("/api/conversations/" + group + "/messages", "{\"text\":\"%s\"}".formatted(text))
                .expect(201);
    }

    private static void line(long robot, int number) {
        application.database().dsl().execute("""
                insert into robot_notice (endpoint, person, kind, calls, at)
                select {0}, {1}, 'owner', true, cast({2} as timestamptz) from generate_series(1, {3})""", robot, ana, CLOCK.instant().toString(), number);
    }

    private static int counted(String body) {
        Matcher found = Pattern.compile("×(\\d+)").matcher(body);
        return found.find() ? Integer.parseInt(found.group(1)) : 1;
    }

    private static List<Request> arrived(Receiver receiver, int number) {
        await().until(() -> {
            compose.run();
            sending.run();
            return receiver.requests().size() >= number;
        });
        return receiver.requests();
    }

    private static Receiver answering(String text) {
        return new Receiver((_, exchange) -> answer(exchange, text));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String content(Request request) {
        return request.body().at("/text/content").asString();
    }

    private static List<JsonNode> log(long robot, String state) {
        return new CopyOnWriteArrayList<>(
                admin.get("/api/webhooks/%d/deliveries%s".formatted(robot, state == null ? "" : "?state=" + state))
                        .expect(200)
                        .body()
                        .path("items")
                        .values());
    }

    private static JsonNode one(long id) {
        return admin.get("/api/robots")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> received(long id) {
        return admin.get("/api/robots/%d/simulated".formatted(id))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String post(long id, Dialect.Posting posting) {
        Robots robots = application.bean(Robots.class);
        try {
            return application
                    .bean(Simulator.class)
                    .post(robots.find(id).orElseThrow(), robots.door(id), posting, CLOCK.instant())
                    .text();
        } catch (SecretBox.Sealed e) {
            throw new IllegalStateException(e);
        }
    }

    private static String places(String login, String kind) {
        return new ApiClient(application)
                .signIn(login, PASSWORD)
                .get("/api/notifications/choices")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .map(each -> each.path("places")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .findFirst()
                .map(all -> String.join(",", all))
                .orElseThrow();
    }

    private static void choose(String login, boolean app) {
        new ApiClient(application)
                .signIn(login, PASSWORD)
                .send("PUT", "/api/notifications/choices/owner", "{\"app\":%s,\"mail\":false}".formatted(app))
                .expect(200);
    }

    private static long inLine() {
        return count("select count(*) from robot_notice");
    }

    private static long attempts() {
        return count("select count(*) from webhook_attempt");
    }

    private static long count(String sql) {
        return application.database().dsl().fetchSingle(sql).get(0, Long.class);
    }

    /** All that is kept of robots, but the simulated groups. */
    private static String stored() {
        var database = application.database().dsl();
        return database.fetch("select address, own::text, secret::text from webhook_endpoint")
                        .formatJSON()
                + database.fetch("select body from webhook_delivery").formatJSON()
                + database.fetch("select answer from webhook_attempt").formatJSON()
                + database.fetch("select * from administration_change where kind = 'robot'")
                        .formatJSON();
    }
}
