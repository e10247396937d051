package hengke.capability.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthTest {
    private static PortraitWorld world;

    @BeforeAll
    static void start() {
        world = new PortraitWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void becomes(long customer, int score, String level) {
        await().untilAsserted(() -> {
            JsonNode seen = world.seen(customer);
            assertThat(seen.get("healthScore").asString()).isEqualTo(String.valueOf(score));
            assertThat(seen.get("healthLevel").asString()).isEqualTo(level);
        });
    }

    private static Answer explained(ApiClient client, long customer) {
        return client.get("/api/records/customer/" + customer + "/explanations/healthScore");
    }

    private static List<String> texts(JsonNode account) {
        return account.at("/lines").findValuesAsString("text");
    }

    @Test
    void it_is_the_mean_of_what_the_factors_say_by_their_weights() {
        long customer = world.customer("\"level\":\"A\",\"phone\":\"021-55550001\"");
        // rhythm 1, no trend yet, nobody one knows, 2 of 6 fields: (35 · 1 + 20 · 2/6) / (35 + 25 + 20)
        becomes(customer, 52, "fair");
        world.contact(customer, "\"role\":\"decider\",\"phone\":\"13900001111\"");
        // the first contact is the default one: 0.2 + 0.3 + 0.3
        becomes(customer, 77, "good");
        world.contact(customer, "");
        becomes(customer, 83, "good");
        world.followUp("customer", customer, "visit", 0);
        // rising, which counts now: (35 + 20 + 25 + 20/3) / 100
        becomes(customer, 87, "good");
        JsonNode account = explained(world.admin, customer).expect(200).body();
        assertThat(texts(account))
                .containsExactlyInAnyOrder("联系节奏（权重 35）", "联系人覆盖（权重 25）", "资料完整（权重 20）", "活跃趋势（权重 20）", "购买节奏（权重 25）");
        assertThat(account.toString()).contains("2 位联系人，有决策人，默认联系人可联系", "缺少行业、来源、所在区域、统一社会信用代码", "已 0 天未联系，目标 14 天一次");
        double points = account.at("/lines").findValuesAsString("points").stream()
                .filter(value -> !value.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sum();
        assertThat(points).isBetween(86.0, 87.4);
    }

    @Test
    void the_days_without_contact_are_held_against_the_level_and_against_what_is_usual() {
        long strict = world.customer("\"level\":\"A\"");
        long loose = world.customer("\"level\":\"D\"");
        long weekly = world.customer("\"level\":\"D\"");
        for (long customer : List.of(strict, loose)) {
            world.followUp("customer", customer, "call", 28);
        }
        for (int week = 0; week < 5; week++) {
            world.followUp("customer", weekly, "call", 14 + 7 * week);
        }
        world.portraits.run();
        assertThat(points(strict, "联系节奏")).isEqualTo("17.5");
        assertThat(points(loose, "联系节奏")).isEqualTo("35.0");
        assertThat(points(weekly, "联系节奏")).isEqualTo("17.5");
        assertThat(explained(world.admin, weekly).expect(200).body().toString()).contains("已 14 天未联系，平常 7 天一次");
    }

    private static String points(long customer, String factor) {
        for (JsonNode line : explained(world.admin, customer).expect(200).body().at("/lines")) {
            if (line.at("/text").asString().startsWith(factor)) {
                return line.at("/points").asString(null);
            }
        }
        return null;
    }

    @Test
    void what_cannot_be_told_is_left_out_and_said_so() {
        long person = world.customer("\"type\":\"person\"");
        becomes(person, 64, "fair");
        String told = explained(world.admin, person).expect(200).body().toString();
        assertThat(told).contains("个人客户不看联系人，未计入", "建立不久，尚无趋势，未计入");
        assertThat(points(person, "联系人覆盖")).isNull();
    }

    @Test
    void a_role_that_hides_what_a_factor_is_made_of_is_not_told_of_it_nor_of_any_points() {
        long customer = world.customer("\"level\":\"B\"");
        world.contact(customer, "\"role\":\"decider\"");
        String reads =
                "\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"all\"},{\"object\":\"contact\",\"verb\":\"read\",\"scope\":\"all\"},{\"object\":\"opportunity\",\"verb\":\"read\",\"scope\":\"all\"}%s],\"fields\":[%s]";
        ApiClient reader = world.person(
                "role-blind",
                reads.formatted(
                        ",{\"object\":\"activity\",\"verb\":\"read\",\"scope\":\"all\"}",
                        "{\"object\":\"contact\",\"field\":\"role\",\"right\":\"hidden\"}"));
        JsonNode account = explained(reader, customer).expect(200).body();
        assertThat(account.toString()).doesNotContain("联系人覆盖", "决策人").contains("另有 1 项您无权查看");
        assertThat(account.at("/lines").findValues("points")).allMatch(JsonNode::isNull);
        ApiClient blind = world.person(
                "activity-blind",
                reads.formatted("", "{\"object\":\"customer\",\"field\":\"activityTrend\",\"right\":\"hidden\"}"));
        world.followUp("customer", customer, "call", 3);
        account = explained(blind, customer).expect(200).body();
        assertThat(account.toString()).doesNotContain("未联系", "上升").contains("另有 2 项您无权查看");
        ApiClient without = world.person(
                "health-blind",
                reads.formatted("", "{\"object\":\"customer\",\"field\":\"healthScore\",\"right\":\"hidden\"}"));
        explained(without, customer).expect(404);
        without.post(
                        "/api/records/customer/query",
                        "{\"filter\":{\"field\":\"healthScore\",\"op\":\"gt\",\"value\":1}}")
                .expect(422);
    }

    @Test
    void the_company_decides_what_counts_and_where_the_lines_are() {
        long customer = world.customer("\"level\":\"A\",\"phone\":\"021-55550002\"");
        becomes(customer, 52, "fair");
        change("{\"portrait.weightCoverage\":0,\"portrait.keyFields\":[\"level\",\"phone\"]}");
        becomes(customer, 100, "good");
        assertThat(texts(explained(world.admin, customer).expect(200).body())).doesNotContain("联系人覆盖（权重 0）");
        change("{\"portrait.weightCoverage\":25,\"portrait.keyFields\":null,\"portrait.healthy\":50}");
        becomes(customer, 52, "good");
        long version = world.admin.get("/api/settings").number("/version");
        assertThat(world.admin
                        .patch(
                                "/api/settings",
                                "{\"version\":%d,\"values\":{\"portrait.atRisk\":60}}".formatted(version))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("portrait.atRisk");
        change("{\"portrait.healthy\":null}");
        becomes(customer, 52, "fair");
    }

    private static void change(String values) {
        long version = world.admin.get("/api/settings").number("/version");
        world.admin
                .patch("/api/settings", "{\"version\":%d,\"values\":%s}".formatted(version, values))
                .expect(200);
    }

    @Test
    void where_deals_are_known_their_rhythm_counts_too() {
        world.admin.post("/api/catalog/objects", """
                        {"name":"order","label":{"zh":"网店订单","en":"Shop order"},"application":"sales","title":{"kind":"autoNumber"},
                         "fields":[{"kind":"reference","name":"customer","label":"客户","targets":["customer"],"relation":"网店订单"},
                                   {"kind":"date","name":"day","label":"日期"},{"kind":"money","name":"amount","label":"金额"}]}""").expect(201);
        long version = world.admin.get("/api/worth/customer").number("/version");
        world.admin.patch("/api/worth/customer", """
                        {"version":%d,"sources":[
                         {"object":"x-order","customer":"c_customer","at":"c_day","amount":"c_amount",
                          "filter":{"field":"c_amount","op":"notEmpty"}}]}""".formatted(version)).expect(200);
        long customer = world.customer("\"level\":\"A\",\"type\":\"person\"");
        for (int days : List.of(100, 80)) {
            order(customer, days);
        }
        // rhythm of contact 1, one field of six
        becomes(customer, 70, "good");
        assertThat(explained(world.admin, customer).expect(200).body().toString())
                .contains("成交 2 次，满 3 次才看节奏，未计入");
        order(customer, 40);
        // 40 days since the last deal where 30 are usual: 1 - 10/60; and less going on than before, as a deal is a
        // contact
        becomes(customer, 67, "fair");
        assertThat(explained(world.admin, customer).expect(200).body().toString())
                .contains("已 40 天未成交，平常 30 天一次");
        ApiClient reader = world.person(
                "no-amounts",
                "\"grants\":[{\"object\":\"*\",\"verb\":\"read\",\"scope\":\"all\"}],"
                        + "\"fields\":[{\"object\":\"x-order\",\"field\":\"c_amount\",\"right\":\"hidden\"}]");
        assertThat(explained(reader, customer).expect(200).body().toString())
                .doesNotContain("成交")
                .contains("另有 2 项您无权查看");
        world.admin
                .patch(
                        "/api/worth/customer",
                        "{\"version\":%d,\"sources\":[]}"
                                .formatted(
                                        world.admin.get("/api/worth/customer").number("/version")))
                .expect(200);
    }

    private static void order(long customer, int daysAgo) {
        world.admin
                .post("/api/records/x-order", """
                        {"c_customer":%d,"c_day":"%s","c_amount":"100.00"}""".formatted(
                                customer, world.today().minusDays(daysAgo)))
                .expect(201);
    }

    @Test
    void my_customers_at_risk_have_a_view_with_the_worst_first() {
        long mine = world.customer("\"owner\":1");
        long ben = world.admin
                .post("/api/users", "{\"login\":\"ben\",\"name\":\"ben\"}")
                .expect(201)
                .number("/id");
        long others = world.customer("\"owner\":" + ben);
        long well = world.customer("\"owner\":1,\"level\":\"A\"");
        for (long customer : List.of(mine, others)) {
            world.since(customer, 300);
        }
        world.portraits.run();
        List<Long> listed = new ArrayList<>();
        world.admin
                .post("/api/records/customer/query", "{\"view\":\"healthRisk\",\"limit\":100}")
                .expect(200)
                .body()
                .at("/items")
                .forEach(item -> listed.add(item.at("/id").asLong()));
        assertThat(listed).contains(mine).doesNotContain(others, well);
    }
}
