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

    private static void publish(long draft) {
        admin.post(DRAFTS + "/" + draft + "/publish", "{}").expect(200);
    }

    private static long contact(String name, String more) {
        return admin.post(CONTACTS, "{\"name\":\"%s\",\"customer\":%d%s}".formatted(name, customer, more))
                .expect(201)
                .number("/id");
    }
}
