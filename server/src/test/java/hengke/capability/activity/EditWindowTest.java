package hengke.capability.activity;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How long what was written down of a contact may be changed, and by whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditWindowTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static ApiClient caro;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        StringBuilder grants = new StringBuilder();
        for (String object : new String[] {"customer", "activity"}) {
            for (String verb : new String[] {"read", "create", "edit", "delete"}) {
                grants.append(grants.isEmpty() ? "" : ",")
                        .append("{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"all\"}".formatted(object, verb));
            }
        }
        long role = ana.post("/api/roles", "{\"name\":\"电话销售\",\"grants\":[%s]}".formatted(grants))
                .expect(201)
                .number("/id");
        long boss = person("caro", role, null);
        person("ben", role, boss);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        caro = new ApiClient(application).signIn("caro", PASSWORD);
        customer = ana.post("/api/records/customer", "{\"name\":\"窗口公司\"}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void usual() {
        decide("followUps.editable", "window");
        decide("followUps.editors", "superiors");
    }

    @Test
    void the_author_may_change_it_for_a_while_and_is_then_told_until_when_it_was() {
        long written = followUp(ben);
        edit(ben, written, "刚写的").expect(200);
        assertThat(may(ben, written)).contains("edit", "delete");
        age(written, 25);
        assertThat(may(ben, written)).doesNotContain("edit", "delete");
        assertThat(edit(ben, written, "晚了").expect(403).text("/detail")).matches("这条跟进只能在 \\d{4}-.* 前修改或删除.*");
        ben.delete("/api/records/activity/" + written).expect(403);
        ben.post("/api/records/activity/bulk", "{\"ids\":[%d],\"change\":{\"outcome\":\"晚了\"}}".formatted(written))
                .expect(200);
        assertThat(ben.get("/api/records/activity/" + written)
                        .expect(200)
                        .body()
                        .path("outcome")
                        .isNull())
                .isTrue();
        edit(ana, written, "管理员可以").expect(200);
    }

    @Test
    void superiors_may_others_may_not_unless_the_company_says_so() {
        long written = followUp(ben);
        assertThat(may(caro, written)).contains("edit");
        long bosses = followUp(caro);
        assertThat(may(ben, bosses)).doesNotContain("edit");
        assertThat(edit(ben, bosses, "不行").expect(403).text("/detail")).contains("作者及其上级");

        decide("followUps.editors", "author");
        assertThat(may(caro, written)).doesNotContain("edit");
        decide("followUps.editors", "anybody");
        assertThat(may(ben, bosses)).contains("edit");
        decide("followUps.editable", "always");
        age(bosses, 1_000);
        edit(ben, bosses, "随时").expect(200);
        decide("followUps.editable", "never");
        edit(ben, bosses, "不再").expect(403);
    }

    @Test
    void a_slip_is_undone_at_once_and_an_old_change_no_longer() {
        long written = followUp(ben);
        ApiClient.Answer slip = edit(ben, written, "手误").expect(200);
        decide("followUps.editable", "never");
        ben.post("/api/operations/" + slip.operation() + "/undo", "{}").expect(200);
        assertThat(content(written)).isEqualTo("谈了价格");

        decide("followUps.editable", "always");
        ApiClient.Answer old = edit(ben, written, "旧的改动").expect(200);
        decide("followUps.editable", "never");
        application
                .database()
                .dsl()
                .execute(
                        "update operation set finished_at = finished_at - interval '1 hour', started_at = started_at - interval '1 hour' where id = ?",
                        old.operation());
        JsonNode undone = ben.post("/api/operations/" + old.operation() + "/undo", "{}")
                .expect(200)
                .body();
        assertThat(undone.at("/conflicts").size()).isEqualTo(1);
        assertThat(content(written)).isEqualTo("旧的改动");
    }

    @Test
    void the_timeline_says_which_may_be_changed_and_the_explanation_why_not() {
        long written = followUp(ben);
        assertThat(inTimeline(ben, written).toString()).contains("edit");
        age(written, 30);
        assertThat(inTimeline(ben, written).toString()).doesNotContain("edit");
        assertThat(ben.get("/api/records/activity/" + written + "/access")
                        .expect(200)
                        .body()
                        .toString())
                .contains("24 小时内修改或删除");
    }

    private static JsonNode inTimeline(ApiClient who, long id) {
        return who.get("/api/records/customer/" + customer + "/timeline?kinds=activity")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.path("activity"))
                .filter(activity -> activity.path("id").asLong() == id)
                .findFirst()
                .orElseThrow()
                .path("may");
    }

    private static String content(long id) {
        return ana.get("/api/records/activity/" + id).expect(200).text("/content");
    }

    private static String may(ApiClient who, long id) {
        return who.get("/api/records/activity/" + id)
                .expect(200)
                .body()
                .path("may")
                .toString();
    }

    private static ApiClient.Answer edit(ApiClient who, long id, String content) {
        return who.patch(
                "/api/records/activity/" + id,
                "{\"version\":%d,\"content\":\"%s\"}"
                        .formatted(ana.get("/api/records/activity/" + id).number("/version"), content));
    }

    private static void age(long id, int hours) {
        application
                .database()
                .dsl()
                .execute("update activity set created_at = now() - ? * interval '1 hour' where id = ?", hours, id);
    }

    private static long followUp(ApiClient who) {
        return who.post(
                        "/api/records/activity",
                        "{\"kind\":\"call\",\"content\":\"谈了价格\",\"about\":{\"object\":\"customer\",\"id\":%d}}"
                                .formatted(customer))
                .expect(201)
                .number("/id");
    }

    private static void decide(String name, String value) {
        long version = ana.get("/api/settings").expect(200).number("/version");
        ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"%s\":\"%s\"}}".formatted(version, name, value))
                .expect(200);
    }

    private static long person(String login, long role, Long manager) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"manager\":%s,\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, manager, role))
                .expect(201)
                .number("/id");
    }
}
