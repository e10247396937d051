package hengke.capability.worth;

import static hengke.capability.worth.WorthWorld.text;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Ten customers, one after another judged by other rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class WorthRulesTest {
    private static final int[] AMOUNTS = {100, 100, 100, 100, 100, 100, 200, 300, 400, 500};

    private static final List<Long> IDS = new ArrayList<>();
    private static WorthWorld world;

    @BeforeAll
    static void start() {
        world = new WorthWorld();
        for (int i = 0; i < AMOUNTS.length; i++) {
            long id = world.customer("");
            IDS.add(id);
            world.order(id, WorthWorld.DAY.minusDays(i * 10L).toString(), Integer.toString(AMOUNTS[i]));
        }
        world.settle();
        world.revaluation.run();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static List<Long> scores(String field) {
        return IDS.stream().map(id -> world.seen(id).get(field).asLong()).toList();
    }

    @Test
    @Order(1)
    void in_fifths_equal_values_have_equal_scores() {
        assertThat(scores("monetaryScore")).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 4L, 4L, 5L, 5L);
        assertThat(scores("recencyScore")).containsExactly(5L, 5L, 4L, 4L, 3L, 3L, 2L, 2L, 1L, 1L);
        assertThat(scores("frequencyScore")).containsOnly(1L);
    }

    @Test
    @Order(2)
    void a_score_opens_to_its_figure_its_cut_points_and_the_deals() {
        Answer told = world.admin
                .get("/api/records/customer/%d/explanations/monetaryScore".formatted(IDS.getLast()))
                .expect(200);
        assertThat(told.body().findValuesAsString("value")).contains("500 CNY", "5: 400 · 4: 200 · 3: 200 · 2: 200");
        JsonNode records = told.body().at("/lines/2/records");
        assertThat(world.admin
                        .post(
                                "/api/records/" + text(records, "object") + "/query",
                                "{\"filter\":" + records.get("filter") + "}")
                        .expect(200)
                        .body()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void typed_cut_points_are_tried_before_they_hold() {
        String typed = """
                "recency":["80","60","40","20"],"monetary":["200","300","400","500"],"high":4""";
        JsonNode tried = world.admin
                .post("/api/worth/customer/preview", "{" + typed + "}")
                .expect(200)
                .body();
        assertThat(tried.at("/cuts/customers").asLong()).isEqualTo(10);
        assertThat(scores("recencyScore")).startsWith(5L, 5L, 4L);
        world.decide(typed);
        assertThat(scores("recencyScore")).containsExactly(5L, 5L, 5L, 4L, 4L, 3L, 3L, 2L, 2L, 1L);
        assertThat(scores("monetaryScore")).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 2L, 3L, 4L, 5L);
        assertThat(IDS.stream().map(id -> text(world.seen(id), "rfm")).distinct())
                .containsExactlyInAnyOrder("generalDevelop", "generalRetain", "importantRetain");
        assertThat(world.admin
                        .patch(
                                "/api/worth/customer",
                                "{\"version\":%s,\"recency\":[\"1\",\"2\",\"3\",\"4\"]}"
                                        .formatted(world.settings().get("version")))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("recency");
        world.decide("\"recency\":null,\"monetary\":null,\"high\":null");
    }

    @Test
    @Order(4)
    void who_may_not_read_amounts_reads_nothing_made_of_them() {
        long role = world.admin.post("/api/roles", """
                        {"name":"客服","grants":[{"object":"customer","verb":"read","scope":"all"},
                         {"object":"x-order","verb":"read","scope":"all"}],
                         "fields":[{"object":"x-order","field":"c_amount","right":"hidden"}]}""").expect(201).number("/id");
        world.admin.post("/api/users", """
                        {"login":"ana","name":"安娜","password":"%s","roles":[%d]}""".formatted(WorthWorld.PASSWORD, role)).expect(201);
        ApiClient ana = new ApiClient(world.application).signIn("ana", WorthWorld.PASSWORD);
        JsonNode seen =
                ana.get("/api/records/customer/" + IDS.getFirst()).expect(200).body();
        assertThat(seen.propertyNames()).doesNotContain("rfm", "dealAmount", "firstDealOn", "lifeStage", "loyalty");
        assertThat(ana.post("/api/records/customer/query", """
                                {"filter":{"field":"rfm","op":"notEmpty"}}""").status()).isGreaterThanOrEqualTo(400);
        JsonNode analysis = ana.get("/api/worth/customer/analysis").expect(200).body();
        assertThat(analysis.get("map").isNull()).isTrue();
        assertThat(analysis.get("life").isNull()).isTrue();
        assertThat(analysis.get("cohorts").isNull()).isTrue();
        ana.get("/api/worth/customer").expect(403);
        JsonNode all =
                world.admin.get("/api/worth/customer/analysis").expect(200).body();
        assertThat(all.at("/life/steps/3/customers").asLong()).isEqualTo(10);
        assertThat(all.get("cohorts").get(0).get("month").asString()).isEqualTo("2026-04-01");
    }

    @Test
    @Order(5)
    void days_are_those_of_the_company() {
        long id = IDS.getFirst();
        long order = world.order(id, "2026-06-30", "1");
        world.change(order, "\"c_moment\":\"2026-05-31T16:30:00Z\"");
        world.decide("""
                "sources":[{"object":"x-order","customer":"c_customer","at":"c_moment","amount":"c_amount"}]""");
        assertThat(text(world.seen(id), "firstDealOn")).isEqualTo("2026-06-01");
        world.decide("""
                "sources":[{"object":"x-order","customer":"c_customer","at":"c_day","amount":"c_amount"}]""");
        world.admin.delete("/api/records/x-order/" + order).expect(204);
        world.settle();
    }

    @Test
    @Order(6)
    void two_nodes_at_once_and_one_that_was_killed_come_to_the_same() throws Exception {
        world.revaluation.run();
        var right = world.derived();
        world.database.execute("update customer set rfm = null, recency_score = null, deal_count = 9");
        world.database.execute("update worth_cut set done_at = null");
        try (RunningApplication other = world.application.anotherNode();
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> runs = List.of(
                    both.submit(() -> world.revaluation.catchUp(world.database)),
                    both.submit(() -> other.bean(Revaluation.class).catchUp(world.database)));
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(world.derived()).isEqualTo(right);
    }

    @Test
    @Order(7)
    void a_source_that_lost_its_object_is_told_and_nothing_is_counted_as_none() {
        var before = world.derived();
        world.admin.delete("/api/catalog/x-order/fields/c_amount").expect(409);
        world.admin.delete("/api/catalog/objects/x-order").expect(204);
        assertThat(text(world.settings().at("/sources/1"), "broken")).contains("x-order");
        world.revaluation.run();
        assertThat(world.derived()).isEqualTo(before);
        assertThat(world.admin
                        .get("/api/worth/customer/analysis")
                        .body()
                        .get("broken")
                        .asBoolean())
                .isTrue();
        long role = world.admin.post("/api/roles", """
                        {"name":"都能看","grants":[{"object":"*","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        world.admin.post("/api/users", """
                        {"login":"ben","name":"本","password":"%s","roles":[%d]}""".formatted(WorthWorld.PASSWORD, role)).expect(201);
        ApiClient ben = new ApiClient(world.application).signIn("ben", WorthWorld.PASSWORD);
        assertThat(ben.get("/api/records/customer/" + IDS.getFirst())
                        .expect(200)
                        .body()
                        .path("dealCount")
                        .asString(""))
                .isEmpty();
        world.admin.post("/api/catalog/objects/x-order/restore", "{}").expect(200);
        assertThat(world.settings().at("/sources/1/broken").isNull()).isTrue();
        assertThat(ben.get("/api/records/customer/" + IDS.getFirst())
                        .body()
                        .path("dealCount")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    @Order(8)
    void who_is_lost_and_comes_back_is_where_the_deals_are() {
        long id = IDS.getFirst();
        status(id, "\"status\":\"lost\",\"lostReason\":\"price\"");
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("lost");
        status(id, "\"status\":\"following\"");
        JsonNode back = world.seen(id);
        assertThat(text(back, "lifeStage")).isEqualTo("deal");
        assertThat(back.get("returnedOn").isNull()).isFalse();
        assertThat(back.get("lostOn").isNull()).isFalse();

        long slip = IDS.get(1);
        long operation =
                status(slip, "\"status\":\"lost\",\"lostReason\":\"price\"").operation();
        world.admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(text(world.seen(slip), "lifeStage")).isEqualTo("deal");
        assertThat(world.seen(slip).get("lostOn").isNull()).isTrue();
        assertThat(world.seen(slip).get("returnedOn").isNull()).isTrue();
    }

    @Test
    @Order(9)
    void what_was_won_stands_in_for_a_better_source_and_is_not_counted_beside_it() {
        long id = IDS.get(2);
        world.won(id, "80");
        world.won(id, "20");
        world.settle();
        assertThat(world.seen(id).get("dealCount").asLong()).isEqualTo(1);
        world.decide("\"day\":null,\"sources\":[]");
        JsonNode seen = world.seen(id);
        assertThat(seen.get("dealCount").asLong()).isEqualTo(2);
        assertThat(seen.at("/dealAmount/amount").asString()).startsWith("100");
        assertThat(text(seen, "loyalty")).isEqualTo("returning");
        assertThat(text(seen, "lifeStage")).isEqualTo("repeat");
        assertThat(world.settings().at("/sources/0/standsIn").asBoolean()).isTrue();
        world.won(IDS.get(3), "7");
        world.settle();
        assertThat(world.seen(IDS.get(3)).get("dealCount").asLong()).isEqualTo(1);
    }

    @Test
    @Order(10)
    void who_has_no_deal_is_taken_at_somebodys_word_unless_deals_alone_decide() {
        long id = IDS.get(4);
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("customer");
        status(id, "\"status\":\"won\"");
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("deal");
        assertThat(world.seen(id).get("boughtOn").isNull()).isFalse();
        assertThat(world.seen(id).get("dealCount").asLong()).isZero();
    }

    @Test
    @Order(11)
    void without_any_source_nothing_is_told_but_the_word() {
        world.decide("\"without\":[\"opportunity\"]");
        long id = IDS.get(5);
        assertThat(world.seen(id).get("dealCount").isNull()).isTrue();
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("customer");
        status(id, "\"status\":\"won\"");
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("deal");
        assertThat(world.seen(id).get("boughtOn").isNull()).isFalse();
    }

    private static Answer status(long id, String values) {
        return world.admin
                .patch(
                        "/api/records/customer/" + id,
                        "{\"version\":%d,%s}"
                                .formatted(world.seen(id).get("version").asLong(), values))
                .expect(200);
    }
}
