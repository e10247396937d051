package hengke.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The settings as their readers meet them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        ana.post("/api/users", "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        api = ApiDescription.of(ana);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Answer decide(String name, String json) {
        long version = ana.get("/api/settings").expect(200).number("/version");
        return ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"%s\":%s}}".formatted(version, name, json));
    }

    private static JsonNode setting(ApiClient reader, String name) {
        return StreamSupport.stream(
                        reader.get("/api/settings")
                                .expect(200)
                                .body()
                                .findParents("field")
                                .spliterator(),
                        false)
                .filter(setting -> setting.at("/field/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_decision_counts_at_once_for_everybody_and_on_every_node() {
        try (RunningApplication other = application.anotherNode()) {
            api.check(
                    "PATCH", "/api/settings", decide("company.name", "\"云图科技\"").expect(200));
            decide("company.timeZone", "\"Asia/Tokyo\"").expect(200);
            assertThat(ben.get("/api/session").text("/settings/company")).isEqualTo("云图科技");
            assertThat(ben.at(other).get("/api/session").text("/settings/timeZone"))
                    .isEqualTo("Asia/Tokyo");
        }
        decide("company.timeZone", "null").expect(200);
        assertThat(ben.get("/api/session").text("/settings/timeZone")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void only_administrators_change_them_and_others_read_only_what_is_for_everybody() {
        long version = ben.get("/api/settings").expect(200).number("/version");
        ben.patch("/api/settings", "{\"version\":%d,\"values\":{\"company.name\":\"甲\"}}".formatted(version))
                .expect(403);
        ben.get("/api/settings/changes").expect(403);
        new ApiClient(application).get("/api/settings").expect(401);
        assertThat(ben.get("/api/settings").body().findValues("public"))
                .isNotEmpty()
                .allMatch(JsonNode::asBoolean);
        assertThat(setting(ben, "company.name").at("/field/right").asString()).isEqualTo("read");
    }

    @Test
    void a_wrong_value_is_refused_at_its_setting_and_a_stale_one_by_its_name() {
        assertThat(decide("company.timeZone", "\"Mars/Olympus\"").expect(422).text("/errors/0/field"))
                .isEqualTo("company.timeZone");
        assertThat(decide("company.nam", "\"甲\"").expect(422).text("/errors/0/message"))
                .contains("company.name");
        long version = ana.get("/api/settings").number("/version");
        decide("company.shortName", "\"云图\"").expect(200);
        Answer stale = ana.patch(
                        "/api/settings", "{\"version\":%d,\"values\":{\"company.shortName\":\"图\"}}".formatted(version))
                .expect(409);
        assertThat(stale.text("/code")).isEqualTo("stale");
        assertThat(stale.text("/settings/0")).isEqualTo("company.shortName");
    }

    @Test
    void who_changed_what_is_written_down() {
        decide("company.shortName", "\"恒\"").expect(200);
        decide("company.shortName", "\"恒客\"").expect(200);
        Answer changes = api.check(
                "GET", "/api/settings/changes", ana.get("/api/settings/changes").expect(200));
        assertThat(changes.text("/items/0/from")).isEqualTo("恒");
        assertThat(changes.text("/items/0/to")).isEqualTo("恒客");
        assertThat(changes.text("/items/0/by/label")).isEqualTo("ana");
    }
}
