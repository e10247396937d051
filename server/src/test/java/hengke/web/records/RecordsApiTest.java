package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordsApiTest {
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
    void a_customer_is_created_read_changed_found_and_taken_back() {
        ApiClient.Answer created = admin.post("/api/records/customer", """
                        {"name":"上海云图科技有限公司","level":"A","region":"310115","phone":"021-61234567",
                         "revenue":{"amount":"1234.50","currency":"CNY"},"tags":["重点"]}""").expect(201);
        long id = created.number("/id");
        assertThat(created.text("/owner/label")).isNotBlank();
        assertThat(created.text("/code")).startsWith("C2026");
        assertThat(created.body().at("/revenue").toString()).isEqualTo("{\"amount\":\"1234.50\",\"currency\":\"CNY\"}");

        admin.patch("/api/records/customer/" + id, "{\"version\":1,\"status\":\"following\"}")
                .expect(200);
        admin.patch("/api/records/customer/" + id, "{\"version\":1,\"status\":\"won\"}")
                .expect(409);

        ApiClient.Answer found = admin.get("/api/search?q=%E4%BA%91%E5%9B%BE").expect(200);
        assertThat(found.number("/groups/0/items/0/id")).isEqualTo(id);
        assertThat(admin.get("/api/search?q=ytkj")
                        .body()
                        .at("/groups/0/items/0/id")
                        .asLong())
                .isEqualTo(id);
        assertThat(admin.get("/api/search?q=4567")
                        .body()
                        .at("/groups/0/items/0/id")
                        .asLong())
                .isEqualTo(id);

        ApiClient.Answer page = admin.post("/api/records/customer/query", """
                        {"filter":{"field":"region","op":"under","value":"31"},"count":"exact","fields":["name","level"]}""").expect(200);
        assertThat(page.number("/count/value")).isEqualTo(1);
        assertThat(page.text("/items/0/name")).isEqualTo("上海云图科技有限公司");
        assertThat(page.body().at("/items/0").has("phone")).isFalse();

        ApiClient.Answer history =
                admin.get("/api/records/customer/" + id + "/history").expect(200);
        assertThat(history.text("/items/0/changes/0/field")).isEqualTo("status");
        assertThat(history.text("/items/0/changes/0/to")).isEqualTo("following");
        admin.post("/api/operations/" + history.number("/items/0/operation") + "/undo", "{}")
                .expect(200);
        assertThat(admin.get("/api/records/customer/" + id).text("/status")).isEqualTo("new");
        assertThat(admin.get("/api/records/customer/" + id + "/access")
                        .expect(200)
                        .body()
                        .at("/verbs/0/allowed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_stale_change_says_what_is_there_now_and_who_was_faster() {
        long id = admin.post("/api/records/customer", "{\"name\":\"同时修改公司\"}")
                .expect(201)
                .number("/id");
        long me = admin.get("/api/session").number("/user/id");
        admin.patch("/api/records/customer/" + id, "{\"version\":1,\"level\":\"B\"}")
                .expect(200);
        ApiClient.Answer stale = admin.patch(
                        "/api/records/customer/" + id, "{\"version\":1,\"level\":\"A\",\"owner\":%d}".formatted(me))
                .expect(409);
        assertThat(stale.text("/code")).isEqualTo("stale");
        assertThat(stale.number("/version")).isEqualTo(2);
        assertThat(stale.body().at("/changedBy").toString()).isEqualTo("{\"id\":%d,\"label\":\"admin\"}".formatted(me));
        assertThat(stale.text("/changedAt"))
                .isEqualTo(admin.get("/api/records/customer/" + id).text("/updatedAt"));
        assertThat(stale.body().at("/current").propertyNames()).containsExactlyInAnyOrder("level", "owner");
        assertThat(stale.text("/current/level")).isEqualTo("B");
        assertThat(stale.text("/current/owner/label")).isEqualTo("admin");
    }

    @Test
    void of_a_customers_contacts_exactly_one_is_the_default() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"默认联系人公司\"}")
                .expect(201)
                .number("/id");
        long first = contact(customer, "张一", "");
        long second = contact(customer, "李二", "");
        assertThat(primary(first)).isTrue();
        assertThat(primary(second)).isFalse();
        long third = contact(customer, "王三", ",\"primary\":true");
        assertThat(primary(first)).isFalse();
        assertThat(primary(third)).isTrue();
        admin.delete("/api/records/contact/" + third).expect(204);
        assertThat(primary(first)).isTrue();
    }

    @Test
    void a_follow_up_sets_the_contact_dates_of_what_it_is_about_and_of_the_customer() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"跟进公司\"}")
                .expect(201)
                .number("/id");
        long contact = contact(customer, "赵四", "");
        admin.post("/api/records/activity", """
                        {"content":"电话沟通需求","about":{"object":"contact","id":%d},"at":"2026-11-20T02:00:00Z",
                         "nextContactAt":"2026-11-25T02:00:00Z"}""".formatted(contact)).expect(201);
        ApiClient.Answer after = admin.get("/api/records/customer/" + customer).expect(200);
        assertThat(after.text("/lastContactAt")).isEqualTo("2026-11-20T02:00:00Z");
        assertThat(after.text("/nextContactAt")).isEqualTo("2026-11-25T02:00:00Z");
    }

    @Test
    void a_timeline_tells_the_follow_up_once_and_the_history_tells_everything() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"时间线公司\"}")
                .expect(201)
                .number("/id");
        for (int day = 1; day <= 2; day++) {
            admin.post("/api/records/activity", """
                            {"content":"第 %1$d 次","about":{"object":"customer","id":%2$d},"at":"2026-11-0%1$dT02:00:00Z",
                             "nextContactAt":"2026-12-0%1$dT02:00:00Z"}""".formatted(day, customer)).expect(201);
        }
        admin.patch("/api/records/customer/" + customer, "{\"version\":3,\"nextContactAt\":\"2026-12-24T02:00:00Z\"}")
                .expect(200);
        assertThat(told("/api/records/customer/" + customer + "/timeline", "kind"))
                .containsExactly("change", "activity", "activity", "change");
        assertThat(told("/api/records/customer/" + customer + "/timeline?kinds=change", "action"))
                .containsExactly("update", "create", "create", "create");
        assertThat(told("/api/records/customer/" + customer + "/history", "action"))
                .containsExactly("update", "update", "update", "create");
    }

    private static List<String> told(String path, String key) {
        return admin.get(path)
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.path(key).asString())
                .toList();
    }

    @Test
    void the_catalog_says_everything_a_client_needs_in_both_languages() {
        ApiClient.Answer chinese = admin.get("/api/catalog").expect(200);
        assertThat(chinese.body().toString()).contains("\"label\":\"客户名称\"");
        ApiClient english = new ApiClient(application).speaking("en-US").signIn("admin", "Yuntu-2026-heng");
        assertThat(english.get("/api/catalog").body().toString()).contains("\"label\":\"Level\"");
    }

    @Test
    void bad_input_is_said_at_the_field_and_nothing_is_stored() {
        ApiClient.Answer refused = admin.post("/api/records/customer", "{\"nmae\":\"x\",\"level\":\"Z\"}")
                .expect(422);
        assertThat(refused.body().at("/errors").toString())
                .contains("\"nearest\":\"name\"")
                .contains("\"field\":\"level\"");
        admin.post("/api/records/customer", "{\"name\":").expect(400);
        admin.post("/api/records/customer", "[]").expect(400);
        admin.post("/api/records/nothing", "{}").expect(404);
        admin.get("/api/records/customer/abc").expect(404);
        admin.post("/api/records/customer/query", "{\"filter\":{}}").expect(400);
    }

    private static long contact(long customer, String name, String more) {
        return admin.post("/api/records/contact", "{\"name\":\"%s\",\"customer\":%d%s}".formatted(name, customer, more))
                .expect(201)
                .number("/id");
    }

    private static boolean primary(long contact) {
        return admin.get("/api/records/contact/" + contact)
                .expect(200)
                .body()
                .at("/primary")
                .asBoolean();
    }
}
