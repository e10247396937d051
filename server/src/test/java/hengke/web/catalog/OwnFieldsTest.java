package hengke.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An administrator gives an object fields of its own, and everybody can use them at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnFieldsTest {
    private static final String FIELDS = "/api/catalog/customer/fields";
    private static final String CUSTOMERS = "/api/records/customer";

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
    void a_field_may_be_named_by_its_author_or_after_its_label() {
        Answer stated = admin.post(FIELDS + "/renewalRate", """
                {"kind":"percent","label":{"zh":"续约率","en":"Renewal rate"}}""").expect(201);
        assertThat(stated.text("/name")).isEqualTo("c_renewal_rate");
        Answer made = admin.post(FIELDS, """
                {"kind":"text","label":"合作模式"}""").expect(201);
        assertThat(made.text("/name")).isEqualTo("c_hezuomoshi");
        assertThat(admin.post(FIELDS, """
                {"kind":"text","label":"合作模式 "}""").expect(422).text("/errors/0/field")).isEqualTo("label");
    }

    @Test
    void a_shipped_field_takes_other_words_and_options_but_stays_what_it_is() {
        admin.patch(FIELDS + "/level", """
                {"label":{"zh":"星级","en":"Stars"},"options":[
                  {"value":"D","label":{"zh":"普通","en":"Plain"},"color":"#00aaff"},
                  {"value":"A"},{"value":"B","active":false},{"value":"C"},
                  {"value":"S","label":{"zh":"战略","en":"Strategic"},"color":"purple"}]}""").expect(200);
        Answer field = admin.get("/api/catalog/customer");
        assertThat(field.body()
                        .get("fields")
                        .valueStream()
                        .filter(each -> each.path("name").asString().equals("level"))
                        .findFirst()
                        .orElseThrow()
                        .toString())
                .contains("\"星级\"", "\"普通\"", "\"S\"", "purple");
        admin.post(CUSTOMERS, "{\"name\":\"战略客户\",\"level\":\"S\"}").expect(201);
        assertThat(admin.patch(FIELDS + "/level", "{\"options\":[\"S\"]}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("options");
        admin.patch(FIELDS + "/level", "{\"unique\":true}").expect(422);
        admin.patch(FIELDS + "/name", "{\"required\":false}").expect(422);
        admin.patch(FIELDS + "/level", "{\"kind\":\"text\"}").expect(422);
        admin.delete(FIELDS + "/level").expect(409);
    }

    @Test
    void a_deleted_field_is_gone_at_once_and_comes_back_with_its_values() {
        admin.post(FIELDS + "/wish", "{\"kind\":\"text\",\"label\":\"心愿\"}").expect(201);
        long id = admin.post(CUSTOMERS, "{\"name\":\"有心愿的\",\"c_wish\":\"便宜\"}")
                .expect(201)
                .number("/id");
        admin.delete(FIELDS + "/c_wish").expect(204);
        assertThat(admin.get(CUSTOMERS + "/" + id).expect(200).body().has("c_wish"))
                .isFalse();
        admin.post(CUSTOMERS + "/query", "{\"filter\":{\"field\":\"c_wish\",\"op\":\"notEmpty\"}}")
                .expect(422);
        admin.post(FIELDS + "/wish", "{\"kind\":\"text\",\"label\":\"心愿\"}").expect(422);
        Answer listed = admin.get(FIELDS).expect(200);
        assertThat(listed.text("/deleted/0/field/name")).isEqualTo("c_wish");
        admin.post(FIELDS + "/c_wish/restore", "{}").expect(200);
        assertThat(admin.get(CUSTOMERS + "/" + id).text("/c_wish")).isEqualTo("便宜");
    }

    @Test
    void what_would_lose_values_is_refused_with_a_count() {
        admin.post(FIELDS + "/motto", "{\"kind\":\"text\",\"label\":\"口号\",\"maxLength\":20}")
                .expect(201);
        admin.post(FIELDS + "/stage", "{\"kind\":\"choice\",\"label\":\"阶段\",\"options\":[\"早\",\"中\",\"晚\"]}")
                .expect(201);
        for (String name : new String[] {"口号甲", "口号乙"}) {
            admin.post(CUSTOMERS, """
                    {"name":"%s","c_motto":"客户第一最重要","c_stage":"早"}""".formatted(name)).expect(201);
        }
        assertThat(refused("motto", "{\"maxLength\":5}", "maxLength")).contains("2");
        assertThat(refused("motto", "{\"unique\":true}", "unique")).contains("1");
        assertThat(refused("stage", "{\"options\":[\"中\"]}", "options")).contains("2");
        admin.patch(FIELDS + "/c_motto", "{\"maxLength\":10}").expect(200);
        admin.patch(FIELDS + "/c_stage", "{\"options\":[\"中\",\"早\"]}").expect(200);
    }

    private static String refused(String field, String change, String at) {
        Answer refused = admin.patch(FIELDS + "/c_" + field, change).expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(at);
        return refused.text("/errors/0/message");
    }

    @Test
    void a_field_that_becomes_required_says_how_many_records_lack_it_and_leaves_them_alone() {
        long id = admin.post(CUSTOMERS, "{\"name\":\"老客户\"}").expect(201).number("/id");
        Answer made = admin.post(FIELDS + "/source2", "{\"kind\":\"text\",\"label\":\"渠道\",\"required\":true}")
                .expect(201);
        assertThat(made.text("/notes/0")).containsPattern("\\d");
        admin.patch(CUSTOMERS + "/" + id, "{\"remarks\":\"改别的\",\"version\":1}").expect(200);
        admin.post(CUSTOMERS, "{\"name\":\"没有渠道\"}").expect(422);
        admin.patch(FIELDS + "/c_source2", "{\"required\":false}").expect(200);
    }

    @Test
    void of_two_administrators_who_saw_the_same_the_second_is_told() {
        long seen = admin.get(FIELDS).number("/version");
        admin.post(FIELDS, "{\"kind\":\"date\",\"label\":\"甲的\",\"version\":%d}".formatted(seen))
                .expect(201);
        Answer second = admin.post(FIELDS, "{\"kind\":\"date\",\"label\":\"乙的\",\"version\":%d}".formatted(seen))
                .expect(409);
        assertThat(second.text("/code")).isEqualTo("stale");
        assertThat(second.number("/version")).isGreaterThan(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "名称", "a b", "x;drop table customer", "_", "id\"", "../x", "c_"})
    void a_name_that_is_no_column_is_refused(String name) {
        ObjectNode field =
                JsonMapper.shared().createObjectNode().put("kind", "text").put("label", "怪名字");
        assertThat(admin.post(FIELDS, field.put("name", name).toString())
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("name");
        ObjectNode object = JsonMapper.shared().createObjectNode().put("label", "怪对象");
        admin.post("/api/catalog/objects", object.put("name", name).toString()).expect(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "'; drop table customer; --", "select", "{0} {1}", "%s\\"})
    void whatever_a_label_says_it_is_only_said(String label) {
        ObjectNode field =
                JsonMapper.shared().createObjectNode().put("kind", "choice").put("label", label);
        field.putArray("options").add(label);
        String name = admin.post(FIELDS, field.toString()).expect(201).text("/name");
        long id = admin.post(
                        CUSTOMERS,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("name", "标签" + name)
                                .put(name, label)
                                .toString())
                .expect(201)
                .number("/id");
        assertThat(admin.get(CUSTOMERS + "/" + id).text("/" + name)).isEqualTo(label);
        admin.delete(FIELDS + "/" + name).expect(204);
    }

    @Test
    void too_much_of_anything_is_refused_in_words() {
        ObjectNode field =
                JsonMapper.shared().createObjectNode().put("kind", "text").put("label", "长".repeat(65_536));
        assertThat(admin.post(FIELDS, field.toString()).expect(422).text("/errors/0/field"))
                .isEqualTo("label");
        ObjectNode object = JsonMapper.shared().createObjectNode().put("label", "巨大");
        ArrayNode fields = object.putArray("fields");
        for (int i = 0; i < 510; i++) {
            fields.addObject().put("kind", "boolean").put("label", "第 " + i);
        }
        Answer refused = admin.post("/api/catalog/objects", object.toString()).expect(422);
        assertThat(refused.text("/errors/0/message")).contains("500");
        assertThat(admin.get("/api/catalog").body().toString()).doesNotContain("巨大");
    }

    @Test
    void only_administrators_change_objects_and_fields() {
        ApiClient stranger = new ApiClient(application);
        stranger.post(FIELDS, "{\"kind\":\"text\",\"label\":\"外人\"}").expect(401);
        admin.post("/api/users", "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"Yuntu-2026-heng\"}")
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", "Yuntu-2026-heng");
        ben.get(FIELDS).expect(403);
        ben.post(FIELDS, "{\"kind\":\"text\",\"label\":\"本的\"}").expect(403);
        ben.patch(FIELDS + "/level", "{\"label\":\"本的\"}").expect(403);
        ben.delete(FIELDS + "/level").expect(403);
        ben.post("/api/catalog/objects", "{\"label\":\"本的\"}").expect(403);
        ben.get("/api/catalog/versions").expect(403);
        ben.get("/api/catalog/export").expect(403);
        ben.post("/api/catalog/drafts", "{\"name\":\"本的\"}").expect(403);
    }
}
