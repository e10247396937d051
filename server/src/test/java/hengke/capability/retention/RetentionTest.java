package hengke.capability.retention;

import static hengke.capability.worth.WorthWorld.text;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.worth.WorthWorld;
import hengke.testing.ApiClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A shop whose customers come again, or not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {
    private static WorthWorld world;
    private static long silent;
    private static long regular;
    private static long once;
    private static long never;

    @BeforeAll
    static void open() {
        world = new WorthWorld();
        silent = world.customer("");
        regular = world.customer("");
        once = world.customer("");
        never = world.customer("");
        LocalDate day = WorthWorld.DAY;
        for (int i = 0; i < 12; i++) {
            world.order(silent, day.minusDays(500 - i * 7).toString(), "1000");
            world.order(regular, day.minusDays(335 - i * 30).toString(), "2000");
        }
        world.order(once, day.minusDays(40).toString(), "300");
        world.settle();
        world.revaluation.run();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    @Order(1)
    void of_too_few_nothing_is_foretold_and_that_is_said() {
        assertThat(world.seen(regular).get("repeatChance").isNull()).isTrue();
        JsonNode explained = world.admin
                .get("/api/records/customer/%d/explanations/repeatChance".formatted(regular))
                .expect(200)
                .body();
        assertThat(explained.path("summary").asString()).contains("100").contains("2");
        JsonNode card = analysis();
        assertThat(card.path("again").asInt()).isEqualTo(2);
        assertThat(card.get("perYear").isNull()).isTrue();
        assertThat(card.path("parameters")).isEmpty();
    }

    @Test
    @Order(2)
    void silence_after_a_rhythm_is_a_risk_and_one_deal_tells_nothing() {
        shoppers(150);
        world.settle();
        world.revaluation.run();
        assertThat(number(silent, "repeatChance")).isLessThan(15);
        assertThat(text(world.seen(silent), "churnRisk")).isEqualTo("high");
        assertThat(number(regular, "repeatChance")).isGreaterThan(60);
        assertThat(text(world.seen(regular), "churnRisk")).isEqualTo("low");
        assertThat(number(regular, "expectedDeals")).isGreaterThan(number(silent, "expectedDeals") * 5);
        assertThat(Double.parseDouble(
                        world.seen(regular).at("/expectedAmount/amount").asString()))
                .isGreaterThan(number(regular, "expectedDeals") * 1_000);
        JsonNode single = world.seen(once);
        assertThat(single.get("repeatChance").isNull()).isTrue();
        assertThat(single.get("churnRisk").isNull()).isTrue();
        assertThat(number(once, "expectedDeals")).isPositive();
        JsonNode nothing = world.seen(never);
        assertThat(nothing.get("expectedDeals").isNull()).isTrue();
        assertThat(nothing.get("expectedAmount").isNull()).isTrue();
        assertThat(found("churnRisk")).contains(silent).doesNotContain(regular, once, never);
    }

    @Test
    @Order(3)
    void the_card_tells_how_it_would_have_done() {
        JsonNode card = analysis();
        assertThat(card.path("parameters")).hasSize(7);
        assertThat(card.path("perYear").asDouble()).isPositive();
        assertThat(card.path("stops").asDouble()).isBetween(0.0, 1.0);
        JsonNode trial = card.path("trial");
        assertThat(trial.path("weeks").asLong()).isGreaterThan(8);
        assertThat(trial.path("actual").asDouble()).isPositive();
        assertThat(trial.path("expected").asDouble() / trial.path("actual").asDouble())
                .isBetween(0.4, 2.5);
        JsonNode explained = world.admin
                .get("/api/records/customer/%d/explanations/churnRisk".formatted(silent))
                .expect(200)
                .body();
        assertThat(explained.path("lines").findValuesAsString("value")).contains("12 次（同一天算一次）", "7 天", "423 天");
    }

    @Test
    @Order(4)
    void one_more_deal_tells_at_once_and_a_run_that_is_done_twice_changes_nothing() {
        assertThat(world.seen(once).get("repeatChance").isNull()).isTrue();
        world.order(once, WorthWorld.DAY.minusDays(3).toString(), "400");
        world.settle();
        assertThat(number(once, "repeatChance")).isPositive();
        world.revaluation.run();
        Result<?> whole = derived();
        world.revaluation.run();
        assertThat(derived()).isEqualTo(whole);
    }

    @Test
    @Order(5)
    void whoever_may_not_read_deals_is_told_nothing() {
        long role = world.admin.post("/api/roles", """
                        {"name":"只看客户","grants":[{"object":"customer","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        world.admin
                .post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(WorthWorld.PASSWORD, role))
                .expect(201);
        ApiClient ben = new ApiClient(world.application).signIn("ben", WorthWorld.PASSWORD);
        JsonNode seen = ben.get("/api/records/customer/" + silent).expect(200).body();
        for (var field : Retained.ALL) {
            assertThat(seen.has(field.name())).as(field.name()).isFalse();
        }
        assertThat(ben.get("/api/worth/customer/analysis")
                        .expect(200)
                        .body()
                        .get("retention")
                        .isNull())
                .isTrue();
    }

    /** Some who come often and some who stay away, the same every time. */
    private static void shoppers(int number) {
        Random random = new Random(11);
        for (int i = 0; i < number; i++) {
            long customer = world.customer("");
            double pause = 10 + random.nextDouble() * 80;
            double stops = random.nextDouble() * 0.4;
            LocalDate at = WorthWorld.DAY.minusDays(200 + random.nextInt(300));
            for (int deals = 0; !at.isAfter(WorthWorld.DAY) && deals < 8; deals++) {
                world.order(customer, at.toString(), Integer.toString(500 + random.nextInt(2_000)));
                if (deals > 0 && random.nextDouble() < stops) {
                    break;
                }
                at = at.plusDays(1 + (long) (-Math.log(1 - random.nextDouble()) * pause));
            }
        }
    }

    private static List<Long> found(String view) {
        List<Long> ids = new ArrayList<>();
        world.admin
                .post("/api/records/customer/query", "{\"view\":\"%s\",\"limit\":500}".formatted(view))
                .expect(200)
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    private static JsonNode analysis() {
        return world.admin
                .get("/api/worth/customer/analysis")
                .expect(200)
                .body()
                .path("retention");
    }

    private static double number(long customer, String field) {
        return Double.parseDouble(text(world.seen(customer), field));
    }

    private static Result<?> derived() {
        return world.database.fetch("""
                select id, repeat_chance, churn_risk, expected_deals, expected_amount, expected_amount_currency
                from customer where deleted_at is null order by id""");
    }
}
