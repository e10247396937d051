package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes by itself when records are made and changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutomationsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static long sellerId;
    private static long role;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        role = admin.post("/api/roles", """
                {"name":"自动化的销售","grants":[
                {"object":"customer","verb":"read","scope":"own"},
                {"object":"customer","verb":"create","scope":"all"},
                {"object":"customer","verb":"edit","scope":"own"},
                {"object":"task","verb":"read","scope":"own"},
                {"object":"task","verb":"create","scope":"own"}],
                "fields":[{"object":"customer","field":"employees","right":"hidden"}]}""").expect(201).number("/id");
        sellerId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        seller = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** What happened in one test begins nothing in the next. */
    @AfterEach
    void end() {
        remove();
        heard();
        remove();
    }

    private static void remove() {
        items().forEach(each ->
                admin.delete("/api/workflows/" + each.path("id").asLong()).expect(204));
    }

    @Test
    void a_new_record_is_changed_told_of_and_has_a_task() {
        long rule = automation("customer", "迎新", """
                "trigger":{"kind":"created"},"when":{"field":"level","op":"eq","value":"A"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"重点客户：{name}"}}},
                {"id":"b","kind":"tell","whom":{"owner":true},"title":"新的重点客户","text":"{name}，{employees} 人"},
                {"id":"c","kind":"task","title":"拜访 {name}","whom":{"owner":true},"days":3,"priority":"high"}]""");
        long big = customer(seller, "云图科技", "A");
        long small = customer(seller, "小店", "C");
        JsonNode run = ended(rule, big);
        assertThat(run.at("/status").asString()).isEqualTo("done");
        assertThat(value("customer", big, "remarks")).isEqualTo("重点客户：云图科技");
        assertThat(runs(rule)).hasSize(1);
        assertThat(value("customer", small, "remarks")).isEmpty();
        JsonNode notice = seller.get("/api/notifications").expect(200).body().path("items").values().stream()
                .filter(each -> each.path("title").asString().equals("新的重点客户"))
                .findFirst()
                .orElseThrow();
        // the reader may not see how many work there
        assertThat(notice.path("body").asString()).isEqualTo("云图科技， 人");
        JsonNode task = query("task", "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"拜访 云图科技\"}")
                .get(0);
        assertThat(task.at("/owner/id").asLong()).isEqualTo(sellerId);
        assertThat(task.at("/about/id").asLong()).isEqualTo(big);
        JsonNode steps = admin.get("/api/workflows/runs/" + run.path("id").asLong())
                .expect(200)
                .body()
                .path("steps");
        assertThat(steps.values().stream().map(step -> step.path("node").asString()))
                .containsExactly("a", "b", "c");
        JsonNode acted = seller.get("/api/workflows/of/customer/" + big)
                .expect(200)
                .body()
                .path("items");
        assertThat(acted.get(0).path("name").asString()).isEqualTo("迎新");
        admin.post("/api/operations/" + steps.get(0).path("operation").asLong() + "/undo", "{}")
                .expect(200);
        assertThat(value("customer", big, "remarks")).isEmpty();
    }

    @Test
    void a_value_that_was_there_for_a_moment_begins_too() {
        long rule = automation("customer", "升级", """
                "trigger":{"kind":"became","field":"level","values":["A","B"]},"again":true,"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"升级过"}}}]""");
        long id = customer(seller, "起伏", "C");
        seller.change("customer", id, "\"level\":\"B\"");
        seller.change("customer", id, "\"level\":\"D\"");
        ended(rule, id);
        assertThat(value("customer", id, "remarks")).isEqualTo("升级过");
        assertThat(runs(rule)).hasSize(1);
    }

    @Test
    void a_choice_takes_the_first_way_that_holds_and_goes_on_behind_it() {
        long rule = automation("customer", "分级", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"c","kind":"choice","ways":[
                  {"condition":{"field":"level","op":"eq","value":"A"},"nodes":[
                    {"id":"x","kind":"change","values":{"remarks":{"kind":"fixed","value":"甲"}}}]},
                  {"condition":{"field":"level","op":"eq","value":"B"},"nodes":[{"id":"s","kind":"stop"}]},
                  {"nodes":[]}]},
                {"id":"z","kind":"change","values":{"phone":{"kind":"fixed","value":"021-55550000"}}}]""");
        long a = customer(seller, "甲公司", "A");
        long b = customer(seller, "乙公司", "B");
        long c = customer(seller, "丙公司", "C");
        ended(rule, a);
        ended(rule, b);
        ended(rule, c);
        assertThat(value("customer", a, "remarks")).isEqualTo("甲");
        assertThat(value("customer", a, "phone")).isNotEmpty();
        assertThat(value("customer", b, "phone")).isEmpty();
        assertThat(value("customer", c, "phone")).isNotEmpty();
        assertThat(value("customer", c, "remarks")).isEmpty();
    }

    @Test
    void it_acts_with_the_rights_of_the_person_it_acts_as() {
        String changes = """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"改过"}}}]""";
        // what that person may not read is no field for a rule that acts as them
        refused(
                admin.post("/api/workflows", body("customer", "看不见", sellerId, """
                        "trigger":{"kind":"changed","fields":["employees"]},"nodes":[
                        {"id":"a","kind":"change","values":{"employees":{"kind":"fixed","value":3}}}]""")),
                "trigger.fields",
                "nodes[0].values.employees");
        long rule = admin.post("/api/workflows", body("customer", "本人", sellerId, changes))
                .expect(201)
                .number("/id");
        long mine = customer(seller, "安娜的", "A");
        long others = customer(admin, "别人的", "A");
        ended(rule, mine);
        assertThat(value("customer", mine, "remarks")).isEqualTo("改过");
        assertThat(runs(rule).stream().map(run -> run.path("record").asLong())).doesNotContain(others);
        assertThat(seller.post("/api/workflows", body("customer", "不许", sellerId, changes))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_refused_is_parked_with_its_reason() {
        long rule = automation("customer", "流失", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"a","kind":"change","values":{"phone":{"kind":"text","text":"不是电话"}}}]""");
        long id = customer(seller, "会失败", "A");
        JsonNode run = ended(rule, id);
        assertThat(run.path("status").asString()).isEqualTo("failed");
        assertThat(run.path("error").asString()).isNotEmpty();
        assertThat(value("customer", id, "phone")).isEmpty();
    }

    @Test
    void a_rule_that_causes_itself_ends_by_itself() {
        long self = automation("customer", "自己", """
                "trigger":{"kind":"changed"},"again":true,"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"{remarks}."}}}]""");
        long id = customer(seller, "回声", "A");
        seller.change("customer", id, "\"remarks\":\"开始\"");
        ended(self, id);
        heard();
        assertThat(value("customer", id, "remarks")).isEqualTo("开始.");
        assertThat(runs(self)).hasSize(1);
    }

    @Test
    void two_rules_that_cause_each_other_end_by_themselves() {
        long ping = automation("customer", "乒", """
                "trigger":{"kind":"changed","fields":["remarks"]},"again":true,"nodes":[
                {"id":"a","kind":"change","values":{"address":{"kind":"text","text":"{remarks}1"}}}]""".replace("address", "website")
                .replace("{remarks}1", "https://a.example/{remarks}"));
        long pong = automation("customer", "乓", """
                "trigger":{"kind":"changed","fields":["website"]},"again":true,"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"{remarks}1"}}}]""");
        long id = customer(seller, "乒乓", "A");
        seller.change("customer", id, "\"remarks\":\"0\"");
        await().until(() -> runs(ping).size() == 2 && runs(pong).size() == 1);
        heard();
        assertThat(runs(ping).stream()
                        .map(run -> run.path("status").asString()
                                + run.path("reason").asString()))
                .containsExactlyInAnyOrder("done", "stoppedloop");
        assertThat(value("customer", id, "remarks")).isEqualTo("01");
    }

    @Test
    void a_rule_that_makes_records_that_begin_it_comes_to_its_end() {
        long rule = automation("task", "繁殖", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"a","kind":"create","object":"task","values":{"name":{"kind":"text","text":"{name}+"}}}]""");
        admin.post("/api/records/task", "{\"name\":\"种子\"}").expect(201);
        await().until(() -> runs(rule).stream()
                .anyMatch(run -> run.path("reason").asString().equals("depth")));
        assertThat(runs(rule)).hasSize(Runs.DEEPEST + 1);
        assertThat(query("task", "{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"种子\"}"))
                .hasSize(Runs.DEEPEST + 1);
    }

    @Test
    void a_record_that_begins_too_often_is_stopped() {
        long rule = automation("customer", "常常", """
                "trigger":{"kind":"changed","fields":["remarks"]},"again":true,"nodes":[
                {"id":"a","kind":"tell","whom":{"owner":true},"title":"又变了"}]""");
        long id = customer(seller, "多变", "A");
        for (int i = 0; i < Runs.MOST_A_DAY + 5; i++) {
            seller.change("customer", id, "\"remarks\":\"%d\"".formatted(i));
        }
        await().until(() -> runs(rule).stream()
                .anyMatch(run -> run.path("reason").asString().equals("often")));
        heard();
        assertThat(runs(rule).stream().filter(run -> run.path("record").asLong() == id))
                .hasSize(Runs.MOST_A_DAY + 1);
    }

    @Test
    void a_rehearsal_tells_everything_and_leaves_nothing() {
        long id = customer(seller, "排练", "A");
        long operations = operations();
        JsonNode result = admin.post("/api/workflows/trial", """
                {"object":"customer","record":%d,"name":"试","trigger":{"kind":"created"},
                 "when":{"field":"level","op":"eq","value":"B"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"fixed","value":"试过"}}},
                {"id":"w","kind":"wait","span":{"count":3,"unit":"day"}},
                {"id":"u","kind":"until","condition":{"field":"level","op":"eq","value":"C"},
                 "atMost":{"count":5,"unit":"day"},"ways":[{"nodes":[]},{"nodes":[
                   {"id":"t","kind":"task","title":"跟进 {name}","whom":{"owner":true},"days":1}]}]},
                {"id":"b","kind":"change","values":{"phone":{"kind":"text","text":"不是电话"}}}]}""".formatted(id))
                .expect(200)
                .body();
        assertThat(result.path("fits").asBoolean()).isFalse();
        assertThat(result.path("steps").values().stream()
                        .map(step -> step.path("node").asString() + " "
                                + step.path("outcome").asString()))
                .containsExactly("a done", "w waits", "w done", "u waits", "u way", "t done", "b failed");
        assertThat(result.at("/steps/0/written/0/values/0/after").asString()).isEqualTo("试过");
        assertThat(admin.get("/api/records/customer/" + id).expect(200).number("/version"))
                .isEqualTo(1);
        assertThat(value("customer", id, "remarks")).isEmpty();
        assertThat(query("task", "{\"field\":\"name\",\"op\":\"eq\",\"value\":\"跟进 排练\"}"))
                .isEmpty();
        assertThat(operations()).isEqualTo(operations);
        assertThat(items()).isEmpty();
    }

    @Test
    void what_is_offered_can_be_switched_on_as_it_is() {
        JsonNode offers = admin.get("/api/workflows").expect(200).body().path("offers");
        assertThat(offers).hasSize(5);
        for (JsonNode offer : offers) {
            ObjectNode body = ((ObjectNode) offer.path("plan")).deepCopy();
            body.put("object", offer.path("object").asString())
                    .put("name", offer.path("name").asString())
                    .put("active", true);
            admin.post("/api/workflows", body.toString()).expect(201);
        }
    }

    @Test
    void what_has_failed_is_tried_again_or_given_up() {
        long rule = automation("customer", "再试", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"a","kind":"mail","whom":{"owner":true},"title":"欢迎","text":"{name}"},
                {"id":"b","kind":"change","values":{"phone":{"kind":"text","text":"{remarks}"}}}]""");
        admin.patch(
                        "/api/users/" + sellerId,
                        "{\"email\":\"ana@example.com\",\"version\":%d}"
                                .formatted(admin.get("/api/users/" + sellerId)
                                        .expect(200)
                                        .number("/version")))
                .expect(200);
        customer(seller, "没有邮箱账号", "A");
        await().until(() ->
                runs(rule).stream().anyMatch(run -> run.path("attempts").asInt() == 1));
        // without an account to send from it waits and is tried again later
        assertThat(runs(rule).getFirst().path("status").asString()).isEqualTo("live");
        admin.delete("/api/workflows/" + rule).expect(204);
        long other = automation("customer", "失败", """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"b","kind":"change","values":{"phone":{"kind":"text","text":"{remarks}"}}}]""");
        long bad = admin.post("/api/records/customer", "{\"name\":\"坏电话\",\"remarks\":\"不是电话\"}")
                .expect(201)
                .number("/id");
        long run = ended(other, bad).path("id").asLong();
        admin.change("customer", bad, "\"remarks\":\"021-55550001\"");
        admin.post("/api/workflows/runs/%d/retry".formatted(run), "{}").expect(204);
        await().until(() -> runs(other).getFirst().path("status").asString().equals("done"));
        assertThat(value("customer", bad, "phone")).isNotEmpty();
        admin.post("/api/workflows/runs/%d/dismiss".formatted(run), "{}").expect(409);
    }

    @Test
    void what_acts_as_somebody_who_leaves_is_handed_over_to_somebody_who_can_do_it() {
        long leaver = colleague("leaver", "1");
        long heir = colleague("heir", "1");
        long blind = colleague("blind", "");
        String plan = """
                "trigger":{"kind":"created"},"nodes":[
                {"id":"a","kind":"change","values":{"remarks":{"kind":"text","text":"看过"}}}]""";
        long rule = admin.post("/api/workflows", body("customer", "离职", leaver, plan))
                .expect(201)
                .number("/id");
        String handover = "/api/users/%d/handover".formatted(leaver);
        assertThat(admin.get(handover).expect(200).number("/automations")).isEqualTo(1);
        refused(admin.post(handover, "{\"automations\":%d}".formatted(blind)), "automations");
        refused(admin.post(handover, "{\"automations\":%d}".formatted(leaver)), "automations");
        admin.post(handover, "{\"automations\":%d,\"disable\":true}".formatted(heir))
                .expect(200);
        assertThat(admin.get(handover).expect(200).number("/automations")).isZero();
        long made = customer(admin, "离职之后", "A");
        assertThat(ended(rule, made).path("status").asString()).isEqualTo("done");
        assertThat(admin.get("/api/records/customer/%d/history".formatted(made))
                        .expect(200)
                        .body()
                        .toString())
                .contains("接手的heir");
    }

    /** @param powers ids of roles */
    private static long colleague(String login, String powers) {
        return admin.post(
                        "/api/users",
                        "{\"login\":\"%1$s\",\"name\":\"接手的%1$s\",\"password\":\"%2$s\",\"roles\":[%3$s]}"
                                .formatted(login, PASSWORD, powers))
                .expect(201)
                .number("/id");
    }

    @Test
    void a_plan_that_makes_no_sense_is_refused_at_its_places() {
        refused(
                admin.post("/api/workflows", body("customer", "错", 0, """
                        "trigger":{"kind":"became","field":"nothing","values":[]},
                        "when":{"field":"nothing","op":"eq","value":1},"nodes":[
                        {"id":"a","kind":"change","values":{"level":{"kind":"fixed","value":"Z"}}},
                        {"id":"c","kind":"choice","ways":[{"nodes":[{"id":"a","kind":"tell","title":""}]},{"nodes":[]}]},
                        {"id":"w","kind":"wait","span":{"count":0}}]""")),
                "trigger.field",
                "trigger.values",
                "when",
                "nodes[0].values.level",
                "nodes[1].ways[0].condition",
                "nodes[1].ways[0].nodes[0].id",
                "nodes[1].ways[0].nodes[0].whom",
                "nodes[1].ways[0].nodes[0].title",
                "nodes[2].span.count");
        refused(admin.post("/api/workflows", body("customer", "错", 0, """
                        "trigger":{"kind":"created"},"nodes":[{"id":"a","kind":"explode"}]""")), "nodes[0]");
        refused(admin.post("/api/workflows", body("customer", "错", 0, """
                        "trigger":{"kind":"created"},"nodes":[{"id":"a","kind":"stop","more":1}]""")), "nodes[0].more");
    }

    /** Refused at exactly these places. */
    private static void refused(ApiClient.Answer answer, String... places) {
        assertThat(answer.expect(422).body().path("errors").values().stream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder(places);
    }

    private static String body(String object, String name, long acting, String plan) {
        return "{\"object\":\"%s\",\"name\":\"%s\",\"active\":true,%s%s}"
                .formatted(object, name, acting == 0 ? "" : "\"acting\":" + acting + ",", plan);
    }

    private static long automation(String object, String name, String plan) {
        return admin.post("/api/workflows", body(object, name, 0, plan))
                .expect(201)
                .number("/id");
    }

    private static List<JsonNode> items() {
        return List.copyOf(
                admin.get("/api/workflows").expect(200).body().path("items").values());
    }

    private static List<JsonNode> runs(long rule) {
        return List.copyOf(admin.get("/api/workflows/%d/runs".formatted(rule))
                .expect(200)
                .body()
                .path("items")
                .values());
    }

    /** The run of a record once it is over. */
    private static JsonNode ended(long rule, long record) {
        await().until(() -> runs(rule).stream()
                .anyMatch(run -> run.path("record").asLong() == record
                        && !run.path("status").asString().equals("live")));
        return runs(rule).stream()
                .filter(run -> run.path("record").asLong() == record)
                .findFirst()
                .orElseThrow();
    }

    /** Until automations have heard of everything that has happened so far. */
    private static void heard() {
        long marker = automation("customer", "记号", """
                "trigger":{"kind":"created"},"nodes":[{"id":"a","kind":"stop"}]""");
        ended(marker, customer(seller, "记号 " + marker, "D"));
    }

    private static long customer(ApiClient as, String name, String level) {
        return as.post("/api/records/customer", "{\"name\":\"%s\",\"level\":\"%s\"}".formatted(name, level))
                .expect(201)
                .number("/id");
    }

    private static String value(String object, long id, String field) {
        return admin.get("/api/records/%s/%d".formatted(object, id))
                .expect(200)
                .body()
                .path(field)
                .asString("");
    }

    private static List<JsonNode> query(String object, String filter) {
        return List.copyOf(admin.post("/api/records/%s/query".formatted(object), "{\"filter\":" + filter + "}")
                .expect(200)
                .body()
                .path("items")
                .values());
    }

    private static long operations() {
        return application
                .bean(org.jooq.DSLContext.class)
                .fetchSingle("select count(*) from operation where through = 'automation'")
                .get(0, Long.class);
    }
}
