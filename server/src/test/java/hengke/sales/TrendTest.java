package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How what is won goes from month to month, of the records one may read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrendTest {
    private static final LocalDate MONTH =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
    private static RunningApplication application;
    private static SellersWorld world;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        ApiClient admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        long customer = admin.post("/api/records/customer", "{\"name\":\"杭州启明软件有限公司\"}")
                .expect(201)
                .number("/id");
        world = new SellersWorld(application, admin, customer);
        for (int back = 1; back <= 26; back++) {
            LocalDate month = MONTH.minusMonths(back);
            world.won(
                    world.lin, month.getMonthValue() == 6 ? 5000 : 1000 + back, month.plusDays(9) + "T10:00:00+08:00");
        }
        world.won(world.wang, 300, MONTH.minusMonths(2).plusDays(3) + "T10:00:00+08:00");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_was_won_goes_on_with_bounds_by_a_way_that_is_named() {
        JsonNode trend = world.linsClient
                .get("/api/trends/wonAmount?unit=month")
                .expect(200)
                .body();
        assertThat(trend.path("points").size()).isEqualTo(26);
        assertThat(trend.at("/points/0/from").asString())
                .isEqualTo(MONTH.minusMonths(26).toString());
        assertThat(trend.path("missing").asInt()).isZero();
        assertThat(trend.at("/outlook/method").asString()).isEqualTo("seasonalNaive");
        assertThat(trend.at("/outlook/steps").size()).isEqualTo(6);
        JsonNode next = trend.at("/outlook/steps/0");
        assertThat(next.path("from").asString()).isEqualTo(MONTH.toString());
        assertThat(next.path("low95").asDouble())
                .isLessThanOrEqualTo(next.path("low80").asDouble());
        assertThat(next.path("high80").asDouble())
                .isLessThan(next.path("high95").asDouble());
        assertThat(trend.at("/season/strength").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void too_briefa_time_is_not_foretold_and_said_so() {
        JsonNode weeks = world.linsClient
                .get("/api/trends/wonCount?unit=week")
                .expect(200)
                .body();
        assertThat(weeks.path("outlook").isNull()).isFalse();
        ApiClient wang = new ApiClient(application).signIn("wang", SellersWorld.PASSWORD);
        JsonNode brief = wang.get("/api/trends/wonAmount").expect(200).body();
        assertThat(brief.path("points").findValuesAsString("value"))
                .as("only records of his own")
                .hasSize(2);
        assertThat(brief.path("missing").asInt()).isEqualTo(22);
        assertThat(brief.path("outlook").isNull()).isTrue();
        wang.get("/api/trends/wonAmount?unit=day").expect(422);
        wang.get("/api/trends/nothing").expect(404);
    }

    @Test
    void growth_is_told_apart_by_what_one_may_read() {
        JsonNode growth = world.hua
                .get("/api/trends/wonAmount/growth?by=owner")
                .expect(200)
                .body();
        assertThat(growth.path("groups").findValuesAsString("label")).containsExactlyInAnyOrder("lin", "wang");
        JsonNode wang = growth.path("groups")
                .valueStream()
                .filter(group -> group.path("label").asString().equals("wang"))
                .findFirst()
                .orElseThrow();
        assertThat(wang.path("now").asDouble()).isEqualTo(300);
        assertThat(wang.path("before").asDouble()).isZero();
        assertThat(growth.path("now").asDouble())
                .isEqualTo(growth.path("groups")
                        .valueStream()
                        .mapToDouble(group -> group.path("now").asDouble())
                        .sum());
        assertThat(world.hua
                        .post(
                                "/api/records/opportunity/query",
                                "{\"count\":\"exact\",\"filter\":" + wang.path("filter") + "}")
                        .expect(200)
                        .number("/count/value"))
                .isOne();
        world.hua.get("/api/trends/wonAmount/growth?by=name").expect(422);
    }
}
