package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.pipeline.PipelineSnapshots;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Opportunities go through the stages of their pipelines. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpportunityTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;
    private static long rival;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        customer = admin.post("/api/records/customer", "{\"name\":\"杭州启明软件有限公司\"}")
                .expect(201)
                .number("/id");
        rival = admin.post("/api/records/competitor", "{\"name\":\"北方软件\"}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_new_one_stands_in_the_first_stage_with_its_rate() {
        JsonNode made =
                create("{\"name\":\"云平台\",\"customer\":%d,\"amount\":{\"amount\":\"200000\",\"currency\":\"CNY\"}}");
        assertThat(made.path("pipeline").asString()).isEqualTo("standard");
        assertThat(made.path("stage").asString()).isEqualTo("contact");
        assertThat(made.path("probability").asString()).isEqualTo("10");
        assertThat(made.path("outcome").asString()).isEqualTo("open");
        assertThat(made.path("weightedAmount").asString()).isEqualTo("20000.00");
        assertThat(made.path("rotsOn").asString()).isNotEmpty();
    }

    @Test
    void the_probability_follows_the_stage_unless_somebody_knows_better() {
        long id = create("{\"name\":\"专线\",\"customer\":%d}").path("id").asLong();
        assertThat(change(id, "{\"stage\":\"quote\"}").path("probability").asString())
                .isEqualTo("60");
        assertThat(change(id, "{\"probability\":75}").path("probability").asString())
                .isEqualTo("75.00");
        assertThat(change(id, "{\"stage\":\"proposal\",\"probability\":55}")
                        .path("probability")
                        .asString())
                .isEqualTo("55.00");
    }

    @Test
    void what_is_lost_says_why_and_to_whom_and_then_has_no_chance() {
        long id = create("{\"name\":\"机房\",\"customer\":%d}").path("id").asLong();
        JsonNode refused = admin.patch(
                        "/api/records/opportunity/" + id, "{\"version\":%d,\"stage\":\"lost\"}".formatted(version(id)))
                .expect(422)
                .body();
        assertThat(refused.path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("lossReason", "competitor", "review");
        JsonNode lost = change(
                id,
                "{\"stage\":\"lost\",\"lossReason\":\"price\",\"competitor\":%d,\"review\":\"报价高了一成\"}"
                        .formatted(rival));
        assertThat(lost.path("probability").asString()).isEqualTo("0");
        assertThat(lost.path("outcome").asString()).isEqualTo("lost");
        assertThat(lost.path("closedAt").asString()).isNotEmpty();
        admin.patch("/api/records/opportunity/" + id, "{\"version\":%d,\"probability\":50}".formatted(version(id)))
                .expect(422);
    }

    @Test
    void what_is_won_needs_an_amount() {
        long id = create("{\"name\":\"续费\",\"customer\":%d}").path("id").asLong();
        admin.patch("/api/records/opportunity/" + id, "{\"version\":%d,\"stage\":\"won\"}".formatted(version(id)))
                .expect(422);
        JsonNode won = change(id, "{\"stage\":\"won\",\"amount\":{\"amount\":\"5000\",\"currency\":\"CNY\"}}");
        assertThat(won.path("probability").asString()).isEqualTo("100");
        assertThat(won.path("outcome").asString()).isEqualTo("won");
        JsonNode again = change(id, "{\"stage\":\"negotiation\"}");
        assertThat(again.path("closedAt").isNull()).isTrue();
        assertThat(again.path("outcome").asString()).isEqualTo("open");
    }

    @Test
    void every_step_is_written_down() {
        long id = create("{\"name\":\"步骤\",\"customer\":%d}").path("id").asLong();
        change(id, "{\"stage\":\"needs\"}");
        change(id, "{\"nextStep\":\"约技术交流\"}");
        change(id, "{\"stage\":\"contact\"}");
        List<String> steps = admin.get("/api/pipelines/of/opportunity/" + id)
                .expect(200)
                .body()
                .path("items")
                .findValuesAsString("to");
        assertThat(steps).containsExactly("contact", "needs", "contact");
    }

    @Test
    void a_stage_of_no_pipeline_is_refused() {
        admin.post(
                        "/api/records/opportunity",
                        "{\"name\":\"错\",\"customer\":%d,\"stage\":\"nowhere\"}".formatted(customer))
                .expect(422);
    }

    @Test
    void the_company_changes_its_pipelines_and_changes_them_back() {
        JsonNode shipped = pipelines();
        String asked = shipped.path("pipelines").toString().replaceFirst("\"rate\":\"10\"", "\"rate\":\"15\"");
        save(shipped.path("version").asLong(), asked, 200);
        assertThat(create("{\"name\":\"新费率\",\"customer\":%d}")
                        .path("probability")
                        .asString())
                .isEqualTo("15.00");
        save(shipped.path("version").asLong(), asked, 409);
        save(pipelines().path("version").asLong(), "[]", 422);
        save(pipelines().path("version").asLong(), shipped.path("pipelines").toString(), 200);
        assertThat(pipelines().at("/pipelines/0/stages/0/rate").asString()).isEqualTo("10.00");
    }

    @Test
    void what_has_changed_since_the_morning_adds_up() {
        application.database().dsl().execute("truncate pipeline_snapshot_day, pipeline_snapshot");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        assertThat(movement(today).path("day").isNull()).isTrue();
        long grows = create(AMOUNT.formatted("增长", 100)).path("id").asLong();
        long slips = create(AMOUNT.formatted("推迟", 200)).path("id").asLong();
        long wins = create(AMOUNT.formatted("赢下", 300)).path("id").asLong();
        application.bean(PipelineSnapshots.class).take();
        application.bean(PipelineSnapshots.class).take();
        BigDecimal opening = new BigDecimal(movement(today).path("closing").asString());
        change(grows, "{\"amount\":{\"amount\":\"150\",\"currency\":\"CNY\"},\"stage\":\"needs\"}");
        change(slips, "{\"closeDate\":\"2027-12-31\"}");
        change(wins, "{\"stage\":\"won\"}");
        create(AMOUNT.formatted("新来", 70));

        JsonNode moved = movement(today);
        assertThat(new BigDecimal(moved.path("opening").asString())).isEqualByComparingTo(opening);
        assertThat(new BigDecimal(moved.path("closing").asString()))
                .isEqualByComparingTo(opening.add(new BigDecimal(50 - 300 + 70)));
        assertThat(part(moved, "won").path("count").asInt()).isOne();
        assertThat(part(moved, "came").path("now").asString()).isEqualTo("70.00");
        assertThat(part(moved, "slipped").path("count").asInt()).isOne();
        assertThat(part(moved, "ahead").path("count").asInt()).isOne();
        assertThat(admin.get("/api/pipelines/opportunity/movement/slipped?since=" + today)
                        .expect(200)
                        .body()
                        .at("/items/0/label")
                        .asString())
                .isEqualTo("推迟");
        admin.get("/api/pipelines/opportunity/movement?since=yesterday").expect(422);
        admin.get("/api/pipelines/customer/movement?since=" + today).expect(404);
    }

    private static final String AMOUNT = """
            {"name":"%s","customer":%%d,"closeDate":"2027-01-31","amount":{"amount":"%d","currency":"CNY"}}""";

    private static JsonNode movement(String since) {
        return admin.get("/api/pipelines/opportunity/movement?since=" + since)
                .expect(200)
                .body();
    }

    private static JsonNode part(JsonNode movement, String name) {
        return movement.path("parts")
                .valueStream()
                .filter(part -> part.path("part").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pipelines() {
        return admin.get("/api/pipelines").expect(200).body().at("/items/0");
    }

    private static void save(long version, String pipelines, int status) {
        admin.send(
                        "PUT",
                        "/api/pipelines/opportunity",
                        "{\"version\":%d,\"pipelines\":%s}".formatted(version, pipelines))
                .expect(status);
    }

    private static JsonNode create(String body) {
        return admin.post("/api/records/opportunity", body.formatted(customer))
                .expect(201)
                .body();
    }

    private static JsonNode change(long id, String values) {
        return admin.patch(
                        "/api/records/opportunity/" + id,
                        values.replaceFirst("\\{", "{\"version\":" + version(id) + ","))
                .expect(200)
                .body();
    }

    private static long version(long id) {
        return admin.get("/api/records/opportunity/" + id).expect(200).number("/version");
    }
}
