package hengke.capability.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.records.RecycleBin;
import hengke.testing.ApiClient;
import hengke.testing.Receiver;
import hengke.testing.Receiver.Request;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What other programs are told of, with whose eyes, and what becomes of it when they do not listen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhooksTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");
    private static final String ALL = "[\"created\",\"updated\",\"deleted\"]";

    private static RunningApplication application;
    private static SendDeliveries sending;
    private static DeliveryQueue queue;
    private static ApiClient admin;
    private static long sellerId;

    @BeforeAll
    static void start() {
        application = RunningApplication.startAt(
                CLOCK,
                "--hengke.admin.login=admin",
                "--hengke.admin.password=" + PASSWORD,
                "--hengke.outbound.networks=127.0.0.1");
        sending = application.bean(SendDeliveries.class);
        queue = application.bean(DeliveryQueue.class);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                {"name":"接口用户","grants":[
                {"object":"customer","verb":"read","scope":"own"},
                {"object":"customer","verb":"create","scope":"all"},
                {"object":"customer","verb":"edit","scope":"own"},
                {"object":"customer","verb":"delete","scope":"own"}],
                "fields":[{"object":"customer","field":"employees","right":"hidden"},
                {"object":"customer","field":"phone","right":"masked"}]}""").expect(201).number("/id");
        sellerId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
    }

    @BeforeEach
    void signIn() {
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @AfterEach
    void remove() {
        signIn();
        admin.get("/api/webhooks")
                .expect(200)
                .body()
                .path("items")
                .forEach(each -> admin.delete("/api/webhooks/" + each.path("id").asLong())
                        .expect(204));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_happens_to_records_is_told_signed_and_as_the_reader_may_see_it() throws Exception {
        try (Receiver receiver = Receiver.with(204)) {
            Added added = added("账务系统", receiver.address("/hook"), sellerId, ALL, "");
            ApiClient seller = new ApiClient(application).signIn("ana", PASSWORD);
            long other = customer(admin, "别人的客户");
            long mine = admin.post(
                            "/api/records/customer",
                            "{\"name\":\"云图\",\"employees\":77,\"phone\":\"13812345678\",\"owner\":%d}"
                                    .formatted(sellerId))
                    .expect(201)
                    .number("/id");
            Request created = arrived(receiver, 1).getFirst();
            assertThat(created.path()).isEqualTo("/hook");
            assertThat(created.body().path("type").asString()).isEqualTo("customer.created");
            assertThat(created.body().at("/data/id").asLong()).isEqualTo(mine);
            assertThat(created.body().at("/data/record/name").asString()).isEqualTo("云图");
            assertThat(created.body().at("/data/record").has("employees")).isFalse();
            assertThat(created.text()).doesNotContain("employees", "13812345678", "别人的客户");
            assertThat(created.signature()).isEqualTo(signature(added.secret(), created));
            // a change of what the reader may not see is not told, nor is a record out of sight
            set(admin, mine, "\"employees\":78");
            set(admin, other, "\"remarks\":\"看不见\"");
            set(seller, mine, "\"remarks\":\"看得见\"");
            Request updated = arrived(receiver, 2).get(1);
            assertThat(updated.body().path("type").asString()).isEqualTo("customer.updated");
            assertThat(updated.body().at("/data/changed").values().stream()
                            .map(JsonNode::asString)
                            .toList())
                    .contains("remarks")
                    .doesNotContain("employees");
            seller.delete("/api/records/customer/%d?version=%d".formatted(mine, version(mine)))
                    .expect(204);
            Request deleted = arrived(receiver, 3).get(2);
            assertThat(deleted.body().path("type").asString()).isEqualTo("customer.deleted");
            assertThat(deleted.body().at("/data/id").asLong()).isEqualTo(mine);
            assertThat(deleted.body().at("/data").has("record")).isFalse();
            assertThat(receiver.requests()).extracting(Request::id).doesNotHaveDuplicates();
            await().until(() -> log(added.id(), "delivered").size() == 3);
            assertThat(receiver.requests()).hasSize(3);
        }
    }

    @Test
    void only_what_fits_the_filter_is_told_and_a_filter_that_cannot_be_asked_tells_nothing_and_says_so() {
        try (Receiver receiver = Receiver.with(200)) {
            Added added = added(
                    "只要重点",
                    receiver.address("/"),
                    admin.get("/api/session").number("/user/id"),
                    "[\"created\"]",
                    ",\"filter\":{\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"}");
            customer(admin, "普通");
            long big = admin.post("/api/records/customer", "{\"name\":\"重点\",\"level\":\"A\"}")
                    .expect(201)
                    .number("/id");
            assertThat(arrived(receiver, 1).getFirst().body().at("/data/id").asLong())
                    .isEqualTo(big);
            application
                    .database()
                    .dsl()
                    .execute(
                            "update webhook_endpoint set interests = jsonb_set(interests, '{0,filter,field}', '\"gone\"')");
            application
                    .database()
                    .dsl()
                    .execute("update live_version set version = version + 1 where name = 'webhook'");
            application.bean(Endpoints.class).refresh();
            customer(admin, "之后");
            await().until(() -> !one(added.id()).path("fault").isNull());
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void what_fails_is_tried_again_later_and_later_then_parked_and_sent_again_when_somebody_says_so() {
        var status = new AtomicInteger(500);
        try (Receiver receiver = new Receiver((_, exchange) -> {
            byte[] answer = "坏了\0".getBytes(UTF_8);
            exchange.sendResponseHeaders(status.get(), answer.length);
            exchange.getResponseBody().write(answer);
        })) {
            Added added = added("会坏", receiver.address("/"), 0, "[\"created\"]", "");
            customer(admin, "会坏");
            arrived(receiver, 1);
            await().until(() ->
                    log(added.id(), "waiting").getFirst().path("attempts").asInt() == 1);
            sending.run();
            for (int tries = 2; tries <= 7; tries++) {
                CLOCK.advance(SignedCarrier.PAUSES.get(tries - 2));
                arrived(receiver, tries);
                int now = tries;
                await().until(() -> attempts() == now);
            }
            signIn();
            assertThat(receiver.requests())
                    .hasSize(7)
                    .extracting(Request::id)
                    .containsOnly(receiver.requests().getFirst().id());
            JsonNode parked = log(added.id(), "parked").getFirst();
            assertThat(parked.path("status").asInt()).isEqualTo(500);
            JsonNode whole = admin.get(
                            "/api/webhooks/deliveries/" + parked.path("id").asLong())
                    .expect(200)
                    .body();
            assertThat(whole.path("attempts")).hasSize(7);
            assertThat(whole.at("/attempts/0/answer").asString()).isEqualTo("坏了");
            status.set(200);
            assertThat(admin.post("/api/webhooks/%d/replay".formatted(added.id()), "{}")
                            .expect(200)
                            .number("/again"))
                    .isEqualTo(1);
            arrived(receiver, 8);
            await().until(() -> log(added.id(), "delivered").size() == 1);
            admin.post(
                            "/api/webhooks/deliveries/%d/replay"
                                    .formatted(parked.path("id").asLong()),
                            "{}")
                    .expect(204);
            assertThat(arrived(receiver, 9))
                    .extracting(Request::text)
                    .containsOnly(receiver.requests().getFirst().text());
        }
    }

    @Test
    void a_redirect_is_a_failure_and_nobody_else_is_asked() {
        try (Receiver elsewhere = Receiver.with(200);
                Receiver receiver = new Receiver((_, exchange) -> {
                    exchange.getResponseHeaders().add("Location", elsewhere.address("/"));
                    exchange.sendResponseHeaders(307, -1);
                })) {
            Added added = added("转走", receiver.address("/"), 0, "[\"created\"]", "");
            customer(admin, "转走");
            await().until(() -> log(added.id(), "waiting").stream()
                    .anyMatch(each -> each.path("status").asInt() == 307));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void whoever_wants_nothing_any_more_is_switched_off_and_administrators_are_told() {
        try (Receiver receiver = Receiver.with(410)) {
            Added added = added("不要了", receiver.address("/"), 0, "[\"created\"]", "");
            customer(admin, "不要了");
            await().until(() -> !one(added.id()).path("active").asBoolean());
            assertThat(one(added.id()).path("off").asString()).contains("410");
            assertThat(notices()).contains("「不要了」已自动停用");
            customer(admin, "停用之后");
            admin.post("/api/webhooks/%d/test".formatted(added.id()), "{}").expect(204);
            await().until(() -> log(added.id(), "waiting").size() == 2);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void whoever_fails_for_days_is_switched_off() {
        try (Receiver receiver = Receiver.with(503)) {
            Added added = added("坏了几天", receiver.address("/"), 0, "[\"created\"]", "");
            customer(admin, "坏了几天");
            await().until(() -> attempts() == 1);
            CLOCK.advance(Duration.ofDays(6));
            sending.run();
            signIn();
            await().until(() -> !one(added.id()).path("active").asBoolean());
            assertThat(notices()).contains("「坏了几天」已自动停用");
        }
    }

    @Test
    void one_that_hangs_holds_up_nobody_else() {
        var end = new CountDownLatch(1);
        try (Receiver hanging = new Receiver((_, _) -> end.await());
                Receiver quick = Receiver.with(200)) {
            added("卡住", hanging.address("/"), 0, "[\"created\"]", "");
            added("正常", quick.address("/"), 0, "[\"created\"]", "");
            for (int i = 0; i < 20; i++) {
                customer(admin, "卡住" + i);
            }
            assertThat(arrived(quick, 20)).hasSize(20);
            assertThat(hanging.requests()).hasSizeLessThanOrEqualTo(8);
            end.countDown();
        }
    }

    @Test
    void a_replaced_secret_signs_along_for_a_day() throws Exception {
        try (Receiver receiver = Receiver.with(200)) {
            Added added = added("换密钥", receiver.address("/"), 0, "[]", "");
            String fresh = admin.post("/api/webhooks/%d/secret".formatted(added.id()), "{}")
                    .expect(200)
                    .text("/secret");
            assertThat(fresh).startsWith("whsec_").isNotEqualTo(added.secret());
            admin.post("/api/webhooks/%d/test".formatted(added.id()), "{}").expect(204);
            Request both = arrived(receiver, 1).getFirst();
            assertThat(both.signature()).isEqualTo(signature(fresh, both) + " " + signature(added.secret(), both));
            CLOCK.advance(Duration.ofHours(25));
            signIn();
            admin.post("/api/webhooks/%d/test".formatted(added.id()), "{}").expect(204);
            Request one = arrived(receiver, 2).get(1);
            assertThat(one.signature()).isEqualTo(signature(fresh, one));
            assertThat(admin.get("/api/webhooks").response().body()).doesNotContain("whsec_");
            assertThat(application
                            .database()
                            .dsl()
                            .fetch("select secret::text, former::text from webhook_endpoint")
                            .formatJSON())
                    .doesNotContain("whsec_", fresh.substring(6));
        }
    }

    @Test
    void whoever_was_killed_while_sending_is_followed_by_another_with_the_same_id_and_one_record_stays_in_order() {
        Added added = added("被杀", "http://127.0.0.1:9/", 0, "[]", "");
        application.database().dsl().execute("""
                insert into webhook_delivery (endpoint, message, type, object, record_id, body, state, due_at, created_at)
                select {0}, 'kill_' || n, 'test', 'customer', case when n < 3 then 1 else n end, '{}', 'waiting',
                    cast({1} as timestamptz) + interval '1 year', now() from generate_series(1, 4) n""", added.id(), CLOCK.instant().toString());
        var then = CLOCK.instant().plus(Duration.ofDays(366));
        List<String> claimed = ids(queue.claim(added.id(), Duration.ZERO, then));
        // the second about the same record waits for the first
        assertThat(claimed).containsExactlyInAnyOrder("kill_1", "kill_3", "kill_4");
        assertThat(queue.claim(added.id(), Duration.ZERO, then)).isEmpty();
        assertThat(ids(queue.claim(added.id(), Duration.ZERO, then.plus(Duration.ofMinutes(3)))))
                .containsExactlyInAnyOrderElementsOf(claimed);
    }

    @Test
    void two_nodes_never_claim_the_same() {
        Added added = added("两个节点", "http://127.0.0.1:9/", 0, "[]", "");
        application.database().dsl().execute("""
                insert into webhook_delivery (endpoint, message, type, body, state, due_at, created_at)
                select {0}, 'two_' || n, 'test', '{}', 'waiting', cast({1} as timestamptz) + interval '1 year', now()
                from generate_series(1, 200) n""", added.id(), CLOCK.instant().toString());
        var then = CLOCK.instant().plus(Duration.ofDays(366));
        List<String> all = Stream.generate(() -> 0)
                .limit(40)
                .parallel()
                .flatMap(_ -> ids(queue.claim(added.id(), Duration.ZERO, then)).stream())
                .toList();
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void at_a_pace_all_nodes_together_take_one_in_its_time() {
        Added added = added("慢慢来", "http://127.0.0.1:9/", 0, "[]", "");
        application.database().dsl().execute("""
                insert into webhook_delivery (endpoint, message, type, body, state, due_at, created_at)
                select {0}, 'pace_' || n, 'test', '{}', 'waiting', cast({1} as timestamptz) + interval '1 year', now()
                from generate_series(1, 20) n""", added.id(), CLOCK.instant().toString());
        var then = CLOCK.instant().plus(Duration.ofDays(366));
        var pace = Duration.ofSeconds(4);
        for (int turn = 0; turn < 3; turn++) {
            var now = then.plus(pace.multipliedBy(turn));
            assertThat(Stream.generate(() -> 0)
                            .limit(20)
                            .parallel()
                            .flatMap(_ -> ids(queue.claim(added.id(), pace, now)).stream())
                            .toList())
                    .hasSize(1);
            assertThat(queue.claim(added.id(), pace, now.plus(pace).minusMillis(1)))
                    .isEmpty();
        }
    }

    @Test
    void addresses_within_are_refused_and_so_is_everybody_but_administrators() {
        for (String address : List.of("http://example.com:x/", "ftp://example.com/", "https://0x7f.1/", "")) {
            admin.post("/api/webhooks", "{\"name\":\"x\",\"address\":\"%s\"}".formatted(address))
                    .expect(422);
        }
        // what is within is for the connection to tell: a name may lead there tomorrow
        Added added = added("云密钥", "https://169.254.169.254/latest", 0, "[]", "");
        admin.post("/api/webhooks/%d/test".formatted(added.id()), "{}").expect(204);
        await().until(() -> log(added.id(), "waiting").stream()
                .anyMatch(each -> each.path("fault").asString().contains("内部网络")));
        ApiClient seller = new ApiClient(application).signIn("ana", PASSWORD);
        seller.get("/api/webhooks").expect(403);
        seller.get("/api/webhooks/" + added.id()).expect(403);
        seller.get("/api/webhooks/%d/deliveries".formatted(added.id())).expect(403);
        seller.post("/api/webhooks", "{\"name\":\"x\",\"address\":\"https://example.com/\"}")
                .expect(403);
        seller.post("/api/webhooks/%d/secret".formatted(added.id()), "{}").expect(403);
        seller.post("/api/webhooks/%d/replay".formatted(added.id()), "{}").expect(403);
        seller.delete("/api/webhooks/" + added.id()).expect(403);
    }

    @Test
    void what_is_old_or_tells_of_what_is_gone_is_forgotten() {
        try (Receiver receiver = Receiver.with(200)) {
            Added added = added("忘记", receiver.address("/"), 0, ALL, "");
            long id = customer(admin, "会被清除");
            long kept = customer(admin, "留下");
            arrived(receiver, 2);
            admin.delete("/api/records/customer/%d?version=%d".formatted(id, version(id)))
                    .expect(204);
            arrived(receiver, 3);
            CLOCK.advance(Duration.ofDays(1));
            application.bean(RecycleBin.class).empty(Duration.ofHours(1));
            signIn();
            application.bean(DeliveryLog.class).forget();
            assertThat(log(added.id(), null))
                    .extracting(each ->
                            each.path("type").asString() + each.path("record").asLong())
                    .containsExactly("customer.deleted" + id, "customer.created" + kept);
            CLOCK.advance(Duration.ofDays(14));
            signIn();
            application.bean(DeliveryLog.class).forget();
            assertThat(log(added.id(), null)).isEmpty();
        }
    }

    @Test
    void a_step_of_an_automation_sends_the_record_once_and_a_rehearsal_only_says_what_it_would_send() {
        try (Receiver receiver = Receiver.with(200)) {
            Added added = added("自动化用", receiver.address("/"), 0, "[]", "");
            String plan = """
                    "name":"发出去","acting":%d,"trigger":{"kind":"became","field":"level","values":["A"]},"nodes":[
                    {"id":"a","kind":"webhook","endpoint":%d,"fields":%s}]}""";
            long mine = admin.post(
                            "/api/records/customer",
                            "{\"name\":\"发出去\",\"employees\":5,\"owner\":%d}".formatted(sellerId))
                    .expect(201)
                    .number("/id");
            JsonNode rehearsed = admin.post(
                            "/api/workflows/trial",
                            "{\"object\":\"customer\",\"record\":%d,".formatted(mine)
                                    + plan.formatted(sellerId, added.id(), "[]"))
                    .expect(200)
                    .body();
            assertThat(rehearsed.at("/steps/0/sends").asString())
                    .contains("发出去")
                    .doesNotContain("employees");
            assertThat(log(added.id(), null)).isEmpty();
            String active = "{\"object\":\"customer\",\"active\":true,";
            admin.post("/api/workflows", active + plan.formatted(sellerId, added.id(), "[\"employees\"]"))
                    .expect(422);
            admin.post("/api/workflows", active + plan.formatted(sellerId, 99, "[]"))
                    .expect(422);
            long rule = admin.post("/api/workflows", active + plan.formatted(sellerId, added.id(), "[\"name\"]"))
                    .expect(201)
                    .number("/id");
            set(admin, mine, "\"level\":\"A\"");
            Request sent = arrived(receiver, 1).getFirst();
            assertThat(sent.body().path("type").asString()).isEqualTo("automation.step");
            assertThat(sent.body().at("/data/automation/id").asLong()).isEqualTo(rule);
            assertThat(sent.body().at("/data/record/name").asString()).isEqualTo("发出去");
            assertThat(sent.body().at("/data/record").has("level")).isFalse();
            assertThat(sent.id()).startsWith("run_");
            admin.delete("/api/workflows/" + rule).expect(204);
        }
    }

    private record Added(long id, String secret) {}

    /** Reads with the eyes of the administrator where nobody is named. */
    private static Added added(String name, String address, long acting, String what, String further) {
        String interests =
                what.equals("[]") ? "[]" : "[{\"object\":\"customer\",\"what\":%s%s}]".formatted(what, further);
        JsonNode answer = admin.post(
                        "/api/webhooks",
                        "{\"name\":\"%s\",\"address\":\"%s\",%s\"interests\":%s}"
                                .formatted(name, address, acting == 0 ? "" : "\"acting\":" + acting + ",", interests))
                .expect(201)
                .body();
        return new Added(
                answer.at("/endpoint/id").asLong(), answer.path("secret").asString());
    }

    private static long customer(ApiClient by, String name) {
        return by.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .number("/id");
    }

    private static long version(long id) {
        return admin.get("/api/records/customer/" + id).expect(200).number("/version");
    }

    private static void set(ApiClient by, long id, String values) {
        by.patch("/api/records/customer/" + id, "{\"version\":%d,%s}".formatted(version(id), values))
                .expect(200);
    }

    private static List<Request> arrived(Receiver receiver, int number) {
        await().until(() -> {
            sending.run();
            return receiver.requests().size() >= number;
        });
        return receiver.requests();
    }

    private static List<JsonNode> log(long endpoint, String state) {
        return admin
                .get("/api/webhooks/%d/deliveries%s".formatted(endpoint, state == null ? "" : "?state=" + state))
                .expect(200)
                .body()
                .path("items")
                .values()
                .stream()
                .toList();
    }

    private static long attempts() {
        return application
                .database()
                .dsl()
                .fetchSingle("select count(*) from webhook_attempt")
                .get(0, Long.class);
    }

    private static JsonNode one(long id) {
        return admin.get("/api/webhooks/" + id).expect(200).body();
    }

    private static String notices() {
        return admin.get("/api/notifications").expect(200).body().toString();
    }

    private static List<String> ids(List<DeliveryQueue.Due> due) {
        return due.stream().map(DeliveryQueue.Due::message).toList();
    }

    private static String signature(String secret, Request request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = mac.doFinal(String.join(".", Arrays.asList(request.id(), request.timestamp(), request.text()))
                .getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }
}
