package hengke.capability.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.LockOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivityTest {
    private static final Map<String, Double> WEIGHTS =
            Map.of("visit", 3.0, "meeting", 3.0, "call", 1.5, "wechat", 1.0, "email", 1.0, "other", 0.5);
    private static PortraitWorld world;

    @BeforeAll
    static void start() {
        world = new PortraitWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static long score(double worth, double half) {
        return Math.round(100 * (1 - Math.pow(2, -worth / half)));
    }

    /** News of what was written has come and was handled. */
    private static void settled() {
        await().until(() -> world.database.fetchSingle("""
                                select not exists (select 1 from outbox, event_subscriber s
                                 where s.name = 'portraits' and outbox.written_by >= pg_snapshot_xmin(s.seen))""").get(0, Boolean.class));
    }

    private static void becomes(long customer, long score) {
        await().untilAsserted(() -> assertThat(world.activity(customer)).isEqualTo((int) score));
    }

    @Test
    void a_contact_counts_by_its_channel_half_after_each_half_life_and_towards_a_hundred() {
        long customer = world.customer("");
        becomes(customer, 0);
        world.followUp("customer", customer, "visit", 0);
        becomes(customer, score(3, 4));
        world.followUp("customer", customer, "call", 30);
        becomes(customer, score(3.75, 4));
        world.followUp("contact", world.contact(customer, ""), "wechat", 60);
        becomes(customer, score(4, 4));
        assertThat(world.activity(customer)).isEqualTo(50);
        world.followUp("customer", customer, "visit", 361);
        world.followUp("customer", customer, "visit", -1);
        world.followUp("customer", customer, "note", 1);
        world.portraits.run();
        becomes(customer, 50);
    }

    @Test
    void the_trend_compares_thirty_days_with_the_thirty_before() {
        List<Long> all = new ArrayList<>();
        // the edges: today and 29 days ago are recent, 30 and 59 before, 60 is neither
        int[][] days = {{0, 29, 30}, {29, 30}, {0, 30, 59}, {30, 59}, {60}, {}, {29, 29, 29, 29, 29, 30, 30, 30, 30}};
        String[] trends = {"rising", "steady", "falling", "falling", "asleep", null, "steady"};
        for (int[] its : days) {
            long customer = world.customer("");
            all.add(customer);
            for (int day : its) {
                world.followUp("customer", customer, "call", day);
            }
        }
        world.since(all.get(4), 61);
        settled();
        world.portraits.run();
        for (int i = 0; i < trends.length; i++) {
            assertThat(world.trend(all.get(i))).as(String.valueOf(i)).isEqualTo(trends[i]);
        }
        world.since(all.get(5), 60);
        world.portraits.run();
        assertThat(world.trend(all.get(5))).isEqualTo("asleep");
    }

    @Test
    void what_is_deleted_restored_or_moved_counts_where_it_is() {
        long one = world.customer("");
        long other = world.customer("");
        long followUp = world.followUp("customer", one, "visit", 0);
        becomes(one, score(3, 4));
        world.admin
                .patch(
                        "/api/records/activity/" + followUp,
                        "{\"version\":1,\"about\":{\"object\":\"customer\",\"id\":%d}}".formatted(other))
                .expect(200);
        becomes(other, score(3, 4));
        becomes(one, 0);
        world.admin.delete("/api/records/activity/" + followUp).expect(204);
        becomes(other, 0);
        world.admin
                .post("/api/records/activity/bulk", "{\"ids\":[%d],\"restore\":true}".formatted(followUp))
                .expect(200);
        becomes(other, score(3, 4));

        long contact = world.contact(one, "");
        world.followUp("contact", contact, "call", 0);
        becomes(one, score(1.5, 4));
        world.admin
                .patch("/api/records/contact/" + contact, "{\"version\":2,\"customer\":%d}".formatted(other))
                .expect(200);
        becomes(other, score(4.5, 4));
        becomes(one, 0);
    }

    @Test
    void a_merged_customer_has_the_contacts_of_both() {
        long stays = world.customer("\"phone\":\"13900000001\"");
        long goes = world.customer("\"phone\":\"13900000001\"");
        world.followUp("customer", stays, "visit", 0);
        world.followUp("customer", goes, "call", 0);
        becomes(goes, score(1.5, 4));
        world.admin
                .post(
                        "/api/records/customer/commands/merge",
                        "{\"ids\":[%d,%d],\"input\":{\"into\":%d}}".formatted(stays, goes, stays))
                .expect(200);
        becomes(stays, score(4.5, 4));
    }

    @Test
    void one_customers_refresh_says_what_the_whole_run_says_and_a_second_run_writes_nothing() throws Exception {
        Random random = new Random(7);
        List<Long> ids = new ArrayList<>();
        Map<Long, Double> worth = new java.util.HashMap<>();
        for (int i = 0; i < 25; i++) {
            long customer = world.customer("");
            ids.add(customer);
            long contact = world.contact(customer, "");
            for (int j = random.nextInt(6); j > 0; j--) {
                String kind = List.copyOf(WEIGHTS.keySet()).get(random.nextInt(6));
                int days = random.nextInt(200);
                boolean direct = random.nextBoolean();
                world.followUp(direct ? "customer" : "contact", direct ? customer : contact, kind, days);
                worth.merge(customer, WEIGHTS.get(kind) * Math.pow(2, -days / 30.0), Double::sum);
            }
        }
        settled();
        world.portraits.run();
        Map<Long, String> whole = world.all();
        ids.forEach(id -> assertThat(world.activity(id)).isEqualTo((int) score(worth.getOrDefault(id, 0.0), 4)));
        assertThat(world.portraits.run()).isZero();

        world.database.execute("update customer set activity_score = null, activity_trend = null, health_score = null");
        for (Long id : whole.keySet()) {
            world.database.transaction(transaction ->
                    world.portraits.refresh(transaction.dsl(), world.customers(), Subjects.of(List.of(id))));
        }
        assertThat(world.all()).isEqualTo(whole);

        world.database.execute("update customer set activity_score = null, activity_trend = null, health_score = null");
        long middle = ids.get(ids.size() / 2);
        world.portraits.range(world.customers(), 1, middle); // killed here
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(world.portraits::run), nodes.submit(world.portraits::run))) {
                node.get();
            }
        }
        assertThat(world.all()).isEqualTo(whole);
    }

    @Test
    void it_is_explained_by_channel_with_points_that_make_the_score() {
        long customer = world.customer("");
        world.followUp("customer", customer, "visit", 0);
        world.followUp("customer", customer, "call", 30);
        world.followUp("customer", customer, "call", 0);
        becomes(customer, score(5.25, 4));
        JsonNode account =
                explained(world.admin, customer, "activityScore").expect(200).body();
        assertThat(account.at("/summary").asString()).contains("合 5.3 分").contains("半衰期 30 天");
        assertThat(account.at("/lines").findValuesAsString("text")).containsExactly("面访", "电话");
        assertThat(account.at("/lines/1/value").asString()).isEqualTo("2 次，合 2.3 分");
        double points = account.at("/lines").findValuesAsString("points").stream()
                .mapToDouble(Double::parseDouble)
                .sum();
        assertThat(points).isBetween(world.activity(customer) - 0.6, world.activity(customer) + 0.6);
        String below = account.at("/lines/1/records/filter").toString();
        assertThat(world.admin
                        .post("/api/records/activity/query", "{\"filter\":%s,\"count\":\"exact\"}".formatted(below))
                        .expect(200)
                        .number("/count/value"))
                .isEqualTo(2);
        JsonNode trend =
                explained(world.admin, customer, "activityTrend").expect(200).body();
        assertThat(trend.at("/lines/0/value").asString()).isEqualTo("4.5 分");
        assertThat(trend.at("/lines/1/value").asString()).isEqualTo("1.5 分");
    }

    @Test
    void a_deal_is_a_sign_of_life_and_each_number_opens_the_lists_it_was_made_of() {
        long customer = world.customer("");
        world.followUp("customer", customer, "visit", 0);
        opportunity(customer, "contact");
        becomes(customer, score(3, 4));
        opportunity(customer, "won");
        becomes(customer, score(7, 4));

        JsonNode lines = explained(world.admin, customer, "activityScore")
                .expect(200)
                .body()
                .path("lines");
        assertThat(lines.findValuesAsString("text")).containsExactly("成交", "面访");
        assertThat(found(lines.path(0).path("records"))).isEqualTo(1);
        JsonNode trend = explained(world.admin, customer, "activityTrend")
                .expect(200)
                .body()
                .path("lines");
        assertThat(trend.findValuesAsString("text")).containsExactly("近 30 天 · 跟进记录", "近 30 天 · 成交", "之前 30 天");
        assertThat(trend.valueStream().map(line -> line.path("value").asString()))
                .containsExactly("3.0 分", "4.0 分", "0.0 分");
        JsonNode told = portrait(world.admin, customer).path("interactions");
        assertThat(told.path("channels").findValuesAsString("source")).containsExactly("activity", "deal:opportunity");
        assertThat(told.path("lastBy").valueStream().map(JsonNode::asString))
                .containsExactly("activity", "deal:opportunity");
        told.path("leads").forEach(lead -> assertThat(found(lead)).isEqualTo(1));

        String reads =
                "\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"all\"},{\"object\":\"activity\",\"verb\":\"read\",\"scope\":\"all\"}%s";
        ApiClient none = world.person("noDeals", reads.formatted("]"));
        ApiClient blind = world.person(
                "blindToOutcome",
                reads.formatted(
                        ",{\"object\":\"opportunity\",\"verb\":\"read\",\"scope\":\"all\"}],\"fields\":[{\"object\":\"opportunity\",\"field\":\"outcome\",\"right\":\"hidden\"}]"));
        for (ApiClient reader : List.of(none, blind)) {
            assertThat(portrait(reader, customer).at("/interactions/channels").findValuesAsString("source"))
                    .containsExactly("activity");
            assertThat(explained(reader, customer, "activityScore").body().path("lines"))
                    .hasSize(1)
                    .allMatch(line -> line.path("points").isNull());
        }
    }

    private static void opportunity(long customer, String stage) {
        world.admin
                .post(
                        "/api/records/opportunity",
                        "{\"name\":\"商机\",\"customer\":%d,\"amount\":\"1000\",\"stage\":\"%s\"}"
                                .formatted(customer, stage))
                .expect(201);
    }

    /** How many records a list shows. */
    private static long found(JsonNode list) {
        return world.admin
                .post(
                        "/api/records/%s/query".formatted(list.path("object").asString()),
                        "{\"filter\":%s,\"count\":\"exact\"}".formatted(list.path("filter")))
                .expect(200)
                .number("/count/value");
    }

    private static Answer explained(ApiClient client, long customer, String field) {
        return client.get("/api/records/customer/" + customer + "/explanations/" + field);
    }

    @Test
    void nobody_is_told_of_contacts_he_may_not_see() {
        long customer = world.customer("");
        world.followUp("customer", customer, "visit", 0, 10, ",\"outcome\":\"成了\"");
        becomes(customer, score(3, 4));
        String reads = "\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"all\"}%s]";
        ApiClient none = world.person("none", reads.formatted(""));
        ApiClient blind = world.person(
                "blind",
                reads.formatted(",{\"object\":\"activity\",\"verb\":\"read\",\"scope\":\"all\"}")
                        + ",\"fields\":[{\"object\":\"activity\",\"field\":\"kind\",\"right\":\"hidden\"}]");
        ApiClient without = world.person(
                "without",
                reads.formatted(",{\"object\":\"activity\",\"verb\":\"read\",\"scope\":\"all\"}")
                        + ",\"fields\":[{\"object\":\"customer\",\"field\":\"activityScore\",\"right\":\"hidden\"},{\"object\":\"activity\",\"field\":\"outcome\",\"right\":\"hidden\"}]");
        for (ApiClient client : List.of(none, blind)) {
            assertThat(portrait(client, customer).at("/interactions").isNull()).isTrue();
            JsonNode account =
                    explained(client, customer, "activityScore").expect(200).body();
            assertThat(account.at("/lines").size()).isZero();
            assertThat(account.at("/summary").asString()).contains("只列出您能查看的往来");
        }
        explained(without, customer, "activityScore").expect(404);
        JsonNode known = portrait(without, customer).at("/interactions");
        assertThat(known.at("/channels/0/count").asInt()).isEqualTo(1);
        assertThat(known.at("/hours").isNull()).isTrue();
        assertThat(portrait(world.admin, customer)
                        .at("/interactions/hours/found")
                        .asInt())
                .isEqualTo(1);
        ApiClient nobody = world.person("nobody", "\"grants\":[]");
        nobody.get("/api/portraits/customer/" + customer).expect(404);
    }

    private static JsonNode portrait(ApiClient client, long customer) {
        return client.get("/api/portraits/customer/" + customer).expect(200).body();
    }

    @Test
    void habits_are_told_from_enough_contacts_and_in_the_companys_hours() {
        long customer = world.customer("");
        for (int week = 0; week < 4; week++) {
            world.followUp("customer", customer, "call", 7 * week, 0, ",\"outcome\":\"成了\"");
        }
        world.followUp("customer", customer, "wechat", 3, 23, "");
        JsonNode few = portrait(world.admin, customer).at("/interactions");
        assertThat(few.at("/hours/cells").size()).isZero();
        assertThat(few.at("/hours/bestHour").isNull()).isTrue();
        world.followUp("customer", customer, "call", 28, 0, ",\"outcome\":\"成了\"");
        JsonNode known = portrait(world.admin, customer).at("/interactions");
        assertThat(known.at("/hours/found").asInt()).isEqualTo(5);
        assertThat(known.at("/hours/bestHour").asInt()).isZero();
        assertThat(known.at("/hours/bestWeekday").asInt())
                .isEqualTo(world.today().getDayOfWeek().getValue());
        assertThat(known.at("/weeks").size()).isEqualTo(26);
        assertThat(known.at("/weeks/25/counts").toString()).contains("1");
        assertThat(known.at("/channels").findValuesAsString("name")).containsExactly("call", "wechat");
        assertThat(known.at("/contactDays").asInt()).isEqualTo(6);
        assertThat(known.at("/everyDays").asString()).isEqualTo("5.6");
        String below = known.at("/leads/0/filter").toString();
        assertThat(world.admin
                        .post("/api/records/activity/query", "{\"filter\":%s,\"count\":\"exact\"}".formatted(below))
                        .expect(200)
                        .number("/count/value"))
                .isEqualTo(6);
    }

    @Test
    void portraits_are_written_in_the_order_of_ids() {
        List<Long> ids = List.of(world.customer(""), world.customer(""), world.customer(""));
        settled();
        world.database.execute("update customer set activity_score = 99, health_score = 1 where id = any(?)", (Object)
                ids.toArray(Long[]::new));
        LockOrder.requireById(world.database, "customer", ids, world.portraits::run);
    }
}
