package hengke.web.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of objects and fields are prepared in drafts, kept in versions, taken back and carried elsewhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionsTest {
    private static final String FIELDS = "/api/catalog/contact/fields";
    private static final String CONTACTS = "/api/records/contact";
    private static final String DRAFTS = "/api/catalog/drafts";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        customer = admin.post("/api/records/customer", "{\"name\":\"版本客户\"}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_draft_is_in_force_only_when_published_and_says_what_it_means() {
        long draft = begin("{\"name\":\"试一试\"}");
        admin.post(FIELDS + "/hobby?draft=" + draft, "{\"kind\":\"text\",\"label\":\"爱好\",\"required\":true}")
                .expect(201);
        admin.patch(FIELDS + "/c_hobby?draft=" + draft, "{\"maxLength\":50,\"unique\":true}")
                .expect(200);
        admin.post("/api/catalog/objects?draft=" + draft, "{\"name\":\"gift\",\"label\":\"礼品\"}")
                .expect(201);
        assertThat(admin.get(FIELDS).body().toString()).doesNotContain("c_hobby");
        assertThat(admin.get(FIELDS + "?draft=" + draft).body().toString()).contains("c_hobby");
        contact("没有爱好", "");

        Answer impact = admin.get(DRAFTS + "/" + draft).expect(200);
        assertThat(impact.body().get("effects").toString())
                .contains("fieldAdded", "爱好", "objectAdded", "礼品")
                .containsPattern("有 \\d+ 条记录还没有填写");
        assertThat(admin.get(FIELDS + "?draft=" + draft).text("/label/zh")).isEqualTo("联系人");
        admin.post(DRAFTS + "/" + draft + "/publish", "{\"note\":\"第一批\"}").expect(200);
        assertThat(admin.get(FIELDS).body().toString()).contains("c_hobby");
        admin.post("/api/records/x-gift", "{\"name\":\"茶叶\"}").expect(201);
        assertThat(admin.get("/api/catalog/versions")
                        .expect(200)
                        .body()
                        .get("items")
                        .get(0)
                        .toString())
                .contains("第一批", "fieldAdded", "admin");
        admin.get(DRAFTS + "/" + draft).expect(404);
        admin.patch(FIELDS + "/c_hobby", "{\"required\":false}").expect(200);
    }

    @Test
    void what_others_published_meanwhile_stays_and_what_both_changed_is_a_conflict() {
        long mine = begin("{\"name\":\"我的\"}");
        long clash = begin("{\"name\":\"撞车\"}");
        admin.patch(FIELDS + "/wechat?draft=" + mine, "{\"label\":\"微信号\"}").expect(200);
        admin.patch(FIELDS + "/role?draft=" + clash, "{\"label\":\"甲\"}").expect(200);
        admin.patch(FIELDS + "/role", "{\"label\":\"决策角色\"}").expect(200);
        admin.post(DRAFTS + "/" + mine + "/publish", "{}").expect(200);
        String fields = admin.get(FIELDS).body().toString();
        assertThat(fields).contains("微信号", "决策角色");
        assertThat(admin.get(DRAFTS + "/" + clash).expect(200).text("/conflicts/0/field"))
                .isEqualTo("role");
        assertThat(admin.post(DRAFTS + "/" + clash + "/publish", "{}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("conflicts");
        admin.delete(DRAFTS + "/" + clash).expect(204);
    }

    @Test
    void going_back_hides_what_came_since_and_going_forth_again_loses_nothing() {
        admin.post(FIELDS + "/tone", "{\"kind\":\"choice\",\"label\":\"语气\",\"options\":[\"急\"]}")
                .expect(201);
        long before = admin.get(FIELDS).number("/version");
        admin.patch(FIELDS + "/c_tone", "{\"options\":[\"急\",\"缓\"]}").expect(200);
        admin.post(FIELDS + "/later", "{\"kind\":\"text\",\"label\":\"后来的\"}").expect(201);
        long after = admin.get(FIELDS).number("/version");
        long id = contact("缓的人", ",\"c_tone\":\"缓\",\"c_later\":\"还在\"");

        publish(begin("{\"name\":\"回去\",\"backTo\":%d}".formatted(before)));
        Answer record = admin.get(CONTACTS + "/" + id).expect(200);
        assertThat(record.body().has("c_later")).isFalse();
        assertThat(record.text("/c_tone")).isEqualTo("缓");
        admin.patch(CONTACTS + "/" + id, "{\"c_tone\":\"缓\",\"version\":%d}".formatted(record.number("/version")))
                .expect(200);
        publish(begin("{\"name\":\"再来\",\"backTo\":%d}".formatted(after)));
        assertThat(admin.get(CONTACTS + "/" + id).text("/c_later")).isEqualTo("还在");
    }

    @Test
    void stored_data_that_does_not_allow_a_draft_stops_it_as_a_whole() {
        admin.post(FIELDS + "/badge", "{\"kind\":\"text\",\"label\":\"工牌\"}").expect(201);
        long draft = begin("{\"name\":\"唯一\"}");
        admin.patch(FIELDS + "/c_badge?draft=" + draft, "{\"unique\":true}").expect(200);
        admin.patch(FIELDS + "/remarks?draft=" + draft, "{\"label\":\"附注\"}").expect(200);
        contact("同牌甲", ",\"c_badge\":\"007\"");
        contact("同牌乙", ",\"c_badge\":\"007\"");
        assertThat(admin.get(DRAFTS + "/" + draft).text("/faults/0/field")).isEqualTo("contact.c_badge.unique");
        admin.post(DRAFTS + "/" + draft + "/publish", "{}").expect(422);
        assertThat(admin.get(FIELDS).body().toString()).doesNotContain("附注");
    }

    @Test
    void a_configuration_goes_to_another_installation_as_a_file() {
        admin.post(FIELDS + "/mbti", "{\"kind\":\"choice\",\"label\":\"性格\",\"options\":[\"内\",\"外\"]}")
                .expect(201);
        admin.post("/api/catalog/objects", """
                {"name":"seminar","label":"研讨会","fields":[{"kind":"reference","name":"guest","label":"嘉宾","targets":["contact"]}]}""").expect(201);
        ObjectNode document =
                (ObjectNode) admin.get("/api/catalog/export").expect(200).body();
        try (RunningApplication elsewhere =
                RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng")) {
            ApiClient there = new ApiClient(elsewhere).signIn("admin", "Yuntu-2026-heng");
            ObjectNode request = JsonMapper.shared().createObjectNode().put("name", "搬过来");
            request.set("document", document);
            long draft = there.post(DRAFTS, request.toString()).expect(201).number("/id");
            assertThat(there.get(FIELDS).body().toString()).doesNotContain("c_mbti");
            there.post(DRAFTS + "/" + draft + "/publish", "{}").expect(200);
            assertThat(there.get("/api/catalog/export").expect(200).body()).isEqualTo(document);

            String broken = request.toString()
                    .replace("\"targets\":[\"contact\"]", "\"targets\":[\"nobody\"]")
                    .replace("x-seminar", "x-lecture")
                    .replace("研讨会", "讲座");
            Answer refused = there.post(DRAFTS, broken).expect(422);
            assertThat(refused.text("/errors/0/field")).contains("fields").endsWith("targets");
            assertThat(there.get("/api/catalog").body().toString()).doesNotContain("x-lecture");
        }
    }

    private static long begin(String body) {
        return admin.post(DRAFTS, body).expect(201).number("/id");
    }

    @Test
    void a_shipped_object_is_called_otherwise_everywhere_and_again_as_it_was() {
        String names = "{\"label\":{\"zh\":\"对接人\",\"en\":\"Person to ask\"},\"plural\":{\"en\":\"People to ask\"}}";
        String contact = "/api/catalog/objects/contact";
        long draft = begin("{\"name\":\"改名\"}");
        admin.patch(contact + "?draft=" + draft, names).expect(200);
        assertThat(admin.get("/api/catalog/contact").text("/label")).isEqualTo("联系人");
        assertThat(admin.get(DRAFTS + "/" + draft).body().at("/effects").toString())
                .contains("objectRenamed", "对接人");
        publish(draft);
        admin.patch("/api/catalog/objects/customer", "{\"label\":{\"zh\":\"会员\",\"en\":\"Member\"}}")
                .expect(200);

        contact("改名的人", "");
        ApiClient english = new ApiClient(application).speaking("en-US").signIn("admin", "Yuntu-2026-heng");
        assertThat(admin.get("/api/catalog/contact").text("/label")).isEqualTo("对接人");
        assertThat(english.get("/api/catalog/contact").text("/plural")).isEqualTo("People to ask");
        assertThat(admin.get("/api/catalog/customer").body().at("/relations").toString())
                .contains("\"对接人\"")
                .doesNotContain("联系人");
        assertThat(english.get("/api/catalog/contact").body().at("/fields").toString())
                .contains("\"Member\"");
        assertThat(admin.get("/api/search?q=" + URLEncoder.encode("改名的人", UTF_8))
                        .text("/groups/0/label"))
                .isEqualTo("对接人");
        assertThat(admin.get("/api/openapi.json").body().at("/tags").toString()).contains("对接人", "会员");
        assertThat(admin.get("/api/imports/template/contact.xlsx")
                        .response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains(URLEncoder.encode("对接人", UTF_8));
        assertThat(admin.get("/api/operations").text("/items/0/label")).isEqualTo("新建 对接人");
        assertThat(admin.get("/api/logs/changes?object=contact").body().toString())
                .contains("\"label\":\"会员\"");
        assertThat(admin.get("/api/catalog/objects").body().toString()).contains("\"shippedLabel\":{\"zh\":\"联系人\"");

        admin.patch(contact, "{\"label\":\"会员\"}").expect(422);
        admin.patch(contact, "{\"label\":{\"zh\":\"\"}}").expect(422);
        admin.patch(contact, "{\"icon\":\"x\"}").expect(422);
        admin.patch(FIELDS + "/customer", "{\"headline\":true}").expect(200);
        JsonNode file = admin.get("/api/catalog/export").expect(200).body();
        assertThat(file.toString()).contains("\"对接人\"", "\"People to ask\"");

        admin.patch(contact, "{\"label\":null}").expect(200);
        admin.patch("/api/catalog/objects/customer", "{\"label\":null}").expect(200);
        assertThat(admin.get("/api/catalog/contact").text("/label")).isEqualTo("联系人");
        assertThat(admin.get("/api/catalog/contact").body().at("/fields").toString())
                .as("a reference follows even after something else about it was changed")
                .contains("\"客户\"")
                .doesNotContain("会员");
        Answer read = admin.post(DRAFTS, "{\"name\":\"改名文件\",\"document\":" + file + "}")
                .expect(201);
        assertThat(admin.get(DRAFTS + "/" + read.number("/id"))
                        .body()
                        .at("/effects")
                        .toString())
                .contains("objectRenamed");
    }

    @Test
    void computed_fields_of_one_draft_use_each_other_in_whatever_order_they_stand() {
        long draft = begin("{\"name\":\"一起算\"}");
        String customers = "/api/catalog/customer/fields";
        admin.post(FIELDS + "/hours?draft=" + draft, "{\"kind\":\"decimal\",\"label\":\"课时\"}")
                .expect(201);
        admin.post(FIELDS + "/twice?draft=" + draft, "{\"kind\":\"formula\",\"label\":\"两倍课时\",\"formula\":\"课时*2\"}")
                .expect(201);
        admin.post(customers + "/twices?draft=" + draft, """
                {"kind":"rollup","label":"两倍课时合计","rollup":"sum","child":"contact","reference":"customer","field":"c_twice"}""").expect(201);
        admin.post(
                        customers + "/more?draft=" + draft,
                        "{\"kind\":\"formula\",\"label\":\"再加一\",\"formula\":\"两倍课时合计+1\"}")
                .expect(201);
        assertThat(admin.get("/api/catalog/contact/formula?draft=" + draft)
                        .body()
                        .toString())
                .contains("两倍课时");
        assertThat(admin.post("/api/catalog/contact/formula/check?draft=" + draft, "{\"formula\":\"两倍课时+1\"}")
                        .expect(200)
                        .text("/result"))
                .isEqualTo("decimal");
        assertThat(admin.get(customers + "?draft=" + draft).body().toString()).contains("两倍课时合计+1");
        admin.patch(FIELDS + "/c_twice?draft=" + draft, "{\"formula\":\"两倍课时+1\"}")
                .expect(422);
        publish(draft);
        contact("算课时", ",\"c_hours\":\"1.5\"");
        assertThat(admin.get("/api/records/customer/" + customer).text("/c_more"))
                .isEqualTo("4.00");

        Answer made = admin.post("/api/catalog/objects", """
                {"name":"course","label":"课程","fields":[
                  {"kind":"formula","label":"总价","formula":"折后*1.06"},
                  {"kind":"formula","label":"折后","formula":"价格*0.9"},
                  {"kind":"decimal","label":"价格"}]}""").expect(201);
        assertThat(made.number("/ownFields")).isEqualTo(3);
        Answer circle = admin.post("/api/catalog/objects", """
                {"name":"ring","label":"环","fields":[
                  {"kind":"formula","label":"甲","formula":"乙+1"},
                  {"kind":"formula","label":"乙","formula":"甲+1"}]}""").expect(422);
        assertThat(circle.text("/errors/0/field")).isEqualTo("fields[0].formula");
        assertThat(circle.text("/errors/0/message")).contains("甲 → 乙 → 甲");
        assertThat(admin.get("/api/catalog").body().toString()).doesNotContain("x-ring");
    }

    private static void publish(long draft) {
        admin.post(DRAFTS + "/" + draft + "/publish", "{}").expect(200);
    }

    private static long contact(String name, String more) {
        return admin.post(CONTACTS, "{\"name\":\"%s\",\"customer\":%d%s}".formatted(name, customer, more))
                .expect(201)
                .number("/id");
    }
}
