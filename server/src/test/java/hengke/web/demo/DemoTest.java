package hengke.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** One story: loaded at the start, looked at, changed, removed, loaded again by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class DemoTest {
    private static RunningApplication application;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                "--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng", "--hengke.demo=true");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void an_empty_database_gets_an_invented_company_at_the_start() {
        assertThat(admin.get("/api/demo").expect(200).body().toString())
                .isEqualTo("{\"loaded\":true,\"possible\":false}");
        assertThat(count("customer", "")).isEqualTo(120);
        assertThat(count("contact", "")).isBetween(150L, 260L);
        assertThat(count("activity", "")).isBetween(700L, 1_300L);
        assertThat(
                        count(
                                "customer",
                                ",\"filter\":{\"field\":\"nextContactAt\",\"op\":\"during\",\"value\":{\"last\":10,\"unit\":\"day\"}}"))
                .isPositive();
        assertThat(
                        count(
                                "customer",
                                ",\"filter\":{\"field\":\"nextContactAt\",\"op\":\"during\",\"value\":{\"next\":22,\"unit\":\"day\"}}"))
                .isPositive();
        Answer one = admin.post("/api/records/customer/query", "{\"limit\":1}").expect(200);
        assertThat(one.text("/items/0/name")).endsWith("公司");
        assertThat(one.text("/items/0/owner/label")).isNotBlank();
        assertThat(one.text("/items/0/region")).hasSize(6);
        assertThat(admin.get("/api/tags?object=customer")
                        .body()
                        .at("/items/0/color")
                        .asString())
                .isNotBlank();
    }

    @Test
    @Order(1)
    void whoever_is_there_is_spoken_to() {
        JsonNode talks = admin.get("/api/conversations").expect(200).body().path("items");
        assertThat(talks).hasSize(4);
        assertThat(talks).extracting(talk -> talk.path("title").asString("")).contains("华东销售部");
        assertThat(admin.get("/api/conversations/unread").expect(200).number("/unread"))
                .isPositive();
    }

    @Test
    @Order(2)
    void nobody_can_sign_in_as_an_invented_colleague() {
        assertThat(admin.get("/api/users?q=demo.").expect(200).body().at("/items"))
                .isNotEmpty();
        ApiClient stranger = new ApiClient(application);
        assertThat(stranger.post("/api/session", "{\"login\":\"demo.lin\",\"password\":\"demo.lin\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void it_is_not_loaded_twice() {
        assertThat(admin.post("/api/demo", "{}").expect(409).text("/code")).isEqualTo("demoImpossible");
    }

    @Test
    @Order(4)
    void removing_takes_everything_back_and_leaves_what_is_not_of_the_demo() {
        long mine = admin.post("/api/records/customer", "{\"name\":\"真实客户有限公司\"}")
                .expect(201)
                .number("/id");
        long changed = admin.post("/api/records/customer/query", "{\"search\":\"北京\",\"limit\":1}")
                .number("/items/0/id");
        long version = admin.get("/api/records/customer/" + changed).number("/version");
        admin.patch("/api/records/customer/" + changed, "{\"version\":%d,\"status\":\"won\"}".formatted(version))
                .expect(200);

        admin.delete("/api/demo").expect(200);

        assertThat(count("customer", "")).isEqualTo(1);
        assertThat(count("contact", "")).isZero();
        assertThat(count("activity", "")).isZero();
        assertThat(admin.get("/api/users?q=demo.&active=true").body().at("/items"))
                .isEmpty();
        assertThat(admin.get("/api/departments").body().at("/items").toString()).doesNotContain("销售部");
        assertThat(admin.get("/api/roles").body().at("/items").toString()).doesNotContain("演示");
        assertThat(admin.get("/api/tags?object=customer").body().at("/items")).isEmpty();
        assertThat(admin.get("/api/conversations").expect(200).body().path("items"))
                .isEmpty();
        assertThat(admin.get("/api/demo").body().toString()).isEqualTo("{\"loaded\":false,\"possible\":false}");
        admin.delete("/api/records/customer/" + mine).expect(204);
    }

    @Test
    @Order(5)
    void an_administrator_loads_it_again_as_one_operation() {
        Answer loaded = admin.post("/api/demo", "{}").expect(200);
        assertThat(loaded.text("/kind")).isEqualTo("demo");
        assertThat(loaded.operation()).isEqualTo(loaded.number("/id"));
        assertThat(loaded.number("/changed")).isGreaterThan(600);
        assertThat(count("customer", "")).isEqualTo(120);
    }

    private static long count(String object, String more) {
        return admin.post("/api/records/" + object + "/query", "{\"count\":\"exact\",\"limit\":1" + more + "}")
                .expect(200)
                .number("/count/value");
    }
}
