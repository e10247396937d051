package hengke.sales;

import static hengke.sales.SellersWorld.cell;
import static hengke.sales.SellersWorld.opened;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.pipeline.PipelineSnapshots;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What sellers will have won by the end of a period, seen by whoever sees their targets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;
    private static SellersWorld world;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        customer = admin.post("/api/records/customer", "{\"name\":\"杭州启明软件有限公司\"}")
                .expect(201)
                .number("/id");
        world = new SellersWorld(application, admin, customer);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void how_far_one_counts_on_a_deal_follows_its_stage_unless_somebody_knows_better() {
        JsonNode made = deal(world.lin, 100, "2031-02-10", "\"stage\":\"negotiation\"");
        assertThat(made.path("forecastCategory").asString()).isEqualTo("commit");
        long id = made.path("id").asLong();
        assertThat(change(id, "{\"forecastCategory\":\"omitted\"}")
                        .path("forecastCategory")
                        .asString())
                .isEqualTo("omitted");
        assertThat(change(id, "{\"amount\":{\"amount\":\"120\",\"currency\":\"CNY\"}}")
                        .path("forecastCategory")
                        .asString())
                .as("what somebody said stays with the stage")
                .isEqualTo("omitted");
        assertThat(change(id, "{\"stage\":\"quote\"}").path("forecastCategory").asString())
                .isEqualTo("bestCase");
        assertThat(change(id, "{\"stage\":\"won\"}").path("forecastCategory").isNull())
                .isTrue();
        admin.patch("/api/records/opportunity/" + id, versioned(id, "{\"forecastCategory\":\"commit\"}"))
                .expect(422);
        assertThat(change(id, "{\"stage\":\"contact\"}")
                        .path("forecastCategory")
                        .asString())
                .isEqualTo("pipeline");
    }

    @Test
    void deals_from_before_there_were_categories_get_those_of_their_stages() {
        long id = deal(world.lin, 100, "2031-05-10", "\"stage\":\"quote\"")
                .path("id")
                .asLong();
        application.database().dsl().execute("update opportunity set forecast_category = null where id = ?", id);
        application.bean(PipelineSnapshots.class).take();
        assertThat(admin.get("/api/records/opportunity/" + id)
                        .expect(200)
                        .body()
                        .path("forecastCategory")
                        .asString())
                .isEqualTo("bestCase");
    }

    @Test
    void a_forecast_adds_up_what_is_expected_by_category_and_weighted_and_each_figure_opens_its_deals() {
        SellersWorld.set(
                        admin,
                        "wonAmount",
                        cell("person", world.lin, "2027-07-01", "3000", 0),
                        cell("department", world.east, "2027-08-01", "9000", 0))
                .expect(200);
        world.won(world.lin, 500, "2027-07-02T10:00:00+08:00");
        long shared = deal(world.lin, 1000, "2027-07-20", "\"stage\":\"negotiation\"")
                .path("id")
                .asLong();
        world.member(shared, world.wang, 40);
        deal(world.lin, 200, "2027-08-31", "\"stage\":\"quote\"");
        deal(world.lin, 70, "2027-09-30", "\"stage\":\"contact\",\"forecastCategory\":\"omitted\"");
        deal(world.lin, 999, "2027-10-01", "\"stage\":\"negotiation\"");
        deal(world.xu, 300, "2027-09-01", "\"stage\":\"contact\"");

        JsonNode forecast = forecast(world.hua, "quarter", "2027-07-15");
        JsonNode lin = line(forecast, "person", world.lin);
        assertThat(lin.at("/standing/done").asString()).isEqualTo("500.00");
        assertThat(lin.at("/standing/aim").asString()).isEqualTo("3000.00");
        assertThat(amount(lin, "commit")).as("without the part of a member").isEqualTo("600.00");
        assertThat(amount(lin, "bestCase")).isEqualTo("200.00");
        assertThat(amount(lin, "pipeline")).isEqualTo("0.00");
        assertThat(amount(lin, "omitted")).isEqualTo("70.00");
        assertThat(amount(lin, "byStage")).as("600 × 80 % + 200 × 60 %").isEqualTo("600.00");
        JsonNode east = line(forecast, "department", world.east);
        assertThat(amount(east, "commit")).isEqualTo("1000.00");
        assertThat(amount(east, "pipeline")).isEqualTo("300.00");
        assertThat(amount(east, "byStage")).as("also what is below").isEqualTo("950.00");
        assertThat(opened(world.hua, open(east, "commit"))).isOne();
        assertThat(opened(world.hua, open(east, "byStage"))).isEqualTo(3);
        assertThat(forecast.path("learnt").asBoolean()).isFalse();
        assertThat(east.path("open").findValuesAsString("part")).doesNotContain("byModel");
        assertThat(amount(line(forecast(world.hua, "month", "2027-07-15"), "person", world.lin), "bestCase"))
                .isEqualTo("0.00");

        assertThat(forecast(world.linsClient, "quarter", "2027-07-15")
                        .path("lines")
                        .findValuesAsString("label"))
                .as("peers are not seen")
                .containsExactly("lin");
        ApiClient blind = world.reader(
                "blindly", "{\"object\":\"opportunity\",\"field\":\"amount\",\"right\":\"hidden\"}", "opportunity");
        blind.get("/api/forecasts/opportunity").expect(404);
        admin.get("/api/forecasts/customer").expect(404);
    }

    private static JsonNode forecast(ApiClient who, String span, String on) {
        return who.get("/api/forecasts/opportunity?span=" + span + "&on=" + on)
                .expect(200)
                .body();
    }

    private static JsonNode line(JsonNode forecast, String kind, long id) {
        return forecast.path("lines")
                .valueStream()
                .filter(line -> line.at("/standing/kind").asString().equals(kind)
                        && line.at("/standing/id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode open(JsonNode line, String part) {
        return line.path("open")
                .valueStream()
                .filter(each -> each.path("part").asString().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static String amount(JsonNode line, String part) {
        return open(line, part).path("amount").asString();
    }

    private static JsonNode deal(long owner, int amount, String expected, String more) {
        return admin.post("/api/records/opportunity", """
                        {"name":"预测","customer":%d,"owner":%d,"closeDate":"%s",
                         "amount":{"amount":"%d","currency":"CNY"},%s}""".formatted(customer, owner, expected, amount, more))
                .expect(201)
                .body();
    }

    private static JsonNode change(long id, String values) {
        return admin.patch("/api/records/opportunity/" + id, versioned(id, values))
                .expect(200)
                .body();
    }

    private static String versioned(long id, String values) {
        long version = admin.get("/api/records/opportunity/" + id).expect(200).number("/version");
        return values.replaceFirst("\\{", "{\"version\":" + version + ",");
    }
}
