package hengke.web.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against a real OpenID Connect provider in the same process. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderSignInTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String CLIENT = "hengke";
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static RunningApplication application;
    private static ApiClient ana;

    @BeforeAll
    static void start() throws Exception {
        PROVIDER.start();
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        set("singleSignOn.issuer", "\"" + issuer() + "\"");
        set("singleSignOn.client", "\"" + CLIENT + "\"");
        set("singleSignOn.secret", "\"a secret of ours\"");
        set("singleSignOn.label", "\"统一身份\"");
    }

    @AfterAll
    static void stop() {
        application.close();
        PROVIDER.shutdown();
    }

    @Test
    void somebody_known_by_a_verified_address_comes_in_and_later_by_the_subject_alone() {
        long id = person("may", "may@acme.example");
        vouch("subject-may", Map.of("email", "MAY@acme.example", "email_verified", true));
        Browser browser = new Browser();
        assertThat(browser.signIn("/o/customer?view=1")).isEqualTo("/o/customer?view=1");
        assertThat(browser.session()).contains("\"login\":\"may\"");

        vouch("subject-may", Map.of("email", "changed@acme.example", "email_verified", false));
        assertThat(new Browser().signIn("/")).isEqualTo("/");
        ana.patch("/api/users/" + id, "{\"active\":false}").expect(200);
        vouch("subject-may", Map.of("email", "may@acme.example", "email_verified", true));
        assertThat(new Browser().signIn("/")).isEqualTo("/sign-in?problem=provider");
    }

    @Test
    void an_address_nobody_has_verified_or_nobody_here_has_is_refused() {
        person("ned", "ned@acme.example");
        vouch("subject-ned", Map.of("email", "ned@acme.example"));
        assertThat(new Browser().signIn("/")).isEqualTo("/sign-in?problem=provider");
        vouch("subject-stranger", Map.of("email", "stranger@acme.example", "email_verified", true));
        assertThat(new Browser().signIn("/")).isEqualTo("/sign-in?problem=provider");
    }

    @Test
    void people_are_added_when_the_company_wants_it_and_never_as_administrators() {
        set("singleSignOn.creates", "true");
        set("singleSignOn.role", "\"系统管理员\"");
        vouch("subject-new", Map.of("email", "new@acme.example", "email_verified", true, "name", "新人"));
        Browser browser = new Browser();
        assertThat(browser.signIn("/")).isEqualTo("/");
        assertThat(browser.session()).contains("\"name\":\"新人\"", "\"administrator\":false");
        set("singleSignOn.creates", "false");
    }

    @Test
    void nobody_is_sent_on_to_another_site() {
        person("oda", "oda@acme.example");
        for (String next :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
            vouch("subject-oda", Map.of("email", "oda@acme.example", "email_verified", true));
            assertThat(new Browser().signIn(next)).isEqualTo("/");
        }
    }

    @Test
    void a_state_works_only_in_the_browser_it_was_given_to() {
        Browser browser = new Browser();
        String back = browser.follow(browser.follow("/api/session/provider"));

        assertThat(new Browser().follow(back)).isEqualTo("/sign-in?problem=provider");
        assertThat(browser.follow(back.replaceFirst("state=[^&]+", "state=guessed")))
                .isEqualTo("/sign-in?problem=provider");
        assertThat(browser.follow(back)).isEqualTo("/sign-in?problem=provider");
    }

    @Test
    void the_secret_is_never_told_and_the_page_offers_the_button() {
        assertThat(ana.get("/api/settings").body().toString()).doesNotContain("a secret of ours");
        assertThat(new ApiClient(application).get("/api/door").text("/provider"))
                .isEqualTo("统一身份");
        ana.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"singleSignOn.issuer\":\"http://10.0.0.1\"}}"
                                .formatted(version()))
                .expect(422);
    }

    /** Keeps cookies and goes where it is sent, one step at a time. */
    private static final class Browser {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        String signIn(String next) {
            String there = follow("/api/session/provider?next=" + URLEncoder.encode(next, UTF_8));
            return follow(follow(there));
        }

        String follow(String address) {
            return send(address).headers().firstValue("Location").orElseThrow();
        }

        String session() {
            return send("/api/session").body();
        }

        private HttpResponse<String> send(String address) {
            URI uri = address.startsWith("/") ? application.address(address) : URI.create(address);
            try {
                return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void vouch(String subject, Map<String, Object> claims) {
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback("company", subject, "JWT", List.of(CLIENT), claims, 300));
    }

    private static String issuer() {
        return PROVIDER.issuerUrl("company").toString();
    }

    private static long person(String login, String email) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"email\":\"%s\"}".formatted(login, login, email))
                .expect(201)
                .number("/id");
    }

    private static void set(String name, String value) {
        ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"%s\":%s}}".formatted(version(), name, value))
                .expect(200);
    }

    private static long version() {
        return ana.get("/api/settings").number("/version");
    }
}
