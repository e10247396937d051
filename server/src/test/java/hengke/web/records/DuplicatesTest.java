package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicatesTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;
    private static long yuntu;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        yuntu = create(
                "customer",
                "{\"name\":\"杭州维伯鑫生物科技有限公司\",\"phone\":\"0571-86123456\",\"creditCode\":\"91330106MA2H123456\"}");
        create("customer", "{\"name\":\"杭州启明软件有限公司\"}");
        create(
                "contact",
                "{\"name\":\"王敏\",\"customer\":%d,\"phone\":\"13800138000\",\"email\":\"wang@example.com\"}"
                        .formatted(yuntu));
        long role = admin.post("/api/roles", """
                        {"name":"只看自己","grants":[{"object":"*","verb":"read","scope":"own"},
                         {"object":"*","verb":"create","scope":"own"},{"object":"*","verb":"edit","scope":"own"}]}""").expect(201).number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"Hangzhou-2026-x\",\"roles\":[%d]}"
                                .formatted(role))
                .expect(201);
        seller = new ApiClient(application).signIn("ana", "Hangzhou-2026-x");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "杭州維伯鑫生物科技有限公司",
                "杭州维伯鑫生物科技",
                "维伯鑫生物科技有限公司",
                "浙江维伯鑫生物科技有限公司",
                "杭州 维伯鑫生物科技公司　",
                "维伯鑫（杭州）生物科技有限公司",
                "杭州伯维鑫生物科技有限公司",
                "杭州维鑫生物科技有限公司",
                "杭州维伯欣生物科技有限公司"
            })
    void a_company_written_otherwise_is_found(String name) {
        JsonNode first =
                duplicates(admin, "customer", "{\"name\":\"" + name + "\"}").path(0);
        assertThat(first.path("id").asLong()).as(first.toString()).isEqualTo(yuntu);
        assertThat(first.path("label").asString()).isEqualTo("杭州维伯鑫生物科技有限公司");
        assertThat(first.path("fields").toString()).isEqualTo("[\"name\"]");
        assertThat(first.path("score").asDouble()).isBetween(0.8, 1.0);
        assertThat(first.path("message").asString()).startsWith("客户名称相");
    }

    @ParameterizedTest
    @ValueSource(strings = {"宁波维伯鑫生物科技有限公司", "杭州维伯鑫企业管理咨询有限公司", "杭州维伯鑫生物科技有限公司深圳分公司", "杭州生物科技有限公司", "有限公司", "杭州"})
    void another_company_is_not(String name) {
        assertThat(duplicates(admin, "customer", "{\"name\":\"" + name + "\"}")).isEmpty();
    }

    @Test
    void phones_codes_and_addresses_are_compared_by_value_however_they_are_written() {
        assertThat(duplicates(admin, "contact", "{\"phone\":\"+86 138-0013-8000\"}"))
                .hasSize(1);
        assertThat(duplicates(admin, "contact", "{\"email\":\"wang@example.com\"}")
                        .at("/0/score")
                        .asDouble())
                .isEqualTo(1);
        assertThat(duplicates(admin, "contact", "{\"phone\":\"138001\",\"email\":\"wang@\"}"))
                .isEmpty();
        JsonNode both = duplicates(
                admin,
                "customer",
                "{\"phone\":\"(0571) 86123456\",\"creditCode\":\"91330106MA2H123456\",\"level\":\"A\"}");
        assertThat(both).hasSize(1);
        assertThat(both.at("/0/fields")).hasSize(2);
    }

    @Test
    void a_record_is_not_its_own_duplicate() {
        assertThat(duplicates(admin, "customer", "{\"id\":%d,\"name\":\"杭州维伯鑫生物科技有限公司\"}".formatted(yuntu)))
                .isEmpty();
    }

    @Test
    void of_a_record_one_may_not_see_only_an_equal_value_is_told() {
        JsonNode same = duplicates(seller, "customer", "{\"name\":\"杭州維伯鑫生物科技有限公司\"}");
        assertThat(same).hasSize(1);
        assertThat(same.at("/0/id").isNull()).isTrue();
        assertThat(same.at("/0/label").isNull()).isTrue();
        assertThat(same.at("/0/message").asString()).contains("无权查看");
        assertThat(duplicates(seller, "customer", "{\"name\":\"杭州维伯鑫生物科技\"}")).isEmpty();
        assertThat(duplicates(seller, "contact", "{\"phone\":\"13800138000\"}")
                        .at("/0/id")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_same_number_is_found_in_other_objects_too() {
        JsonNode contact =
                duplicates(admin, "customer", "{\"phone\":\"138 0013 8000\"}").path(0);
        assertThat(contact.path("object").asString()).isEqualTo("contact");
        assertThat(contact.path("label").asString()).isEqualTo("王敏");
        assertThat(contact.path("within").asString()).isEqualTo("杭州维伯鑫生物科技有限公司");
        assertThat(contact.path("message").asString()).isEqualTo("手机相同");
        JsonNode customer =
                duplicates(admin, "contact", "{\"phone\":\"0571-86123456\"}").path(0);
        assertThat(customer.path("object").asString()).isEqualTo("customer");
        assertThat(customer.path("id").asLong()).isEqualTo(yuntu);
        assertThat(duplicates(admin, "customer", "{\"email\":\"wang@example.com\"}"))
                .as("customers are not identified by e-mail")
                .isEmpty();
    }

    @Test
    void what_belongs_together_is_no_duplicate() {
        assertThat(duplicates(admin, "customer", "{\"id\":%d,\"phone\":\"13800138000\"}".formatted(yuntu)))
                .isEmpty();
        assertThat(duplicates(admin, "contact", "{\"customer\":%d,\"phone\":\"0571-86123456\"}".formatted(yuntu)))
                .isEmpty();
    }

    @Test
    void of_another_object_too_only_existence_is_told_to_who_may_not_see_it() {
        JsonNode told = duplicates(seller, "customer", "{\"phone\":\"13800138000\"}");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/id").isNull()).isTrue();
        assertThat(told.at("/0/within").isNull()).isTrue();
        assertThat(told.at("/0/message").asString()).contains("手机相同的联系人");
        assertThat(told.toString()).doesNotContain("王敏", "维伯鑫");
    }

    @Test
    void a_renamed_company_is_found_by_its_former_name() {
        long renamed = create("customer", "{\"name\":\"宁波旧称机电有限公司\"}");
        String path = "/api/records/customer/" + renamed;
        admin.patch(path, "{\"name\":\"宁波新号控股有限公司\",\"version\":1}").expect(200);
        JsonNode found = duplicates(admin, "customer", "{\"name\":\"宁波舊稱机电有限公司\"}");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").asLong()).isEqualTo(renamed);
        assertThat(found.at("/0/label").asString()).isEqualTo("宁波新号控股有限公司");
        assertThat(found.at("/0/message").asString()).isEqualTo("曾用客户名称相同");
        assertThat(duplicates(seller, "customer", "{\"name\":\"宁波旧称机电有限公司\"}")
                        .at("/0/label")
                        .isNull())
                .isTrue();

        long slip = admin.patch(path, "{\"name\":\"手误有限公司\",\"version\":2}")
                .expect(200)
                .operation();
        admin.post("/api/operations/" + slip + "/undo", "{}").expect(200);
        assertThat(duplicates(admin, "customer", "{\"name\":\"手误有限公司\"}")).isEmpty();
        assertThat(duplicates(admin, "customer", "{\"name\":\"宁波旧称机电有限公司\"}")).hasSize(1);
    }

    private static JsonNode duplicates(ApiClient who, String object, String draft) {
        return who.post("/api/records/" + object + "/duplicates", draft)
                .expect(200)
                .body()
                .path("items");
    }

    private static long create(String object, String json) {
        return admin.post("/api/records/" + object, json).expect(201).number("/id");
    }
}
