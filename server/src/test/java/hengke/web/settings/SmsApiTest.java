package hengke.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The account for text messages, as administrators meet it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String ALIYUN = """
            "sms.provider":"aliyun","sms.keyId":"LTAI5t","sms.secret":"Sesam-oeffne-dich","sms.signName":"恒客科技",
            "sms.template":"SMS_154950909\"""";

    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        api = ApiDescription.of(ana);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Answer decide(String values) {
        long version = ana.get("/api/settings").expect(200).number("/version");
        return ana.patch("/api/settings", "{\"version\":%d,\"values\":{%s}}".formatted(version, values));
    }

    private static void none() {
        decide(
                        "\"sms.provider\":null,\"sms.keyId\":null,\"sms.secret\":null,\"sms.signName\":null,\"sms.template\":null")
                .expect(200);
    }

    private static Answer test(String mobile) {
        return ana.post("/api/settings/sms/test", "{\"mobile\":\"" + mobile + "\"}");
    }

    @Test
    void only_administrators_test_and_read_what_came() {
        ana.post("/api/users", "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", PASSWORD);
        ben.post("/api/settings/sms/test", "{\"mobile\":\"13800138000\"}").expect(403);
        ben.get("/api/settings/sms/failed").expect(403);
        ben.get("/api/settings/sms/simulated").expect(403);
        assertThat(ben.get("/api/settings").expect(200).response().body()).doesNotContain("sms.");
        new ApiClient(application).get("/api/settings/sms/simulated").expect(401);
    }

    @Test
    void an_account_that_lacks_something_is_refused_where_it_lacks_it() {
        Answer lacking =
                decide("\"sms.provider\":\"tencent\",\"sms.keyId\":\"AKID\"").expect(422);
        assertThat(lacking.body().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("sms.secret", "sms.signName", "sms.template", "sms.appId");
        assertThat(decide("\"sms.signName\":\"【恒客】\"").expect(422).text("/errors/0/field"))
                .isEqualTo("sms.signName");
        assertThat(decide("\"sms.keyId\":\"钥匙\"").expect(422).text("/errors/0/field"))
                .isEqualTo("sms.keyId");
    }

    @Test
    void the_secret_is_in_no_answer_and_must_be_given_anew_when_its_place_changes() {
        decide(ALIYUN).expect(200);
        assertThat(ana.get("/api/settings").response().body()).doesNotContain("Sesam");
        assertThat(ana.get("/api/settings/changes").response().body()).doesNotContain("Sesam");
        assertThat(application.database().dsl().fetch("select * from setting").format(1_000))
                .doesNotContain("Sesam");
        assertThat(decide("\"sms.keyId\":\"LTAI-other\"").expect(422).text("/errors/0/field"))
                .isEqualTo("sms.secret");
        none();
    }

    @Test
    void a_test_message_goes_to_a_mobile_of_the_mainland_and_the_simulator_shows_it() {
        assertThat(test("13800138000").expect(422).text("/errors/0/field")).isEqualTo("sms.provider");
        decide("\"sms.provider\":\"simulated\"").expect(200);
        assertThat(test("021-62351234").expect(422).text("/errors/0/field")).isEqualTo("mobile");
        assertThat(test("").expect(422).text("/errors/0/field")).isEqualTo("mobile");
        assertThat(api.check(
                                "POST",
                                "/api/settings/sms/test",
                                test("+86 138 0013 8000").expect(200))
                        .text("/to"))
                .isEqualTo("13800138000");
        JsonNode received = api.check(
                        "GET",
                        "/api/settings/sms/simulated",
                        ana.get("/api/settings/sms/simulated").expect(200))
                .body()
                .at("/items/0");
        assertThat(received.path("mobile").asString()).isEqualTo("13800138000");
        assertThat(received.path("text").asString()).contains("000000");
        test("13800138000").expect(429);
        api.check(
                "GET",
                "/api/settings/sms/failed",
                ana.get("/api/settings/sms/failed").expect(200));
        none();
    }
}
