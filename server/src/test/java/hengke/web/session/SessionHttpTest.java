package hengke.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class SessionHttpTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String SIGN_IN = "{\"login\":\"ana\",\"password\":\"" + PASSWORD + "\"}";
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                "--hengke.admin.login=ana",
                "--hengke.admin.password=" + PASSWORD,
                "--hengke.base-url=https://crm.example");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void signing_in_gives_a_cookie_no_script_can_read_and_says_who_one_is() {
        ApiClient.Answer answer =
                new ApiClient(application).post("/api/session", SIGN_IN).expect(200);

        assertThat(answer.response().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/");
        assertThat(answer.text("/user/login")).isEqualTo("ana");
        assertThat(answer.body().at("/user/administrator").asBoolean()).isTrue();
        assertThat(answer.text("/csrf")).hasSizeGreaterThan(20);
        assertThat(answer.text("/settings/timeZone")).isEqualTo("Asia/Shanghai");
        assertThat(answer.number("/settings/maxUploadBytes")).isEqualTo(104_857_600);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/session",
        "DELETE, /api/session",
        "GET, /api/people",
        "GET, /api/users",
        "POST, /api/users",
        "GET, /api/catalog",
        "POST, /api/records/customer/query",
        "GET, /api/metrics",
        "GET, /api/no-such-thing",
        "GET, /api",
        "POST, /api/openapi.json",
        "PUT, /api/setup",
        "OPTIONS, /api/users",
        "GET, /API/users",
        "GET, /api/setup/",
    })
    void without_signing_in_the_api_is_closed(String method, String path) {
        ApiClient.Answer answer =
                new ApiClient(application).send(method, path, "{}").expect(401);

        assertThat(answer.text("/code")).isEqualTo("unauthenticated");
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;x=1/users",
                "/api/setup;/../users",
                "//api/users",
                "/%61pi/users",
                "/api%2fusers",
                "/api/./users",
                "/api/setup/../users",
                "/api/health/%2e%2e/users",
                "/x/../api/users",
            })
    void no_spelling_of_an_address_gets_around_the_gate(String path) {
        assertThat(new ApiClient(application).get(path).status()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health/live", "/api/health/ready", "/api/setup"})
    void a_few_addresses_are_open(String path) {
        new ApiClient(application).get(path).expect(200);
    }

    @Test
    void a_wrong_login_and_a_wrong_password_get_the_same_answer() {
        ApiClient somebody = new ApiClient(application);
        var password = somebody.post("/api/session", "{\"login\":\"ana\",\"password\":\"wrong\"}")
                .expect(401);
        var login = somebody.post("/api/session", "{\"login\":\"bob\",\"password\":\"wrong\"}")
                .expect(401);

        assertThat(login.text("/detail")).isEqualTo(password.text("/detail"));
        assertThat(login.text("/code")).isEqualTo(password.text("/code"));
    }

    /** So a database without a free connection is a 503 at the door as everywhere, see DatabaseAwayTest. */
    @Test
    void a_fault_at_the_door_is_told_like_any_other() {
        DSLContext database = application.database().dsl();
        HttpResponse<String> answer;
        database.execute("alter table user_session rename to user_session_elsewhere");
        try {
            answer = application.get("/api/session", "Cookie", "hengke_session=" + "x".repeat(43));
        } finally {
            database.execute("alter table user_session_elsewhere rename to user_session");
        }
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"unexpected\"").contains("requestId");
    }

    @Test
    void guessing_is_stopped_and_says_when_to_come_back() {
        ApiClient somebody = new ApiClient(application);
        for (int i = 0; i < 5; i++) {
            somebody.post("/api/session", "{\"login\":\"guessed\",\"password\":\"wrong\"}")
                    .expect(401);
        }
        var answer = somebody.post("/api/session", "{\"login\":\"guessed\",\"password\":\"wrong\"}")
                .expect(429);

        assertThat(Integer.parseInt(
                        answer.response().headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 901);
    }

    @Test
    void a_change_by_cookie_needs_the_token_of_the_session() {
        HttpResponse<String> session = signIn();

        assertThat(preferences(session).statusCode()).isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", "guessed").statusCode()).isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", csrf(signIn())).statusCode())
                .isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", csrf(session)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_from_another_site_is_refused_even_with_the_token() {
        HttpResponse<String> session = signIn();
        String csrf = csrf(session);

        assertThat(preferences(session, "X-CSRF-Token", csrf, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", csrf, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", csrf, "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(preferences(session, "X-CSRF-Token", csrf, "Origin", "https://crm.example")
                        .statusCode())
                .isEqualTo(200);
        new ApiClient(application)
                .send("POST", "/api/session", SIGN_IN, "Origin", "https://evil.example")
                .expect(403);
    }

    @Test
    void signing_in_again_ends_the_session_before_and_signing_out_ends_it_for_good() {
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        String before = cookie(ana.get("/api/session").response().request());
        ana.signIn("ana", PASSWORD);

        assertThat(application.get("/api/session", "Cookie", before).statusCode())
                .isEqualTo(401);
        ana.delete("/api/session").expect(204);
        ana.get("/api/session").expect(401);
    }

    @Test
    void a_token_needs_no_other_proof_but_cannot_make_tokens_or_change_the_password() {
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        var issued = ana.post("/api/tokens", "{\"name\":\"script\",\"scopes\":[\"read\",\"write\"]}")
                .expect(201);
        String bearer = "Bearer " + issued.text("/token");
        ApiClient script = new ApiClient(application);

        script.send("GET", "/api/session", null, "Authorization", bearer).expect(200);
        script.send("PATCH", "/api/session/preferences", "{\"theme\":\"dark\"}", "Authorization", bearer)
                .expect(200);
        script.send("POST", "/api/tokens", "{\"name\":\"more\"}", "Authorization", bearer)
                .expect(403);
        script.send("POST", "/api/users", "{\"login\":\"eve\",\"name\":\"Eve\"}", "Authorization", bearer)
                .expect(403);
        script.send("GET", "/api/session", null, "Authorization", "Bearer guessed")
                .expect(401);

        assertThat(ana.get("/api/tokens").expect(200).body().at("/items").toString())
                .contains("script")
                .doesNotContain(issued.text("/token"));
        ana.delete("/api/tokens/" + issued.number("/id")).expect(204);
        script.send("GET", "/api/session", null, "Authorization", bearer).expect(401);
    }

    @Test
    void preferences_are_merged_and_kept() {
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        ana.patch("/api/session/preferences", "{\"theme\":\"dark\",\"density\":\"compact\"}")
                .expect(200);
        ana.patch("/api/session/preferences", "{\"density\":null}").expect(200);

        var shown = ana.get("/api/session").expect(200);
        assertThat(shown.text("/preferences/theme")).isEqualTo("dark");
        assertThat(shown.body().at("/preferences").has("density")).isFalse();
        ana.patch("/api/session/preferences", "{\"language\":\"en\",\"theme\":\"light\"}")
                .expect(422);
        assertThat(ana.get("/api/session").expect(200).text("/preferences/theme"))
                .isEqualTo("dark");
        ana.patch("/api/session/preferences", "{\"x\":\"" + "y".repeat(40_000) + "\"}")
                .expect(413);
        assertThat(ana.patch("/api/session/preferences", "[]").expect(400).text("/code"))
                .isEqualTo("unreadable");
    }

    @Test
    void setting_up_works_only_while_there_is_nobody() {
        ApiClient somebody = new ApiClient(application);
        assertThat(somebody.get("/api/setup").expect(200).body().at("/needed").asBoolean())
                .isFalse();
        somebody.post("/api/setup", """
                        {"token":"guessed","login":"eve","password":"a long enough one","name":"Eve","company":"E"}""").expect(409);
    }

    @Test
    void whoever_forgot_is_mailed_a_link_and_a_stranger_learns_nothing(CapturedOutput output) throws Exception {
        ApiClient somebody = new ApiClient(application);
        assertThat(somebody.get("/api/door").expect(200).body().get("forgotten").asBoolean())
                .isFalse();
        assertThat(forgotten(somebody, "forgetful").expect(409).text("/code")).isEqualTo("noMailAccount");
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        ana.post("/api/users", """
                {"login":"forgetful","name":"吴忘","email":"forgetful@example.com","password":"%s"}
                """.formatted(PASSWORD)).expect(201);
        ApiClient forgetful = new ApiClient(application).signIn("forgetful", PASSWORD);
        forgetful.patch("/api/session/preferences", "{\"language\":\"en-US\"}").expect(200);
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mailBy(ana, server.getSmtp().getPort());
            assertThat(somebody.get("/api/door").body().get("forgotten").asBoolean())
                    .isTrue();

            var known = forgotten(somebody, "Forgetful@example.com").expect(204);
            var unknown = forgotten(somebody, "nobody@example.com").expect(204);
            assertThat(known.body()).isEqualTo(unknown.body());
            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
            String text = server.getReceivedMessages()[0].getContent().toString();
            assertThat(text).contains("Hello 吴忘", "30 minutes", "https://crm.example/invitation?token=");
            String token = text.replaceAll("(?s).*token=(\\S+).*", "$1");

            somebody.post(
                            "/api/password-link",
                            "{\"token\":\"%s\",\"password\":\"a fresh one of his\"}".formatted(token))
                    .expect(200);
            somebody.post("/api/password-link", "{\"token\":\"%s\",\"password\":\"yet another one\"}".formatted(token))
                    .expect(403);
            forgetful.get("/api/session").expect(401);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(output.getAll()).doesNotContain(token);
        } finally {
            mailBy(ana, null);
            server.stop();
        }
    }

    private static ApiClient.Answer forgotten(ApiClient somebody, String account) {
        return somebody.post("/api/password-link/forgotten", "{\"account\":\"%s\"}".formatted(account));
    }

    private static void mailBy(ApiClient ana, @Nullable Integer port) {
        String values = port == null
                ? "{\"mail.host\":null,\"mail.port\":null,\"mail.security\":null,\"mail.from\":null}"
                : "{\"mail.host\":\"127.0.0.1\",\"mail.port\":%d,\"mail.security\":\"none\",\"mail.from\":\"crm@example.com\"}"
                        .formatted(port);
        ana.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":%s}"
                                .formatted(ana.get("/api/settings").number("/version"), values))
                .expect(200);
    }

    @Test
    void a_password_that_must_be_replaced_lets_in_as_far_as_a_new_one() {
        ApiClient ana = new ApiClient(application).signIn("ana", PASSWORD);
        ana.post("/api/users", """
                {"login":"handed","name":"何手","password":"%s","mustChange":true}
                """.formatted(PASSWORD)).expect(201);
        ApiClient handed = new ApiClient(application).signIn("handed", PASSWORD);

        assertThat(handed.get("/api/session").text("/owes")).isEqualTo("password");
        assertThat(handed.get("/api/people").expect(403).text("/code")).isEqualTo("passwordNeeded");
        assertThat(change(handed, PASSWORD).expect(422).text("/errors/0/field")).isEqualTo("new");
        change(handed, "one of his own").expect(204);
        assertThat(handed.get("/api/session").expect(200).text("/owes")).isEmpty();
        handed.get("/api/people").expect(200);
    }

    private static ApiClient.Answer change(ApiClient who, String wanted) {
        return who.post("/api/session/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(PASSWORD, wanted));
    }

    private static HttpResponse<String> signIn() {
        return new ApiClient(application)
                .post("/api/session", SIGN_IN)
                .expect(200)
                .response();
    }

    private static String csrf(HttpResponse<String> session) {
        return session.body().replaceAll("(?s).*\"csrf\":\"([^\"]+)\".*", "$1");
    }

    private static String cookie(HttpRequest request) {
        return request.headers().firstValue("Cookie").orElseThrow();
    }

    private static HttpResponse<String> preferences(HttpResponse<String> session, String... headers) {
        var request = HttpRequest.newBuilder(application.address("/api/session/preferences"))
                .header("Content-Type", "application/json")
                .header(
                        "Cookie",
                        session.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0])
                .method("PATCH", BodyPublishers.ofString("{\"language\":\"zh-CN\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return application.send(request.build());
    }
}
