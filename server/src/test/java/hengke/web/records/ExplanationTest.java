package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What nobody wrote opens to what it was made from, as far as its reader may see that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        customer = admin.post("/api/records/customer", "{\"name\":\"杭州启明软件有限公司\"}")
                .expect(201)
                .number("/id");
        admin.post("/api/records/contact", "{\"name\":\"王敏\",\"customer\":%d}".formatted(customer))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_roll_up_opens_the_records_it_counts() {
        assertThat(explained(admin, "contactCount")).isTrue();
        JsonNode line = admin.get(address("contactCount")).expect(200).body().at("/lines/0");
        assertThat(line.path("text").asString()).isEqualTo("指向这条记录的联系人的数量");
        JsonNode found = admin.post(
                        "/api/records/" + line.at("/records/object").asString() + "/query",
                        "{\"filter\":" + line.at("/records/filter") + "}")
                .expect(200)
                .body();
        assertThat(found.path("items").findValuesAsString("name")).containsExactly("王敏");
    }

    @Test
    void what_a_person_wrote_is_not_explained() {
        assertThat(explained(admin, "name")).isFalse();
        admin.get(address("name")).expect(404);
        admin.get(address("nothing")).expect(404);
    }

    @Test
    void neither_a_value_nor_a_record_nor_what_it_was_made_from_out_of_sight_is_explained() {
        ApiClient without = reader("bao", """
                {"object":"customer","field":"contactCount","right":"hidden"}""", "all");
        assertThat(admin.get("/api/records/customer/" + customer)
                        .expect(200)
                        .body()
                        .has("contactCount"))
                .isTrue();
        without.get(address("contactCount")).expect(404);
        ApiClient masked = reader("chen", """
                {"object":"customer","field":"contactCount","right":"masked"}""", "all");
        masked.get(address("contactCount")).expect(404);
        ApiClient own = reader("dai", "", "own");
        own.get(address("contactCount")).expect(404);
        ApiClient blind = reader("e", """
                {"object":"contact","field":"customer","right":"hidden"}""", "all");
        blind.get(address("contactCount")).expect(404);
    }

    private static ApiClient reader(String login, String field, String scope) {
        long role = admin.post("/api/roles", """
                        {"name":"读者 %s","grants":[{"object":"customer","verb":"read","scope":"%s"},
                         {"object":"contact","verb":"read","scope":"all"}],"fields":[%s]}""".formatted(login, scope, field))
                .expect(201)
                .number("/id");
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"Hangzhou-2026-x","roles":[%d]}""".formatted(login, login, role)).expect(201);
        return new ApiClient(application).signIn(login, "Hangzhou-2026-x");
    }

    private static String address(String field) {
        return "/api/records/customer/" + customer + "/explanations/" + field;
    }

    private static boolean explained(ApiClient client, String field) {
        for (JsonNode object : client.get("/api/catalog").expect(200).body().path("objects")) {
            if (object.path("name").asString().equals("customer")) {
                for (JsonNode each : object.path("fields")) {
                    if (each.path("name").asString().equals(field)) {
                        return each.path("explained").asBoolean();
                    }
                }
            }
        }
        throw new AssertionError("no field " + field);
    }
}
