package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The key figures of a record, as far as their reader may see what is below them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OverviewTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        long role = ana.post("/api/roles", """
                        {"name":"只看客户","grants":[{"object":"customer","verb":"read","scope":"all"}],
                         "fields":[{"object":"customer","field":"lastContactAt","right":"hidden"},
                                   {"object":"activity","field":"at","right":"hidden"}]}""").expect(201).number("/id");
        ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        customer = created("customer", "{\"name\":\"概览公司\"}");
        for (int i = 0; i < 3; i++) {
            created("contact", "{\"name\":\"人%d\",\"customer\":%d}".formatted(i, customer));
        }
        created("customer", "{\"name\":\"概览分公司\",\"parent\":%d}".formatted(customer));
        followUp("call", "2020-01-01T00:00:00Z");
        followUp("call", "2026-01-01T00:00:00Z");
        String now = java.time.Instant.now().minusSeconds(60).toString();
        followUp("visit", now);
        followUp("note", now);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void tell_what_there_is_and_nothing_that_is_not() {
        Map<String, JsonNode> figures = figures(ana, customer);
        assertThat(figures.get("contact").path("value").asInt()).isEqualTo(3);
        assertThat(figures.get("below").path("value").asInt()).isEqualTo(1);
        assertThat(figures.get("followUps").path("value").asInt())
                .as("notes are no contacts")
                .isEqualTo(1);
        assertThat(figures.get("lastContactAt").path("kind").asString()).isEqualTo("dateTime");
        assertThat(figures.get("idleDays").path("value").asInt()).isZero();
        assertThat(figures).doesNotContainKeys("nextContactAt", "files", "team", "returnsAt");
    }

    @Test
    void open_the_records_they_count() {
        JsonNode records = figures(ana, customer).get("contact").path("records");
        JsonNode found = ana.post(
                        "/api/records/%s/query".formatted(records.path("object").asString()),
                        "{\"count\":\"exact\",\"filter\":%s}".formatted(records.path("filter")))
                .expect(200)
                .body();
        assertThat(found.at("/count/value").asInt()).isEqualTo(3);
    }

    @Test
    void hide_what_is_hidden() {
        Map<String, JsonNode> figures = figures(ben, customer);
        assertThat(figures).doesNotContainKeys("lastContactAt", "idleDays", "contact", "followUps");
        assertThat(figures.get("below").path("value").asInt()).isEqualTo(1);
        ben.get("/api/records/customer/999999/overview").expect(404);
    }

    private static Map<String, JsonNode> figures(ApiClient who, long id) {
        return who.get("/api/records/customer/%d/overview".formatted(id))
                .expect(200)
                .body()
                .path("figures")
                .valueStream()
                .collect(Collectors.toMap(figure -> figure.path("name").asString(), figure -> figure));
    }

    private static void followUp(String kind, String at) {
        created(
                "activity",
                "{\"kind\":\"%s\",\"content\":\"谈了\",\"at\":\"%s\",\"about\":{\"object\":\"customer\",\"id\":%d}}"
                        .formatted(kind, at, customer));
    }

    private static long created(String object, String values) {
        return ana.post("/api/records/" + object, values).expect(201).number("/id");
    }
}
