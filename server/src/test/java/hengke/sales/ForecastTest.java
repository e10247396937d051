package hengke.sales;

import static hengke.sales.SellersWorld.cell;
import static hengke.sales.SellersWorld.opened;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.pipeline.PipelineSnapshots;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
        assertThat(changed(id, "\"forecastCategory\":\"omitted\"")
                        .path("forecastCategory")
                        .asString())
                .isEqualTo("omitted");
        assertThat(changed(id, "\"amount\":{\"amount\":\"120\",\"currency\":\"CNY\"}")
                        .path("forecastCategory")
                        .asString())
                .as("what somebody said stays with the stage")
                .isEqualTo("omitted");
        assertThat(changed(id, "\"stage\":\"quote\"").path("forecastCategory").asString())
                .isEqualTo("bestCase");
        assertThat(changed(id, "\"stage\":\"won\"").path("forecastCategory").isNull())
                .isTrue();
        long version = admin.get("/api/records/opportunity/" + id).expect(200).number("/version");
        admin.patch(
                        "/api/records/opportunity/" + id,
                        "{\"version\":%d,\"forecastCategory\":\"commit\"}".formatted(version))
                .expect(422);
        assertThat(changed(id, "\"stage\":\"contact\"").path("forecastCategory").asString())
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

    @Test
    void what_people_say_stands_beside_what_their_managers_make_of_it_and_peers_see_neither() {
        ApiClient wang = new ApiClient(application).signIn("wang", SellersWorld.PASSWORD);
        say(world.linsClient, world.lin, "2028-01-01", 0, "100", "150", "两单在签").expect(201);
        say(wang, world.wang, "2028-01-01", 0, "40", "60", "").expect(201);
        say(wang, world.lin, "2028-01-01", 0, "1", "2", "").expect(422);
        say(world.linsClient, world.wang, "2028-01-01", 0, "1", "2", "").expect(422);
        say(world.linsClient, world.lin, "2028-01-01", 1, "100", "90", "").expect(422);
        say(world.hua, world.lin, "2028-01-01", 0, "80", "120", "一单可能推迟").expect(201);
        say(world.linsClient, world.lin, "2028-01-01", 1, "110", "150", "")
                .expect(201)
                .body();

        JsonNode lin = line(forecast(world.hua, "quarter", "2028-02-15"), "person", world.lin);
        assertThat(lin.at("/own/commit").asString()).isEqualTo("110.00");
        assertThat(lin.at("/adjustment/commit").asString()).isEqualTo("80.00");
        assertThat(lin.at("/adjustment/by/label").asString()).isEqualTo("hua");
        assertThat(lin.at("/together/commit").asString()).isEqualTo("80.00");
        assertThat(lin.path("mine").asBoolean()).isTrue();
        JsonNode east = line(forecast(world.hua, "quarter", "2028-02-15"), "department", world.east);
        assertThat(east.at("/together/commit").asString()).isEqualTo("120.00");
        assertThat(east.at("/together/people").asInt()).isEqualTo(2);
        assertThat(line(forecast(world.hua, "month", "2028-01-15"), "person", world.lin)
                        .path("own")
                        .isNull())
                .as("another period")
                .isTrue();

        String of = "/api/forecasts/opportunity/submissions?span=quarter&on=2028-01-01&person=";
        assertThat(world.linsClient
                        .get(of + world.lin)
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsString("commit"))
                .containsExactly("110.00", "80.00", "100.00");
        wang.get(of + world.lin).expect(404);
        assertThat(forecast(wang, "quarter", "2028-02-15").path("lines").findValuesAsString("label"))
                .doesNotContain("lin");

        say(world.hua, world.lin, "2028-01-01", 1, null, null, "").expect(201);
        assertThat(line(forecast(world.hua, "quarter", "2028-02-15"), "person", world.lin)
                        .at("/together/commit")
                        .asString())
                .as("an adjustment that was taken back")
                .isEqualTo("110.00");
    }

    @Test
    void of_two_who_speak_at_once_the_second_is_told_what_the_first_has_said() throws Exception {
        ApiClient other = new ApiClient(application).signIn("lin", SellersWorld.PASSWORD);
        CompletableFuture<Integer> one =
                CompletableFuture.supplyAsync(() -> say(world.linsClient, world.lin, "2029-01-01", 0, "10", "20", "")
                        .status());
        CompletableFuture<Integer> two = CompletableFuture.supplyAsync(
                () -> say(other, world.lin, "2029-01-01", 0, "30", "40", "").status());
        assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(201, 409);
        JsonNode refused = say(other, world.lin, "2029-01-01", 0, "50", "60", "")
                .expect(409)
                .body();
        assertThat(refused.path("by").asString()).isEqualTo("lin");
        assertThat(refused.path("turn").asInt()).isOne();
        assertThat(refused.path("commit").asString()).isIn("10.00", "30.00");
        say(other, world.lin, "2029-01-01", 1, "50", "60", "").expect(201);
    }

    @Test
    void forecasts_of_past_periods_are_told_from_what_was_noted_and_said_then() {
        LocalDate first = LocalDate.now(ZoneId.of("Asia/Shanghai")).withDayOfMonth(1);
        long seller = world.xu;
        for (int back = 5; back >= 1; back--) {
            LocalDate month = first.minusMonths(back);
            world.won(seller, 1000, month.plusDays(20) + "T10:00:00+08:00");
            note(month, seller, 9_000_000 + back, 500, 80, "commit");
            note(month, seller, 9_000_100 + back, 2000, 10, "omitted");
            said(month, seller, 900);
        }
        JsonNode tested = world.hua
                .get("/api/forecasts/opportunity/backtest?span=month&person=" + seller)
                .expect(200)
                .body();
        JsonNode last = tested.path("points").get(tested.path("points").size() - 1);
        assertThat(last.path("from").asString()).isEqualTo(first.minusMonths(1).toString());
        assertThat(last.path("actual").asString()).isEqualTo("1000.00");
        assertThat(foretold(last, "byStage")).isEqualTo("400.00");
        assertThat(foretold(last, "commit")).isEqualTo("500.00");
        assertThat(foretold(last, "submitted")).isEqualTo("900.00");
        assertThat(foretold(last, "lastPeriod")).isEqualTo("1000.00");
        assertThat(foretold(last, "byModel")).as("nothing was learnt then").isNull();
        JsonNode start = tested.path("verdicts").get(0);
        assertThat(start.path("horizon").asString()).isEqualTo("start");
        assertThat(start.path("winner").asString()).isEqualTo("lastPeriod");
        assertThat(start.path("scores").get(0).path("naive").asBoolean()).isTrue();
        assertThat(tested.path("verdicts").get(1).path("winner").isNull())
                .as("nothing was noted in the middle")
                .isTrue();

        world.linsClient
                .get("/api/forecasts/opportunity/backtest?span=month&person=" + seller)
                .expect(404);
        assertThat(world.linsClient
                        .get("/api/forecasts/opportunity/backtest?span=month")
                        .expect(200)
                        .body()
                        .path("points")
                        .findValuesAsString("actual"))
                .as("of all whom one sees: of oneself")
                .allMatch(actual -> actual.equals("0.00"));
    }

    private static @Nullable String foretold(JsonNode point, String method) {
        return point.path("foretold")
                .valueStream()
                .filter(each -> each.path("method").asString().equals(method))
                .map(each -> each.path("amount").asString())
                .findFirst()
                .orElse(null);
    }

    private static void note(LocalDate day, long owner, long record, int amount, int probability, String category) {
        application.database().dsl().execute("""
                        insert into pipeline_snapshot_day (object, day, taken_at) values ('opportunity', ?, now())
                        on conflict do nothing""", day);
        application.database().dsl().execute("""
                        insert into pipeline_snapshot (object, day, record_id, pipeline, stage, amount, expected, owner,
                            probability, category)
                        values ('opportunity', ?, ?, 'standard', 'quote', ?, ?, ?, ?, ?)""", day, record, amount, day.plusDays(9), owner, probability, category);
    }

    private static void said(LocalDate month, long person, int committed) {
        application
                .database()
                .dsl()
                .execute("""
                        insert into forecast_submission
                            (object, unit, from_day, person, adjusts, turn, committed, best, at, author)
                        values ('opportunity', 'month', ?, ?, false, 1, ?, ?, cast(? as timestamptz), ?)""", month, person, committed, committed, month + "T09:00:00+08:00", person);
    }

    private static ApiClient.Answer say(
            ApiClient who,
            long person,
            String on,
            long turn,
            @Nullable String commit,
            @Nullable String best,
            String note) {
        return who.post("/api/forecasts/opportunity/submissions", """
                {"person":%d,"span":"quarter","on":"%s","turn":%d,"commit":%s,"best":%s,"note":"%s"}""".formatted(person, on, turn, commit, best, note));
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

    private static JsonNode changed(long id, String values) {
        return admin.change("opportunity", id, values).body();
    }
}
