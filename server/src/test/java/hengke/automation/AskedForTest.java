package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Automations that begin because a person presses a button or another program sends a request. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedForTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String MARK = """
            "nodes":[{"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"{remarks}!"}}}]""";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static long sellerId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                {"name":"按钮","grants":[
                {"object":"customer","verb":"read","scope":"all"},
                {"object":"customer","verb":"create","scope":"all"},
                {"object":"customer","verb":"edit","scope":"own"}],
                "fields":[{"object":"customer","field":"employees","right":"hidden"}]}""").expect(201).number("/id");
        sellerId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        seller = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterEach
    void remove() {
        admin.get("/api/workflows")
                .body()
                .path("items")
                .forEach(
                        each -> admin.delete("/api/workflows/" + each.path("id").asLong())
                                .expect(204));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whoever_may_edit_the_record_has_a_button_that_begins_once_for_each_press() {
        long rule = automation("上门", "\"trigger\":{\"kind\":\"button\"}," + MARK);
        long id = customer("按钮", "A");
        assertThat(buttons(seller, id)).containsExactly("上门");
        Answer first = press(seller, rule, id, "press-1").expect(200);
        patiently(id, "!");
        // the same press again, and by another way round the answers that are kept
        assertThat(press(seller, rule, id, "press-1").expect(200).number("/run"))
                .isEqualTo(first.number("/run"));
        application.database().dsl().execute("delete from idempotent_answer");
        assertThat(press(seller, rule, id, "press-1").expect(200).number("/run"))
                .isEqualTo(first.number("/run"));
        assertThat(runs(rule)).isEqualTo(1);
        press(seller, rule, id, "press-2").expect(200);
        patiently(id, "!!");
        assertThat(runs(rule)).isEqualTo(2);
    }

    @Test
    void nobody_has_a_button_who_may_not_edit_or_not_read_what_its_condition_is_about() {
        long plain = automation("谁都行", "\"trigger\":{\"kind\":\"button\"}," + MARK);
        long big = automation(
                "只对重点",
                "\"trigger\":{\"kind\":\"button\"},\"when\":{\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"},"
                        + MARK);
        automation(
                "看人数",
                "\"trigger\":{\"kind\":\"button\"},\"when\":{\"field\":\"employees\",\"op\":\"gt\",\"value\":1},"
                        + MARK);
        long small = customer("小", "C");
        admin.patch("/api/records/customer/" + small, "{\"version\":1,\"employees\":5}")
                .expect(200);
        assertThat(buttons(seller, small)).containsExactly("谁都行");
        assertThat(buttons(admin, small)).containsExactlyInAnyOrder("谁都行", "看人数");
        press(seller, big, small, "x-1").expect(409);
        assertThat(press(admin, big, small, "x-2").expect(409).text("/detail")).contains("不适用");
        long others = admin.post("/api/records/customer", "{\"name\":\"别人的\"}")
                .expect(201)
                .number("/id");
        assertThat(buttons(seller, others)).isEmpty();
        press(seller, plain, others, "x-3").expect(404);
        press(seller, 999, small, "x-4").expect(404);
        seller.get("/api/workflows/buttons/customer/99999").expect(404);
        long created = automation("不是按钮", "\"trigger\":{\"kind\":\"created\"}," + MARK);
        press(admin, created, small, "x-5").expect(404);
    }

    @Test
    void while_it_is_under_way_another_press_is_refused_and_says_so() {
        long rule = automation("等一天", """
                "trigger":{"kind":"button"},"nodes":[{"id":"w","kind":"wait","span":{"count":1,"unit":"day"}}]""");
        long id = customer("进行中", "A");
        press(seller, rule, id, "one-1").expect(200);
        assertThat(press(seller, rule, id, "one-2").expect(409).text("/detail")).contains("正在进行中");
    }

    @Test
    void a_request_finds_its_record_and_its_values_are_used() {
        long rule = automation("收款", """
                "trigger":{"kind":"called","field":"creditCode","pointer":"/company/code"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"request","pointer":"/note"},
                "employees":{"kind":"request","pointer":"/staff/0"}}}]""");
        String address = address(rule);
        long id = admin.post("/api/records/customer", "{\"name\":\"来请求\",\"creditCode\":\"91350100M000100Y43\"}")
                .expect(201)
                .number("/id");
        String body = "{\"company\":{\"code\":\"91350100M000100Y43\"},\"note\":2026,\"staff\":[12]}";
        assertThat(call(address, body, "webhook-id", "msg_1")
                        .expect(200)
                        .body()
                        .path("begun")
                        .asBoolean())
                .isTrue();
        patiently(id, "2026");
        assertThat(record(id).path("employees").asInt()).isEqualTo(12);
        // what comes twice begins once
        assertThat(call(address, body, "webhook-id", "msg_1")
                        .expect(200)
                        .body()
                        .path("begun")
                        .asBoolean())
                .isFalse();
        assertThat(calls(rule)).hasSize(1);
        assertThat(calls(rule).getFirst().path("outcome").asString()).isEqualTo("begun");
        assertThat(calls(rule).getFirst().path("record").asLong()).isEqualTo(id);
        // at once, too
        List<Boolean> begun = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> call(address, body, "Idempotency-Key", "msg_2"))
                .map(answer -> answer.expect(200).body().path("begun").asBoolean())
                .toList();
        assertThat(begun).filteredOn(each -> each).hasSize(1);
    }

    @Test
    void a_request_that_begins_nothing_is_answered_like_an_address_that_is_none_and_the_log_says_why() {
        long rule = automation("没找到", """
                "acting":%d,"trigger":{"kind":"called","field":"website","pointer":"/site"},%s""".formatted(sellerId, MARK));
        String address = address(rule);
        for (String name : List.of("双份一", "双份二")) {
            admin.post(
                            "/api/records/customer",
                            "{\"name\":\"%s\",\"website\":\"https://twice.example\",\"owner\":%d}"
                                    .formatted(name, sellerId))
                    .expect(201);
        }
        Answer missing = call(address, "{\"site\":\"https://nobody.example\"}").expect(404);
        call(address, "{\"site\":\"https://twice.example\"}").expect(404);
        call(address, "{\"site\":{}}").expect(404);
        Answer nowhere = call("/api/public/workflows/guess", "{\"site\":\"https://twice.example\"}")
                .expect(404);
        assertThat(missing.text("/code")).isEqualTo(nowhere.text("/code"));
        assertThat(calls(rule))
                .extracting(each -> each.path("outcome").asString() + " "
                        + each.path("note").asString())
                .satisfiesExactly(
                        none -> assertThat(none).startsWith("unknown").contains("/site"),
                        several -> assertThat(several).startsWith("unknown").contains("多条"),
                        unknown -> assertThat(unknown).startsWith("unknown").contains("没有"));
        call(address, "[]").expect(400);
        call(address, "{").expect(400);
        call(address, "{\"site\":\"" + "x".repeat(70_000) + "\"}").expect(413);
        String next = address(rule);
        call(address, "{\"site\":\"https://nobody.example\"}").expect(404);
        call(next, "{\"site\":\"https://nobody.example\"}").expect(404);
        assertThat(calls(rule)).hasSize(4);
        assertThat(application
                        .database()
                        .dsl()
                        .fetch("select * from automation_address")
                        .formatJSON())
                .doesNotContain(next.substring(next.lastIndexOf('/') + 1));
    }

    @Test
    void only_administrators_make_addresses_and_read_what_came_and_plans_are_checked() {
        long rule = automation("地址", """
                "trigger":{"kind":"called","field":"name","pointer":"/name"},%s""".formatted(MARK));
        seller.post("/api/workflows/%d/address".formatted(rule), "{}").expect(403);
        seller.get("/api/workflows/%d/calls".formatted(rule)).expect(403);
        Stream.of(
                        "\"trigger\":{\"kind\":\"called\",\"field\":\"name\",\"pointer\":\"name\"}," + MARK,
                        "\"trigger\":{\"kind\":\"called\",\"field\":\"level\",\"pointer\":\"/x\"}," + MARK,
                        "\"trigger\":{\"kind\":\"button\"},\"nodes\":[{\"id\":\"a\",\"kind\":\"change\",\"values\":"
                                + "{\"remarks\":{\"kind\":\"request\",\"pointer\":\"x\"}}}]")
                .forEach(plan -> admin.post(
                                "/api/workflows", "{\"object\":\"customer\",\"name\":\"错\",%s}".formatted(plan))
                        .expect(422));
    }

    private static long automation(String name, String plan) {
        return admin.post(
                        "/api/workflows",
                        "{\"object\":\"customer\",\"name\":\"%s\",\"active\":true,%s}".formatted(name, plan))
                .expect(201)
                .number("/id");
    }

    private static long customer(String name, String level) {
        return seller.post("/api/records/customer", "{\"name\":\"%s\",\"level\":\"%s\"}".formatted(name, level))
                .expect(201)
                .number("/id");
    }

    private static List<String> buttons(ApiClient by, long id) {
        return by.get("/api/workflows/buttons/customer/" + id).expect(200).body().path("items").values().stream()
                .map(each -> each.path("name").asString())
                .toList();
    }

    private static Answer press(ApiClient by, long rule, long id, String key) {
        return by.send(
                "POST",
                "/api/workflows/%d/press".formatted(rule),
                "{\"record\":%d}".formatted(id),
                "Idempotency-Key",
                key);
    }

    /** The path of a new address. */
    private static String address(long rule) {
        String address = admin.post("/api/workflows/%d/address".formatted(rule), "{}")
                .expect(200)
                .text("/address");
        return address.substring(address.indexOf("/api/"));
    }

    private static Answer call(String address, String body, String... headers) {
        return new ApiClient(application).send("POST", address, body, headers);
    }

    private static List<JsonNode> calls(long rule) {
        return admin.get("/api/workflows/%d/calls".formatted(rule)).expect(200).body().path("items").values().stream()
                .toList();
    }

    private static JsonNode record(long id) {
        return admin.get("/api/records/customer/" + id).expect(200).body();
    }

    private static void patiently(long id, String remarks) {
        await().until(() -> record(id).path("remarks").asString("").equals(remarks));
    }

    private static long runs(long rule) {
        return application
                .database()
                .dsl()
                .fetchSingle("select count(*) from automation_run where automation = ?", rule)
                .get(0, Long.class);
    }
}
