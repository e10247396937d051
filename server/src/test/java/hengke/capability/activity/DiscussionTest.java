package hengke.capability.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Colleagues talk on records that nobody follows up, such as products. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscussionTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient eve;
    private static long product;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                        {"name":"看产品","grants":[{"object":"product","verb":"read","scope":"all"},
                         {"object":"activity","verb":"read","scope":"own"},
                         {"object":"activity","verb":"create","scope":"own"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"eve","name":"苏晴","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        eve = new ApiClient(application).signIn("eve", PASSWORD);
        product = admin.post(
                        "/api/records/product", "{\"name\":\"传感器\",\"price\":{\"amount\":\"10\",\"currency\":\"CNY\"}}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_colleague_is_told_and_answers_on_the_record() {
        ApiClient.Answer said = say(admin, "").expect(201);
        assertThat(said.text("/kind")).isEqualTo("note");
        await().until(() -> eve.get("/api/today/mentions").number("/items/0/activity/about/id") == product);

        long mention = eve.get("/api/today/mentions").number("/items/0/id");
        eve.post("/api/today/mentions/" + mention + "/answer", "{\"content\":\"有现货\"}")
                .expect(204);
        assertThat(eve.get("/api/records/product/" + product + "/timeline")
                        .expect(200)
                        .body()
                        .toString())
                .contains("有现货");
        await().until(() -> admin.get("/api/notifications").body().toString().contains("苏晴"));
    }

    @Test
    void nobody_calls_on_a_product() {
        refused(say(admin, ",\"kind\":\"call\""), "kind");
        refused(say(admin, ",\"nextContactAt\":\"2030-01-01T00:00:00Z\""), "nextContactAt");
        refused(say(admin, ",\"outcome\":\"好\""), "outcome");
    }

    @Test
    void what_is_followed_up_can_be_discussed_and_more() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"讨论公司\"}")
                .expect(201)
                .number("/id");
        admin.post("/api/records/activity", """
                        {"content":"电话","about":{"object":"customer","id":%d}}""".formatted(customer)).expect(201);
        assertThat(admin.get("/api/records/customer/" + customer).text("/lastContactAt"))
                .isNotEmpty();
        assertThat(admin.get("/api/catalog").body().get("objects").toString()).contains("\"discussed\"");
    }

    private static ApiClient.Answer say(ApiClient who, String more) {
        return who.post("/api/records/activity", """
                {"content":"@苏晴 还有货吗？","about":{"object":"product","id":%d}%s}""".formatted(product, more));
    }

    private static void refused(ApiClient.Answer answer, String field) {
        assertThat(answer.expect(422).text("/errors/0/field")).isEqualTo(field);
    }
}
