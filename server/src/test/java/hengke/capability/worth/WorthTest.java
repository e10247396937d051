package hengke.capability.worth;

import static hengke.capability.worth.WorthWorld.text;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.LockOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorthTest {
    private static WorthWorld world;

    @BeforeAll
    static void start() {
        world = new WorthWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void deals_of_an_own_object_can_be_aimed_at() {
        long id = world.customer("");
        world.order(id, "1999-05-31", "700");
        world.order(id, "1999-05-01", "-200");
        world.order(id, "1999-06-01", "50");
        JsonNode completion = world.admin
                .get("/api/targets/dealAmount/completion?on=1999-05-15")
                .expect(200)
                .body();
        assertThat(completion.at("/lines/0/done").asString())
                .as("less what came back")
                .isEqualTo("500.00");
        assertThat(completion.at("/lines/0/records/0/object").asString()).isEqualTo("x-order");
    }

    @Test
    void a_deal_of_an_own_object_is_a_sign_of_life() {
        long id = world.customer("");
        world.order(id, LocalDate.now().toString(), "10");
        JsonNode channels = world.admin
                .get("/api/portraits/customer/" + id)
                .expect(200)
                .body()
                .at("/interactions/channels");
        assertThat(channels.findValuesAsString("source")).containsExactly("deal:x-order");
        assertThat(channels.at("/0/count").asInt()).isEqualTo(1);
    }

    @Test
    void deals_make_a_new_and_then_a_returning_customer() {
        long id = world.customer("");
        assertThat(world.seen(id).get("loyalty").isNull()).isTrue();
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("customer");
        world.order(id, "2026-03-05", "1000");
        world.settle();
        assertThat(text(world.seen(id), "loyalty")).isEqualTo("new");
        assertThat(text(world.seen(id), "lifeStage")).isEqualTo("deal");
        world.order(id, "2026-05-09", "500.50");
        world.settle();
        JsonNode seen = world.seen(id);
        assertThat(text(seen, "loyalty")).isEqualTo("returning");
        assertThat(text(seen, "lifeStage")).isEqualTo("repeat");
        assertThat(text(seen, "stageSince")).isEqualTo("2026-05-09");
        assertThat(text(seen, "firstDealOn")).isEqualTo("2026-03-05");
        assertThat(text(seen, "secondDealOn")).isEqualTo("2026-05-09");
        assertThat(text(seen, "lastDealOn")).isEqualTo("2026-05-09");
        assertThat(seen.get("dealCount").asLong()).isEqualTo(2);
        assertThat(seen.at("/dealAmount/amount").asString()).isEqualTo("1500.50");
    }

    @Test
    void a_return_takes_back_and_is_no_deal_and_what_is_not_signed_does_not_count() {
        long id = world.customer("");
        long order = world.order(id, "2026-04-01", "900");
        world.order(id, "2026-04-20", "-300");
        long open = world.order(id, "2026-06-01", "100");
        world.change(open, "\"c_signed\":false");
        world.settle();
        JsonNode seen = world.seen(id);
        assertThat(seen.get("dealCount").asLong()).isEqualTo(1);
        assertThat(text(seen, "lastDealOn")).isEqualTo("2026-04-01");
        assertThat(seen.at("/dealAmount/amount").asString()).startsWith("600");
        world.admin.delete("/api/records/x-order/" + order).expect(204);
        world.settle();
        assertThat(world.seen(id).get("firstDealOn").isNull()).isTrue();
        world.admin.post("/api/records/x-order/" + order + "/restore", "{}").expect(200);
        world.settle();
        assertThat(text(world.seen(id), "firstDealOn")).isEqualTo("2026-04-01");
    }

    @Test
    void a_deal_that_moves_leaves_one_customer_and_reaches_the_other() {
        long from = world.customer("");
        long to = world.customer("");
        long order = world.order(from, "2026-02-02", "70");
        world.settle();
        assertThat(text(world.seen(from), "loyalty")).isEqualTo("new");
        world.change(order, "\"c_customer\":" + to);
        world.settle();
        assertThat(world.seen(from).get("loyalty").isNull()).isTrue();
        assertThat(text(world.seen(to), "loyalty")).isEqualTo("new");
        world.admin
                .post("/api/records/customer/commands/merge", """
                        {"ids":[%d,%d],"input":{"into":%d}}""".formatted(from, to, from))
                .expect(200);
        world.settle();
        assertThat(text(world.seen(from), "firstDealOn")).isEqualTo("2026-02-02");
    }

    @Test
    void one_customers_refresh_gives_what_the_whole_run_gives() {
        Random random = new Random(7);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(world.customer(""));
        }
        for (int i = 0; i < 80; i++) {
            world.order(
                    ids.get((int) Math.min(24, Math.abs(random.nextGaussian() * 9))),
                    WorthWorld.DAY.minusDays(random.nextInt(500)).toString(),
                    Integer.toString(random.nextInt(5) * 100 - 50));
        }
        world.settle();
        world.revaluation.run();
        var whole = world.derived();
        assertThat(whole.getValues("rfm", String.class)).contains("importantValue", "generalRetain");
        world.database.execute(
                "update customer set rfm = null, recency_score = 1, deal_amount = 7, life_stage = 'lost'");
        for (Object id : whole.getValues("id")) {
            world.database.transaction(
                    transaction -> world.revaluation.refresh(transaction.dsl(), world.customer(), List.of((Long) id)));
        }
        assertThat(world.derived()).isEqualTo(whole);
        world.revaluation.run();
        assertThat(world.derived()).isEqualTo(whole);
    }

    @Test
    void worth_is_written_in_the_order_of_ids() {
        List<Long> ids = List.of(world.customer(""), world.customer(""), world.customer(""));
        world.revaluation.run();
        world.database.execute("update customer set deal_count = 99, life_stage = null where id = any(?)", (Object)
                ids.toArray(Long[]::new));
        LockOrder.requireById(world.database, "customer", ids, world.revaluation::run);
    }

    @Test
    void what_was_bought_is_grouped_from_the_lines_of_deals_that_count() {
        world.admin.post("/api/catalog/objects", """
                        {"name":"item","label":{"zh":"明细","en":"Line"},"title":{"kind":"autoNumber"},
                         "fields":[
                          {"kind":"reference","name":"order","label":"订单","targets":["x-order"],"relation":"明细"},
                          {"kind":"text","name":"product","label":"产品"},
                          {"kind":"money","name":"amount","label":"金额"}]}""").expect(201);
        world.decide("""
                "sources":[{"object":"x-order","customer":"c_customer","at":"c_day","amount":"c_amount","filter":
                 {"field":"c_signed","op":"eq","value":true},
                 "goods":{"lines":"x-item","purchase":"c_order","product":"c_product","amount":"c_amount"}}]""");
        long customer = world.customer("");
        long counts = world.order(customer, "2026-03-05", "900");
        long unsigned = world.order(customer, "2026-03-06", "70");
        world.change(unsigned, "\"c_signed\":false");
        line(counts, "水泵", "500");
        line(counts, "阀门", "400");
        line(unsigned, "阀门", "70");
        line(world.order(world.customer(""), "2026-03-07", "30"), "水泵", "30");

        JsonNode goods = world.admin
                .get("/api/portraits/customer/" + customer)
                .expect(200)
                .body()
                .at("/goods/0");
        assertThat(goods.path("object").asString()).isEqualTo("x-item");
        JsonNode rows = world.admin
                .post("/api/records/x-item/aggregate", """
                        {"filter":%s,"groups":[{"field":"%s"}],"measures":[{"function":"sum","field":"%s"}],
                         "sort":[{"field":"c_product"}]}""".formatted(
                                goods.path("filter"), text(goods, "product"), text(goods, "amount")))
                .expect(200)
                .body()
                .path("rows");
        assertThat(rows.findValuesAsString("c_product")).containsExactlyInAnyOrder("水泵", "阀门");
        assertThat(rows.toString()).contains("500").contains("400").doesNotContain("470");

        long role = world.admin.post("/api/roles", """
                        {"name":"不看金额","grants":[{"object":"customer","verb":"read","scope":"all"},
                          {"object":"x-order","verb":"read","scope":"all"},{"object":"x-item","verb":"read","scope":"all"}],
                         "fields":[{"object":"x-order","field":"c_amount","right":"hidden"}]}""").expect(201).number("/id");
        world.admin.post("/api/users", """
                {"login":"goods","name":"不看","password":"%s","roles":[%d]}""".formatted(WorthWorld.PASSWORD, role)).expect(201);
        assertThat(new ApiClient(world.application)
                        .signIn("goods", WorthWorld.PASSWORD)
                        .get("/api/portraits/customer/" + customer)
                        .expect(200)
                        .body()
                        .path("goods")
                        .size())
                .isZero();
    }

    private static void line(long order, String product, String amount) {
        world.admin
                .post("/api/records/x-item", """
                {"c_order":%d,"c_product":"%s","c_amount":"%s"}""".formatted(order, product, amount))
                .expect(201);
    }
}
