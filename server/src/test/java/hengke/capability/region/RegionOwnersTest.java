package hengke.capability.region;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegionOwnersTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String ZHEJIANG = "33";
    private static final String HANGZHOU = "3301";
    private static final String XIHU = "330106";

    private static RunningApplication application;
    private static ApiClient admin;
    private static final Map<String, Long> IDS = new LinkedHashMap<>();
    private static final Map<String, ApiClient> CLIENTS = new LinkedHashMap<>();
    private static int customers;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long regional = admin.post("/api/roles", """
                        {"name":"区域销售","commands":["customer.*"],"grants":[
                         {"object":"*","verb":"read","scope":"region"},{"object":"*","verb":"create","scope":"own"}]}""").expect(201).number("/id");
        for (String login : new String[] {"ana", "ben", "cem"}) {
            IDS.put(
                    login,
                    admin.post(
                                    "/api/users",
                                    "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                            .formatted(login, login, PASSWORD, regional))
                            .expect(201)
                            .number("/id"));
            CLIENTS.put(login, new ApiClient(application).signIn(login, PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void arrange() {
        owners(ZHEJIANG, "ana");
        owners(HANGZHOU, "ben");
        owners(XIHU);
        assigning(true);
    }

    private static Answer owners(String region, String... logins) {
        StringBuilder ids = new StringBuilder();
        for (String login : logins) {
            ids.append(ids.isEmpty() ? "" : ",").append(IDS.get(login));
        }
        return admin.send("PUT", "/api/region-owners/" + region, "{\"owners\":[" + ids + "]}")
                .expect(200);
    }

    private static void assigning(boolean active) {
        admin.send("PUT", "/api/region-owners/objects/customer", "{\"active\":" + active + "}")
                .expect(200);
    }

    private static JsonNode customer(String values) {
        customers++;
        return admin.post("/api/records/customer", "{\"name\":\"区域 %d 公司\"%s}".formatted(customers, "," + values))
                .expect(201)
                .body();
    }

    private static String owner(JsonNode customer) {
        return customer.at("/owner/label").asString();
    }

    @Test
    void a_new_customer_goes_to_the_nearest_owner_and_says_why() {
        JsonNode here = customer("\"region\":\"" + XIHU + "\"");
        assertThat(owner(here)).isEqualTo("ben");
        assertThat(here.get("assignedRegion").asString()).isEqualTo(HANGZHOU);
        assertThat(owner(customer("\"region\":\"3302\""))).isEqualTo("ana");
        owners(XIHU, "cem");
        assertThat(owner(customer("\"region\":\"" + XIHU + "\""))).isEqualTo("cem");
        assertThat(owner(customer("\"region\":\"11\""))).isEqualTo("admin");
        assertThat(admin.get("/api/records/customer/" + here.get("id").asLong() + "/history")
                        .body()
                        .toString())
                .contains("assignedRegion");
    }

    @Test
    void what_is_imported_or_sent_by_another_system_goes_there_too() {
        admin.upload("/api/imports", "杭州.csv", "客户名称,所在区域\n导入杭州公司,%s\n".formatted(HANGZHOU), "object", "customer")
                .expect(200);
        JsonNode imported = admin.post("/api/records/customer/query", """
                        {"filter":{"field":"name","op":"eq","value":"导入杭州公司"}}""")
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(imported.path("assignedRegion").asString()).isEqualTo(HANGZHOU);
        assertThat(owner(imported)).isEqualTo("ben");
        long sent = admin.post("/api/records/customer/upsert", """
                        {"key":["code"],"records":[{"code":"ERP-HZ","name":"同步杭州公司","region":"%s"}]}""".formatted(XIHU))
                .expect(200)
                .number("/items/0/id");
        JsonNode upserted =
                admin.get("/api/records/customer/" + sent).expect(200).body();
        assertThat(owner(upserted)).isEqualTo("ben");
        assertThat(upserted.get("assignedRegion").asString()).isEqualTo(HANGZHOU);
    }

    @Test
    void whoever_is_named_stays_and_nothing_happens_unless_the_company_wants_it() {
        assertThat(owner(customer("\"region\":\"%s\",\"owner\":%d".formatted(XIHU, IDS.get("cem")))))
                .isEqualTo("cem");
        assigning(false);
        assertThat(owner(customer("\"region\":\"" + XIHU + "\""))).isEqualTo("admin");
    }

    @Test
    void one_who_is_away_is_stood_in_for_and_one_who_has_left_passed_over() {
        Instant now = Instant.now();
        long delegation = admin.post("/api/users/" + IDS.get("ben") + "/delegations", """
                        {"delegate":%d,"from":"%s","until":"%s"}""".formatted(
                                IDS.get("cem"), now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.DAYS)))
                .expect(201)
                .number("/id");
        assertThat(owner(customer("\"region\":\"" + HANGZHOU + "\""))).isEqualTo("cem");
        admin.delete("/api/users/" + IDS.get("ben") + "/delegations/" + delegation);
        assertThat(owner(customer("\"region\":\"" + HANGZHOU + "\""))).isEqualTo("ben");
        long version = admin.get("/api/users/" + IDS.get("ben")).number("/version");
        admin.patch("/api/users/" + IDS.get("ben"), "{\"active\":false,\"version\":" + version + "}")
                .expect(200);
        try {
            assertThat(owner(customer("\"region\":\"" + HANGZHOU + "\""))).isEqualTo("ana");
        } finally {
            version = admin.get("/api/users/" + IDS.get("ben")).number("/version");
            admin.patch("/api/users/" + IDS.get("ben"), "{\"active\":true,\"version\":" + version + "}")
                    .expect(200);
        }
    }

    @Test
    void the_same_rows_decide_what_people_see() {
        long id = customer("\"region\":\"" + XIHU + "\"").get("id").asLong();
        CLIENTS.get("cem").get("/api/records/customer/" + id).expect(404);
        owners(HANGZHOU, "ben", "cem");
        CLIENTS.get("cem").get("/api/records/customer/" + id).expect(200);
        assertThat(admin.get("/api/users/" + IDS.get("cem"))
                        .body()
                        .get("regions")
                        .toString())
                .contains(HANGZHOU);
        long version = admin.get("/api/users/" + IDS.get("cem")).number("/version");
        admin.patch("/api/users/" + IDS.get("cem"), "{\"regions\":[\"44\"],\"version\":" + version + "}")
                .expect(200);
        CLIENTS.get("cem").get("/api/records/customer/" + id).expect(404);
        assertThat(admin.get("/api/region-owners")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("region").asString().equals("44"))
                        .toList()
                        .toString())
                .contains("cem");
        CLIENTS.get("cem").get("/api/region-owners").expect(403);
    }

    @Test
    void existing_ones_are_assigned_by_command_and_given_back_by_undo() {
        assigning(false);
        long here = customer("\"region\":\"" + XIHU + "\"").get("id").asLong();
        long nowhere = customer("\"website\":\"https://example.com\"").get("id").asLong();
        Answer run = admin.post(
                        "/api/records/customer/commands/assignByRegion", "{\"ids\":[%d,%d]}".formatted(here, nowhere))
                .expect(200);
        assertThat(owner(admin.get("/api/records/customer/" + here).body())).isEqualTo("ben");
        assertThat(owner(admin.get("/api/records/customer/" + nowhere).body())).isEqualTo("admin");
        admin.post("/api/operations/" + run.operation() + "/undo", "{}").expect(200);
        JsonNode back = admin.get("/api/records/customer/" + here).body();
        assertThat(owner(back)).isEqualTo("admin");
        assertThat(back.get("assignedRegion").isNull()).isTrue();
    }

    @Test
    void whoever_is_full_is_passed_over() {
        long pool = admin.post(
                        "/api/pools",
                        "{\"name\":\"浙江公海\",\"object\":\"customer\",\"members\":{\"users\":[%d]},\"limits\":{\"exceptions\":[{\"users\":[%d],\"holding\":0}]},\"transfersExceed\":false}"
                                .formatted(IDS.get("ana"), IDS.get("ben")))
                .expect(201)
                .number("/id");
        assertThat(owner(customer("\"region\":\"" + HANGZHOU + "\""))).isEqualTo("ana");
        JsonNode waiting = customer("\"region\":\"%s\",\"pool\":%d".formatted(HANGZHOU, pool));
        assertThat(waiting.get("owner").isNull()).isTrue();
        admin.patch("/api/pools/" + pool, "{\"limits\":{\"exceptions\":[]}}").expect(200);
        assertThat(owner(customer("\"region\":\"" + HANGZHOU + "\""))).isEqualTo("ben");
    }

    @Test
    void a_record_that_changes_hands_is_no_longer_there_because_of_its_region() {
        JsonNode here = customer("\"region\":\"" + XIHU + "\"");
        JsonNode given = admin.patch(
                        "/api/records/customer/" + here.get("id").asLong(),
                        "{\"owner\":%d,\"version\":1}".formatted(IDS.get("cem")))
                .expect(200)
                .body();
        assertThat(given.get("assignedRegion").isNull()).isTrue();
    }
}
