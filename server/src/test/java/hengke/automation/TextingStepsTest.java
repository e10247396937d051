package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.PhoneRoom;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Steps that text people: whom, what, and why not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextingStepsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** Ten on a Monday in Shanghai. */
    private static final SettableClock CLOCK = new SettableClock("2026-11-23T02:00:00Z");

    private static RunningApplication application;
    private static ApiClient admin;
    private static PhoneRoom phones;
    private static long template;

    @BeforeAll
    static void start() {
        application =
                RunningApplication.startAt(CLOCK, "--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        phones = new PhoneRoom(application, admin);
        template = template("回访");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_record_with_a_mobile_is_texted_once_and_what_it_may_not_say_is_left_out() {
        long rule = automation("问候", template);
        long customer = customer("杭州云图", "13800138001");
        JsonNode tried = admin.post(
                        "/api/workflows/trial",
                        plan("问候", template).replace("{\"object\"", "{\"record\":%d,\"object\"".formatted(customer)))
                .expect(200)
                .body();
        assertThat(tried.at("/steps/0/sends").asString()).contains("138****8001", "杭州云图您好");
        phones.send();
        assertThat(phones.texts("13800138001")).as("a rehearsal leaves nothing").isEmpty();

        assertThat(note(rule, customer, "p1")).contains("138****8001");
        phones.send();
        assertThat(phones.texts("13800138001")).containsExactly("【恒客】杭州云图您好，我们将于本周回访。");
        assertThat(note(rule, customer, "p2")).as("twice within ten minutes").contains("上限");
        phones.send();
        assertThat(phones.texts("13800138001")).hasSize(1);
    }

    @Test
    void without_a_mobile_or_with_an_empty_gap_it_goes_on_and_says_why() {
        long rule = automation("跳过", template);
        assertThat(note(rule, customer("座机", "021-62351234"), "s1")).contains("没有中国大陆手机号");
        assertThat(note(rule, customer("没有电话", ""), "s2")).contains("没有中国大陆手机号");
        long empty = admin.post("/api/workflows", plan("空的", template).replace("{name}", "{remarks}"))
                .expect(201)
                .number("/id");
        assertThat(note(empty, customer("没有备注", "13800138002"), "s3")).contains("内容为空");
        phones.send();
        assertThat(phones.texts("13800138002")).isEmpty();
    }

    @Test
    void whoever_it_acts_as_needs_the_right_at_that_moment_too() {
        long role = admin.post("/api/roles", """
                {"name":"发短信","pages":["texts"],"grants":[{"object":"customer","verb":"read","scope":"all"},
                {"object":"customer","verb":"edit","scope":"all"}]}""").expect(201).number("/id");
        long ana = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        String plan = plan("以安娜", template).replace("{\"object\"", "{\"acting\":%d,\"object\"".formatted(ana));
        long rule = admin.post("/api/workflows", plan).expect(201).number("/id");
        assertThat(note(rule, customer("可以", "13800138003"), "r1")).contains("138****8003");
        admin.patch("/api/roles/" + role, "{\"pages\":[]}").expect(200);
        long later = customer("不可以", "13800138004");
        assertThat(note(rule, later, "r2")).contains("没有发送短信的权限");
        phones.send();
        assertThat(phones.texts("13800138004")).isEmpty();
        assertThat(admin.post("/api/workflows", plan).expect(422).text("/errors/0/field"))
                .isEqualTo("nodes[0]");
        admin.patch("/api/roles/" + role, """
                {"pages":["texts"],"fields":[{"object":"customer","field":"phone","right":"masked"}]}""").expect(200);
        assertThat(note(rule, later, "r3")).as("a masked number is none").contains("phone");
    }

    @Test
    void a_plan_is_told_what_is_wrong_and_a_template_that_is_gone_stops_it_visibly() {
        String plan = plan("错", 987654).replace("\"to\":\"phone\"", "\"to\":\"website\"");
        assertThat(admin.post("/api/workflows", plan).expect(422).body().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("nodes[0].to", "nodes[0].template");
        assertThat(admin.post("/api/workflows", plan("空", template).replace("{name}", ""))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("nodes[0].gaps.name");
        long other = template("要删的");
        long rule = automation("没了", other);
        admin.delete("/api/settings/sms/templates/" + other).expect(204);
        assertThat(note(rule, customer("没了", "13800138005"), "g1")).contains("短信模板");
        assertThat(runs(rule).getFirst().path("status").asString()).isEqualTo("failed");
    }

    @Test
    void templates_are_written_down_by_administrators_as_they_were_approved() {
        String path = "/api/settings/sms/templates";
        JsonNode made = admin.post(path, "{\"name\":\"发货\",\"template\":\"SMS_2\",\"text\":\"{1}已发往{2}\"}")
                .expect(201)
                .body();
        assertThat(made.path("gaps")).extracting(JsonNode::asString).containsExactly("1", "2");
        assertThat(admin.post(path, "{\"name\":\"发货\",\"template\":\"SMS_2\",\"text\":\"{1}${x}\"}")
                        .expect(422)
                        .body()
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("name", "text");
        String one = path + "/" + made.path("id").asLong();
        admin.patch(one, "{\"text\":\"已发往{1}\",\"version\":1}").expect(200);
        assertThat(admin.patch(one, "{\"text\":\"别的\",\"version\":1}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("stale");
        assertThat(admin.get("/api/logs/administration?kind=smsTemplate")
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSizeGreaterThan(1);
        admin.delete(one).expect(204);
        new ApiClient(application).get(path).expect(401);
    }

    private static long template(String name) {
        return admin.post(
                        "/api/settings/sms/templates",
                        "{\"name\":\"%s\",\"template\":\"SMS_1\",\"text\":\"${name}您好，我们将于本周回访。\"}".formatted(name))
                .expect(201)
                .number("/id");
    }

    private static String plan(String name, long by) {
        return """
                {"object":"customer","name":"%s","active":true,"again":true,"trigger":{"kind":"button"},"nodes":[
                {"id":"a","kind":"sms","to":"phone","template":%d,"gaps":{"name":"{name}"}}]}""".formatted(name, by);
    }

    private static long automation(String name, long by) {
        return admin.post("/api/workflows", plan(name, by)).expect(201).number("/id");
    }

    private static long customer(String name, String phone) {
        return admin.post(
                        "/api/records/customer",
                        phone.isEmpty()
                                ? "{\"name\":\"%s\"}".formatted(name)
                                : "{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(name, phone))
                .expect(201)
                .number("/id");
    }

    /** What the step says of a record for which the button was pressed. */
    private static String note(long rule, long record, String key) {
        long run = admin.send(
                        "POST",
                        "/api/workflows/%d/press".formatted(rule),
                        "{\"record\":%d}".formatted(record),
                        "Idempotency-Key",
                        key)
                .expect(200)
                .number("/run");
        application.bean(Advance.class).run();
        // the background may have taken it first
        await().until(() ->
                !admin.get("/api/workflows/runs/" + run).body().path("steps").isEmpty());
        return admin.get("/api/workflows/runs/" + run).expect(200).body().toString();
    }

    private static List<JsonNode> runs(long rule) {
        return admin.get("/api/workflows/%d/runs".formatted(rule)).expect(200).body().path("items").values().stream()
                .toList();
    }
}
