package hengke.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.portrait.Portrayed;
import hengke.capability.retention.Retained;
import hengke.capability.worth.Valued;
import hengke.kernel.metadata.LiveCatalog;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An administrator adds fields that are computed, and everybody lists, filters, sorts and sums by them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComputedFieldsTest {
    private static final String CUSTOMERS = "/api/records/customer";
    private static final String CONTACTS = "/api/records/contact";

    private static RunningApplication application;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_formula_is_listed_filtered_sorted_and_summed_like_any_other_field() {
        Answer made = admin.post("/api/catalog/customer/fields/perHead", """
                        {"kind":"formula","label":"人均营业额","formula":"年营业额 / 员工人数","scale":1}""").expect(201);
        assertThat(made.text("/kind")).isEqualTo("formula");
        assertThat(made.text("/result")).isEqualTo("decimal");
        assertThat(made.text("/formula")).isEqualTo("年营业额 / 员工人数");
        Answer rich = admin.post(CUSTOMERS, "{\"name\":\"富\",\"revenue\":\"1000\",\"employees\":3}")
                .expect(201);
        assertThat(rich.text("/c_per_head")).isEqualTo("333.3");
        admin.post(CUSTOMERS, "{\"name\":\"穷\",\"revenue\":\"10\",\"employees\":4}")
                .expect(201);
        admin.post(CUSTOMERS, "{\"name\":\"无\",\"employees\":0,\"revenue\":\"5\"}")
                .expect(201);
        assertThat(admin.post(CUSTOMERS + "/query", """
                        {"fields":["name","c_per_head"],"filter":{"field":"c_per_head","op":"gt","value":"2"},
                         "sort":[{"field":"c_per_head","descending":true}]}""").expect(200).text("/items/0/name"))
                .isEqualTo("富");
        assertThat(admin.post(CUSTOMERS + "/aggregate", """
                        {"filter":{"field":"c_per_head","op":"notEmpty"},"groups":[],
                         "measures":[{"function":"sum","field":"c_per_head"}]}""").expect(200).body().toString())
                .contains("335.8");
        admin.patch(CUSTOMERS + "/" + rich.number("/id"), "{\"version\":1,\"c_per_head\":\"1\"}")
                .expect(422);
    }

    @Test
    void what_a_save_answers_is_what_is_read_afterwards() {
        Answer made = admin.post(CUSTOMERS, "{\"name\":\"答案\",\"employees\":3}").expect(201);
        String at = CUSTOMERS + "/" + made.number("/id");
        assertThat(saved(made)).isEqualTo(saved(admin.get(at).expect(200)));
        admin.post(CONTACTS, "{\"name\":\"甲\",\"customer\":" + made.number("/id") + "}")
                .expect(201);
        long version = admin.get(at).expect(200).number("/version");
        Answer changed =
                admin.patch(at, "{\"version\":" + version + ",\"employees\":4}").expect(200);
        assertThat(changed.number("/contactCount")).isEqualTo(1);
        assertThat(saved(changed)).isEqualTo(saved(admin.get(at).expect(200)));
        admin.delete(at).expect(204);
        Answer restored = admin.post(at + "/restore", "{}").expect(200);
        assertThat(restored.number("/contactCount")).isEqualTo(1);
        assertThat(saved(restored)).isEqualTo(saved(admin.get(at).expect(200)));
    }

    /** Without what is reckoned anew in the background as time goes by. */
    private static JsonNode saved(Answer answer) {
        ObjectNode record = ((ObjectNode) answer.body()).deepCopy();
        application.bean(LiveCatalog.class).current().object("customer").capabilities().stream()
                .filter(each -> each instanceof Portrayed || each instanceof Valued || each instanceof Retained)
                .flatMap(each -> each.fields().stream())
                .forEach(field -> record.remove(field.name()));
        return record;
    }

    @Test
    void a_formula_survives_another_label_and_refuses_to_lead_back() {
        admin.post("/api/catalog/customer/fields/greeting", """
                {"kind":"formula","label":"称呼","formula":"\\"尊敬的\\" & 客户名称 & if(等级 = \\"A 级\\", \\"（贵宾）\\")"}""").expect(201);
        admin.patch("/api/catalog/customer/fields/source", "{\"label\":\"客户来源\"}")
                .expect(200);
        Answer vip = admin.post(CUSTOMERS, "{\"name\":\"云图\",\"level\":\"A\"}").expect(201);
        assertThat(vip.text("/c_greeting")).isEqualTo("尊敬的云图（贵宾）");
        Answer back = admin.patch("/api/catalog/customer/fields/c_greeting", "{\"formula\":\"称呼 & 1\"}")
                .expect(422);
        assertThat(back.text("/errors/0/field")).isEqualTo("formula");
        Answer unknown = admin.post("/api/catalog/customer/formula/check", "{\"formula\":\"1 + 员工人教\"}")
                .expect(200);
        assertThat(unknown.text("/faults/0/suggestion")).isEqualTo("员工人数");
        assertThat(unknown.number("/faults/0/from")).isEqualTo(4);
        Answer tried = admin.post(
                        "/api/catalog/customer/formula/check",
                        "{\"formula\":\"length(客户名称) + 1\",\"record\":" + vip.number("/id") + "}")
                .expect(200);
        assertThat(tried.text("/value")).isEqualTo("3.00");
        admin.get("/api/catalog/customer/formula").expect(200);
    }

    @Test
    void a_roll_up_counts_what_meets_its_filter_and_a_formula_may_use_it() {
        admin.post("/api/catalog/customer/fields/deciders", """
                {"kind":"rollup","label":"决策人数","rollup":"count","child":"contact","reference":"customer",
                 "filter":{"field":"role","op":"eq","value":"decider"}}""").expect(201);
        admin.post("/api/catalog/customer/fields/share", """
                {"kind":"formula","label":"决策人占比","formula":"决策人数 / 联系人数 * 100","result":"percent"}""").expect(201);
        long customer =
                admin.post(CUSTOMERS, "{\"name\":\"有人的客户\"}").expect(201).number("/id");
        for (String role : new String[] {"decider", "user", "user"}) {
            admin.post(CONTACTS, "{\"name\":\"人\",\"customer\":" + customer + ",\"role\":\"" + role + "\"}")
                    .expect(201);
        }
        Answer read = admin.get(CUSTOMERS + "/" + customer).expect(200);
        assertThat(read.number("/contactCount")).isEqualTo(3);
        assertThat(read.number("/c_deciders")).isEqualTo(1);
        assertThat(read.text("/c_share")).isEqualTo("33.33");
        assertThat(read.number("/version")).isEqualTo(1);
        admin.post("/api/catalog/customer/fields/wrong", """
                {"kind":"rollup","label":"错","rollup":"count","child":"contact","reference":"customer",
                 "filter":{"field":"createdAt","op":"during","value":"today"}}""").expect(422);
    }

    @Test
    void a_field_that_is_used_names_its_users_when_it_is_to_go() {
        String fields = "/api/catalog/contact/fields";
        admin.post(fields + "/stock", "{\"kind\":\"decimal\",\"label\":\"存量\"}").expect(201);
        admin.post(fields + "/double", "{\"kind\":\"formula\",\"label\":\"双倍存量\",\"formula\":\"存量*2\"}")
                .expect(201);
        admin.post("/api/catalog/customer/fields/stocks", """
                {"kind":"rollup","label":"存量合计","rollup":"sum","child":"contact","reference":"customer","field":"c_stock"}""").expect(201);
        admin.post("/api/views", """
                {"object":"contact","name":"存量多的","kind":"table","shared":true,
                 "filter":{"field":"c_stock","op":"gt","value":"5"}}""").expect(201);
        var refused = admin.delete(fields + "/c_stock").expect(409);
        assertThat(refused.text("/code")).isEqualTo("inUse");
        assertThat(refused.text("/detail")).contains("联系人 · 双倍存量", "客户 · 存量合计");
        assertThat(admin.get(fields + "/c_stock/uses")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(use -> use.path("kind").asString() + " "
                                + use.path("label").asString()))
                .containsExactlyInAnyOrder("rollup 客户 · 存量合计", "formula 联系人 · 双倍存量", "view 存量多的");
        admin.delete(fields + "/c_double").expect(204);
        admin.delete("/api/catalog/customer/fields/c_stocks").expect(204);
        long draft = admin.post("/api/catalog/drafts", "{\"name\":\"删存量\"}")
                .expect(201)
                .number("/id");
        admin.delete(fields + "/c_stock?draft=" + draft).expect(204);
        assertThat(admin.get("/api/catalog/drafts/" + draft)
                        .body()
                        .at("/effects")
                        .toString())
                .contains("存量多的");
    }

    @Test
    void what_administrators_have_set_up_with_a_field_holds_it() {
        admin.post("/api/catalog/contact/fields/weight", "{\"kind\":\"integer\",\"label\":\"分量\"}")
                .expect(201);
        String fields = "/api/catalog/customer/fields";
        admin.post(fields + "/signedOn", "{\"kind\":\"date\",\"label\":\"签约日\"}")
                .expect(201);
        admin.post(fields + "/signedFor", "{\"kind\":\"money\",\"label\":\"签约额\"}")
                .expect(201);
        String many = "{\"exists\":\"contacts\",\"where\":{\"field\":\"c_weight\",\"op\":\"gt\",\"value\":5}}";
        admin.send("PUT", "/api/scoring/customer", """
                {"version":0,"active":false,"keepsEarlier":true,"groups":[],"bands":[],
                 "rules":[{"name":"有分量的人","filter":%s,"points":5}]}""".formatted(many)).expect(200);
        admin.post("/api/pools", """
                {"name":"保密池","object":"customer","members":{"users":[],"departments":[],"roles":[]},
                 "administrators":[],"hidden":["c_signed_for"],
                 "recycle":[{"since":"claim","days":9,"filter":%s}]}""".formatted(many)).expect(201);
        admin.patch("/api/worth/customer", """
                {"version":0,"months":12,"sources":[{"object":"customer","customer":"parent","at":"c_signed_on",
                 "amount":"c_signed_for"}]}""").expect(200);

        var weight = admin.delete("/api/catalog/contact/fields/c_weight").expect(409);
        assertThat(weight.text("/code")).isEqualTo("inUse");
        assertThat(weight.text("/detail")).contains("客户 · 有分量的人", "客户 · 保密池").doesNotContain("成交来源");
        assertThat(admin.delete(fields + "/c_signed_on").expect(409).text("/detail"))
                .contains("客户 · 成交来源 客户");
        assertThat(admin.get(fields + "/c_signed_for/uses")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(use -> use.path("area").asString() + " "
                                + use.path("label").asString() + " "
                                + use.path("holding").asBoolean()))
                .containsExactlyInAnyOrder("pools 客户 · 保密池 true", "worth 客户 · 成交来源 客户 true");

        admin.patch("/api/worth/customer", "{\"version\":1,\"months\":12,\"sources\":[]}")
                .expect(200);
        long draft = admin.post("/api/catalog/drafts", "{\"name\":\"不再签约\"}")
                .expect(201)
                .number("/id");
        admin.delete(fields + "/c_signed_on?draft=" + draft).expect(204);
        admin.patch("/api/worth/customer", """
                {"version":2,"months":12,"sources":[{"object":"customer","customer":"parent","at":"c_signed_on",
                 "amount":"c_signed_for"}]}""").expect(200);
        assertThat(admin.get("/api/catalog/drafts/" + draft)
                        .body()
                        .at("/faults")
                        .toString())
                .contains("成交来源");
    }

    @Test
    void who_may_not_read_a_field_does_not_read_what_is_computed_from_it() {
        admin.post("/api/catalog/customer/fields/size", """
                {"kind":"formula","label":"规模","formula":"员工人数 * 2","result":"integer"}""").expect(201);
        admin.post("/api/catalog/contact/fields/customerSize", """
                {"kind":"formula","label":"客户规模","formula":"客户.规模 + 1","result":"integer"}""").expect(201);
        long secret = admin.post(CUSTOMERS, "{\"name\":\"别人的客户\",\"employees\":50}")
                .expect(201)
                .number("/id");
        long contact = admin.post(CONTACTS, "{\"name\":\"联系人甲\",\"customer\":" + secret + "}")
                .expect(201)
                .number("/id");
        assertThat(admin.get(CONTACTS + "/" + contact).number("/c_customer_size"))
                .isEqualTo(101);
        ApiClient own = person("own", """
                {"name":"自己的客户","grants":[{"object":"contact","verb":"read","scope":"all"},
                  {"object":"customer","verb":"read","scope":"own"}]}""");
        assertThat(own.get(CONTACTS + "/" + contact)
                        .expect(200)
                        .body()
                        .get("c_customer_size")
                        .isNull())
                .isTrue();
        String asked = "{\"filter\":{\"field\":\"c_customer_size\",\"op\":\"eq\",\"value\":101},\"fields\":[\"name\"]}";
        assertThat(own.post(CONTACTS + "/query", asked).expect(200).body().get("items"))
                .isEmpty();
        assertThat(admin.post(CONTACTS + "/query", asked).expect(200).body().get("items"))
                .hasSize(1);

        ApiClient blind = person("blind", """
                {"name":"不看人数","grants":[{"object":"contact","verb":"read","scope":"all"},
                  {"object":"customer","verb":"read","scope":"all"}],
                 "fields":[{"object":"customer","field":"employees","right":"hidden"}]}""");
        Answer read = blind.get(CONTACTS + "/" + contact).expect(200);
        assertThat(read.body().has("c_customer_size")).isFalse();
        assertThat(blind.get(CUSTOMERS + "/" + secret).expect(200).body().has("c_size"))
                .isFalse();
        blind.post(CONTACTS + "/query", asked).expect(422);
        blind.post(CUSTOMERS + "/query", "{\"sort\":[{\"field\":\"c_size\"}]}").expect(422);
        blind.post(
                        CUSTOMERS + "/aggregate",
                        "{\"groups\":[],\"measures\":[{\"function\":\"sum\",\"field\":\"c_size\"}]}")
                .expect(422);
        assertThat(blind.get("/api/catalog/customer").expect(200).body().toString())
                .doesNotContain("c_size");
    }

    private static ApiClient person(String login, String role) {
        long id = admin.post("/api/roles", role).expect(201).number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"Yuntu-2026-heng\",\"roles\":[%d]}"
                                .formatted(login, login, id))
                .expect(201);
        return new ApiClient(application).signIn(login, "Yuntu-2026-heng");
    }
}
