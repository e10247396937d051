package hengke.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each role sees its layout, and what field rules demand and lock holds by whatever way a change comes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormsTest {
    private static final String CATALOG = "/api/catalog/customer";
    private static final String CUSTOMERS = "/api/records/customer";
    private static final String BIG = "{\"field\":\"employees\",\"op\":\"ge\",\"value\":1000}";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient sales;
    private static ApiClient service;
    private static long salesRole;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        salesRole = role("布局销售", "");
        sales = person("seller", salesRole);
        service = person(
                "helper", role("布局客服", "{\"object\":\"customer\",\"field\":\"employees\",\"right\":\"hidden\"}"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_role_sees_its_layout_and_everybody_else_the_standard_one_without_what_is_hidden() {
        JsonNode before = service.get(CATALOG).body().path("sections");
        put("layouts", """
                [{"name":{"zh":"销售用","en":"For sales"},"roles":[%d],"newFields":false,"listColumns":["phone","name"],
                  "sections":[
                   {"label":{"zh":"要点","en":"Key facts"},"columns":1,"collapsed":false,"shownWhen":null,
                    "fields":[{"field":"name","wide":true},{"field":"employees","wide":false}]},
                   {"label":{"zh":"大客户","en":"Large"},"columns":2,"collapsed":true,"shownWhen":%s,
                    "fields":[{"field":"website","wide":false}]}]}]""".formatted(salesRole, BIG)).expect(200);

        JsonNode mine = sales.get(CATALOG).expect(200).body();
        assertThat(mine.path("sections")).isEqualTo(JsonMapper.shared().readTree("""
                [{"label":"要点","columns":1,"collapsed":false,"shownWhen":null,
                  "fields":["name","employees"],"wide":["name"]},
                 {"label":"大客户","columns":2,"collapsed":true,"shownWhen":%s,
                  "fields":["website"],"wide":[]}]""".formatted(BIG)));
        assertThat(mine.at("/list/columns").toString()).isEqualTo("[\"name\",\"phone\"]");
        assertThat(mine.path("fields").toString()).contains("\"creditCode\"");
        assertThat(service.get(CATALOG).body().path("sections")).isEqualTo(before);
        long id = create(sales, "布局不是权限", ",\"creditCode\":\"91350100M000100Y43\"")
                .expect(201)
                .number("/id");
        assertThat(sales.get(CUSTOMERS + "/" + id).text("/creditCode")).isEqualTo("91350100M000100Y43");

        put("layouts", """
                [{"key":"standard","name":{"zh":"标准","en":""},"roles":[],"newFields":true,"listColumns":["employees","phone"],
                  "sections":[{"label":{"zh":"都看","en":""},"columns":2,"collapsed":false,"shownWhen":null,
                    "fields":[{"field":"name","wide":false},{"field":"employees","wide":false}]},
                   {"label":{"zh":"看人数","en":""},"columns":2,"collapsed":false,"shownWhen":%s,
                    "fields":[{"field":"website","wide":false}]}]}]""".formatted(BIG)).expect(200);
        put(
                        "rules",
                        "[" + rule("人多要官网", BIG, "require", "website") + ","
                                + rule("藏人数", "{\"field\":\"website\",\"op\":\"empty\"}", "hide", "employees") + "]")
                .expect(200);
        String seen = service.get(CATALOG).expect(200).body().toString();
        assertThat(seen).contains("都看", "看人数").doesNotContain("employees", "人多要官网", "藏人数");
        assertThat(service.get("/api/catalog")
                        .expect(200)
                        .body()
                        .path("objects")
                        .toString())
                .doesNotContain("\"employees\"", "人多要官网");
        service.get(CATALOG + "/layouts").expect(403);
        service.get(CATALOG + "/rules").expect(403);
        clear();
    }

    @Test
    void what_a_value_demands_is_demanded_by_every_way() {
        put("rules", "[" + rule("大公司要官网", BIG, "require", "website") + "]").expect(200);
        assertThat(sales.get(CATALOG).body().at("/rules/0").toString())
                .isEqualTo(
                        "{\"name\":\"大公司要官网\",\"effect\":\"require\",\"when\":" + BIG + ",\"fields\":[\"website\"]}");

        Answer form = create(sales, "要官网甲", ",\"employees\":1000").expect(422);
        assertThat(form.text("/errors/0/field")).isEqualTo("website");
        assertThat(form.text("/errors/0/message")).isEqualTo("此时必填（规则：大公司要官网）");
        create(sales, "要官网甲", ",\"employees\":1000,\"website\":\"https://a.example.com\"")
                .expect(201);
        long id = create(sales, "要官网乙", ",\"employees\":999").expect(201).number("/id");
        change(sales, id, "\"employees\":2000").expect(422);
        assertThat(sales.post(CUSTOMERS + "/bulk", "{\"ids\":[%d],\"change\":{\"employees\":2000}}".formatted(id))
                        .expect(200)
                        .number("/failed"))
                .isEqualTo(1);
        Answer upserted = admin.post(
                        CUSTOMERS + "/upsert",
                        "{\"key\":[\"name\"],\"records\":[{\"name\":\"要官网乙\",\"employees\":3000}]}")
                .expect(200);
        assertThat(upserted.text("/items/0/errors/0/field")).isEqualTo("website");
        Answer run = imported("客户名称,员工人数\n要官网丙,5000\n要官网丁,5\n");
        assertThat(run.number("/progress/failed")).isEqualTo(1);
        assertThat(run.number("/progress/created")).isEqualTo(1);

        change(sales, id, "\"employees\":2000,\"website\":\"https://b.example.com\"")
                .expect(200);
        Answer emptied = change(sales, id, "\"website\":null").expect(422);
        assertThat(emptied.text("/errors/0/field")).isEqualTo("website");
        clear();
    }

    @Test
    void a_record_that_was_incomplete_before_the_rule_can_be_changed_elsewhere() {
        long id = create(admin, "规则之前就大", ",\"employees\":4000").expect(201).number("/id");
        put("rules", "[" + rule("后来的规则", BIG, "require", "website") + "]").expect(200);
        change(admin, id, "\"remarks\":\"改别的\"").expect(200);
        change(admin, id, "\"employees\":4001").expect(200);
        clear();
    }

    @Test
    void what_a_value_locks_stays_as_it_is_and_an_undo_says_so() {
        long id = create(admin, "锁住的", ",\"employees\":10,\"remarks\":\"原样\"")
                .expect(201)
                .number("/id");
        long other = create(admin, "没锁的", ",\"employees\":10").expect(201).number("/id");
        long operation = change(admin, id, "\"employees\":1500,\"remarks\":\"锁前\"")
                .expect(200)
                .operation();
        put("rules", "[" + rule("大公司锁备注", BIG, "lock", "remarks") + "]").expect(200);

        Answer refused = change(sales, id, "\"remarks\":\"想改\"").expect(422);
        assertThat(refused.text("/errors/0/message")).isEqualTo("此时不能修改（规则：大公司锁备注）");
        assertThat(sales.post(
                                CUSTOMERS + "/bulk",
                                "{\"ids\":[%d,%d],\"change\":{\"remarks\":\"批量\"}}".formatted(id, other))
                        .expect(200)
                        .number("/failed"))
                .isEqualTo(1);
        Answer upserted = admin.post(
                        CUSTOMERS + "/upsert",
                        "{\"key\":[\"name\"],\"records\":[{\"name\":\"锁住的\",\"remarks\":\"接口\"}]}")
                .expect(200);
        assertThat(upserted.text("/items/0/errors/0/field")).isEqualTo("remarks");
        assertThat(imported("客户名称,员工人数,备注\n新的大公司,2000,带备注\n").number("/progress/failed"))
                .isEqualTo(1);
        Answer undone =
                admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(undone.body().path("conflicts")).hasSize(1);
        Answer now = admin.get(CUSTOMERS + "/" + id);
        assertThat(now.text("/remarks")).isEqualTo("锁前");
        assertThat(now.number("/employees")).isEqualTo(1500);

        change(sales, id, "\"employees\":5").expect(200);
        change(sales, id, "\"remarks\":\"解锁了\"").expect(200);
        clear();
    }

    @Test
    void a_rule_for_a_role_holds_for_it_alone_and_what_is_hidden_is_not_demanded() {
        put("rules", """
                [{"name":"销售锁网站","when":null,"effect":"lock","fields":["website"],"roles":[%d]},
                 %s,%s]""".formatted(
                                salesRole,
                                rule("要备注", BIG, "require", "remarks"),
                                rule("有网站才看备注", "{\"field\":\"website\",\"op\":\"notEmpty\"}", "show", "remarks")))
                .expect(200);
        create(sales, "角色规则", ",\"website\":\"https://c.example.com\"").expect(422);
        long id = create(admin, "角色规则", ",\"website\":\"https://c.example.com\"")
                .expect(201)
                .number("/id");
        change(sales, id, "\"website\":null").expect(422);
        change(admin, id, "\"employees\":1000").expect(422);
        change(admin, id, "\"employees\":1000,\"website\":null").expect(200);
        clear();
    }

    @Test
    void who_may_not_read_what_is_asked_learns_nothing_of_it() {
        long id = create(admin, "不给看人数", ",\"employees\":6000,\"remarks\":\"有\"")
                .expect(201)
                .number("/id");
        put(
                        "rules",
                        "[" + rule("人数机密规则", BIG, "lock", "remarks") + ","
                                + rule("要人数", "{\"field\":\"remarks\",\"op\":\"empty\"}", "require", "employees") + "]")
                .expect(200);
        Answer locked = change(service, id, "\"remarks\":\"x\"").expect(422);
        assertThat(locked.text("/errors/0/message")).isEqualTo("此时不能修改");
        Answer demanded = create(service, "填不了人数", "").expect(409);
        assertThat(demanded.body().toString()).doesNotContain("employees", "员工", "机密", "要人数");
        clear();
    }

    @Test
    void what_rules_speak_of_stays() {
        admin.post(
                        CATALOG + "/fields",
                        "{\"kind\":\"choice\",\"label\":\"分层\",\"name\":\"c_tier\",\"options\":[\"头部\",\"腰部\"]}")
                .expect(201);
        put(
                        "rules",
                        "["
                                + rule(
                                        "头部要官网",
                                        "{\"field\":\"c_tier\",\"op\":\"in\",\"value\":[\"头部\"]}",
                                        "require",
                                        "website")
                                + "]")
                .expect(200);
        assertThat(admin.delete(CATALOG + "/fields/c_tier").expect(409).text("/detail"))
                .contains("头部要官网");
        assertThat(admin.patch(CATALOG + "/fields/c_tier", "{\"options\":[\"腰部\"]}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("options");
        clear();
        admin.delete(CATALOG + "/fields/c_tier").expect(204);
    }

    @Test
    void layouts_and_rules_are_drafted_put_in_force_taken_back_and_carried_as_a_file() {
        long start = admin.get(CATALOG + "/layouts").number("/version");
        long draft = admin.post("/api/catalog/drafts", "{\"name\":\"新布局\"}")
                .expect(201)
                .number("/id");
        ObjectNode layouts = JsonMapper.shared().createObjectNode();
        layouts.putArray("layouts").add(JsonMapper.shared().readTree("""
                {"name":{"zh":"随身","en":"Pocket"},"roles":[%d],"newFields":true,"listColumns":[],"leftOut":["website"],
                 "sections":[{"label":{"zh":"一","en":"One"},"columns":1,"collapsed":false,"shownWhen":null,
                  "fields":[{"field":"name","wide":false}]}]}""".formatted(salesRole)));
        admin.send("PUT", CATALOG + "/layouts?draft=" + draft, layouts.toString())
                .expect(200);
        String rules = "{\"rules\":[" + rule("草稿规则", BIG, "require", "website") + "]}";
        admin.send("PUT", CATALOG + "/rules?draft=" + draft, rules).expect(200);
        assertThat(admin.get(CATALOG + "/layouts").body().path("layouts")).isEmpty();
        assertThat(admin.get("/api/catalog/drafts/" + draft)
                        .expect(200)
                        .body()
                        .path("effects")
                        .toString())
                .contains("layoutsChanged", "rulesChanged");
        admin.post("/api/catalog/drafts/" + draft + "/publish", "{}").expect(200);
        JsonNode made = admin.get(CATALOG + "/layouts").body().path("layouts");
        assertThat(made.at("/0/name/zh").asString()).isEqualTo("随身");
        assertThat(made.at("/0/leftOut").toString()).isEqualTo("[\"website\"]");
        assertThat(sales.get(CATALOG).body().path("sections").toString())
                .contains("其他")
                .doesNotContain("website");
        JsonNode file = admin.get("/api/catalog/export").expect(200).body();
        assertThat(file.toString()).contains("\"roles\":[\"布局销售\"]");
        admin.send("PUT", CATALOG + "/layouts", "{\"version\":%d,\"layouts\":[]}".formatted(start))
                .expect(409);

        publish("{\"name\":\"回去\",\"backTo\":%d}".formatted(start));
        assertThat(admin.get(CATALOG + "/layouts").body().path("layouts")).isEmpty();
        assertThat(admin.get(CATALOG + "/rules").body().path("rules")).isEmpty();

        ObjectNode again = JsonMapper.shared().createObjectNode().put("name", "搬回来");
        again.set("document", file);
        publish(again.toString());
        assertThat(admin.get(CATALOG + "/layouts").body().path("layouts")).isEqualTo(made);
        assertThat(admin.get(CATALOG + "/rules").body().at("/rules/0/name/zh").asString())
                .isEqualTo("草稿规则");
        String elsewhere = again.toString().replace("\"布局销售\"", "\"没有的角色\"");
        assertThat(admin.post("/api/catalog/drafts", elsewhere).expect(422).text("/errors/0/message"))
                .contains("没有的角色");
        clear();
    }

    private static void publish(String begun) {
        long draft = admin.post("/api/catalog/drafts", begun).expect(201).number("/id");
        admin.post("/api/catalog/drafts/" + draft + "/publish", "{}").expect(200);
    }

    private static Answer put(String what, String list) {
        return admin.send("PUT", CATALOG + "/" + what, "{\"%s\":%s}".formatted(what, list));
    }

    private static void clear() {
        List.of("layouts", "rules").forEach(what -> put(what, "[]").expect(200));
    }

    private static String rule(String name, String when, String effect, String field) {
        return "{\"name\":\"%s\",\"when\":%s,\"effect\":\"%s\",\"fields\":[\"%s\"],\"roles\":[]}"
                .formatted(name, when, effect, field);
    }

    private static Answer create(ApiClient person, String name, String more) {
        return person.post(CUSTOMERS, "{\"name\":\"%s\"%s}".formatted(name, more));
    }

    private static Answer change(ApiClient person, long id, String values) {
        long version = admin.get(CUSTOMERS + "/" + id).number("/version");
        return person.patch(CUSTOMERS + "/" + id, "{\"version\":%d,%s}".formatted(version, values));
    }

    private static Answer imported(String csv) {
        Answer run = admin.upload("/api/imports", "rules.csv", csv, "object", "customer")
                .expect(200);
        return admin.get("/api/imports/" + run.number("/import")).expect(200);
    }

    private static long role(String name, String fields) {
        return admin.post("/api/roles", """
                {"name":"%s","grants":[{"object":"customer","verb":"read","scope":"all"},
                  {"object":"customer","verb":"create","scope":"all"},{"object":"customer","verb":"edit","scope":"all"}],
                 "fields":[%s]}""".formatted(name, fields)).expect(201).number("/id");
    }

    private static ApiClient person(String login, long role) {
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"Yuntu-2026-heng\",\"roles\":[%d]}"
                                .formatted(login, login, role))
                .expect(201);
        return new ApiClient(application).signIn(login, "Yuntu-2026-heng");
    }
}
