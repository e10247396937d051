package hengke.sales;

import static hengke.sales.SellersWorld.cell;
import static hengke.sales.SellersWorld.line;
import static hengke.sales.SellersWorld.opened;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.pipeline.PipelineSnapshots;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
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
    private static @Nullable SellersWorld sellers;

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
        assertThat(percent(made)).isEqualByComparingTo("10");
        assertThat(made.path("outcome").asString()).isEqualTo("open");
        assertThat(made.path("weightedAmount").asString()).isEqualTo("20000.00");
        assertThat(made.path("rotsOn").asString()).isNotEmpty();
    }

    @Test
    void the_probability_follows_the_stage_unless_somebody_knows_better() {
        long id = create("{\"name\":\"专线\",\"customer\":%d}").path("id").asLong();
        assertThat(percent(change(id, "{\"stage\":\"quote\"}"))).isEqualByComparingTo("60");
        assertThat(percent(change(id, "{\"probability\":75}"))).isEqualByComparingTo("75");
        assertThat(percent(change(id, "{\"stage\":\"proposal\",\"probability\":55}")))
                .isEqualByComparingTo("55");
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
    void a_deal_that_is_over_when_it_is_recorded_ended_on_the_day_it_tells() {
        String past =
                "{\"name\":\"旧账\",\"customer\":%d,\"stage\":\"won\",\"closeDate\":\"2024-03-05\",\"amount\":\"7\"}";
        assertThat(create(past).path("closedAt").asString()).isEqualTo("2024-03-04T16:00:00Z");
        Instant before = Instant.now().minusSeconds(60);
        assertThat(Instant.parse(
                        create(past.replace("2024", "2099")).path("closedAt").asString()))
                .as("not in the future")
                .isAfter(before);
        long open = create("{\"name\":\"进行\",\"customer\":%d,\"closeDate\":\"2024-03-05\",\"amount\":\"7\"}")
                .path("id")
                .asLong();
        assertThat(Instant.parse(
                        change(open, "{\"stage\":\"won\"}").path("closedAt").asString()))
                .as("was expected then, and is won now")
                .isAfter(before);
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
        String asked = shipped.path("pipelines").toString().replaceFirst("\"rate\":\"10[.0]*\"", "\"rate\":\"15\"");
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
    void it_goes_on_only_when_what_is_required_in_the_stages_behind_is_done() {
        JsonNode shipped = pipelines();
        save(
                shipped.path("version").asLong(),
                shipped.path("pipelines")
                        .toString()
                        .replace("\"key\":\"budget\",\"required\":false", "\"key\":\"budget\",\"required\":true")
                        .replace("\"key\":\"rivals\",\"required\":false", "\"key\":\"rivals\",\"required\":true"),
                200);
        try {
            long id = create(AMOUNT.formatted("任务", 100)).path("id").asLong();
            JsonNode refused = refused(id, "{\"stage\":\"quote\"}");
            assertThat(refused.at("/errors/0/field").asString()).isEqualTo("stage");
            assertThat(refused.at("/errors/0/message").asString()).contains("了解预算、了解竞争对手");
            assertThat(refused(id, "{\"stage\":\"won\"}").toString()).contains("了解预算");
            JsonNode moved = admin.post(
                            "/api/records/opportunity/bulk",
                            "{\"ids\":[%d],\"change\":{\"stage\":\"needs\"}}".formatted(id))
                    .body();
            assertThat(moved.toString()).contains("了解预算");
            assertThat(stageOf(id)).isEqualTo("contact");

            change(id, "{\"tasksDone\":[\"budget\",\"keyPerson\"]}");
            change(id, "{\"tasksDone\":[\"budget\"]}");
            JsonNode ticks = admin.get("/api/pipelines/of/opportunity/" + id + "/tasks")
                    .expect(200)
                    .body()
                    .path("items");
            assertThat(ticks.findValuesAsString("task")).containsExactly("budget");
            assertThat(ticks.at("/0/by").asString()).isNotEmpty();
            assertThat(ticks.at("/0/at").asString()).isNotEmpty();
            assertThat(change(id, "{\"stage\":\"needs\"}").path("tasksDone").toString())
                    .isEqualTo("[\"budget\"]");
            assertThat(refused(id, "{\"tasksDone\":[]}").at("/errors/0/field").asString())
                    .isEqualTo("tasksDone");
            change(id, "{\"stage\":\"contact\",\"tasksDone\":[]}");

            change(
                    id,
                    "{\"stage\":\"lost\",\"lossReason\":\"price\",\"competitor\":%d,\"review\":\"太贵\"}"
                            .formatted(rival));
            assertThat(refused(id, "{\"stage\":\"needs\"}").toString()).contains("了解预算");
            change(id, "{\"stage\":\"contact\"}");

            JsonNode now = pipelines();
            save(
                    now.path("version").asLong(),
                    now.path("pipelines").toString().replace("{\"key\":\"budget\",\"required\":true}", ""),
                    400);
            save(
                    now.path("version").asLong(),
                    now.path("pipelines").toString().replace(",{\"key\":\"budget\",\"required\":true}", ""),
                    200);
            change(id, "{\"stage\":\"needs\"}");
            save(
                    pipelines().path("version").asLong(),
                    pipelines().path("pipelines").toString().replace("\"rivals\"", "\"unheardOf\""),
                    422);
        } finally {
            save(pipelines().path("version").asLong(), shipped.path("pipelines").toString(), 200);
        }
    }

    /** The company's own rates have two digits, the shipped ones none. */
    private static BigDecimal percent(JsonNode opportunity) {
        return new BigDecimal(opportunity.path("probability").asString());
    }

    private static JsonNode refused(long id, String values) {
        return admin.patch(
                        "/api/records/opportunity/" + id,
                        values.replaceFirst("\\{", "{\"version\":" + version(id) + ","))
                .expect(422)
                .body();
    }

    private static String stageOf(long id) {
        return admin.get("/api/records/opportunity/" + id)
                .expect(200)
                .body()
                .path("stage")
                .asString();
    }

    @Test
    void a_board_is_one_answer_in_three_statements_with_the_numbers_of_cards_that_are_not_in_it() {
        for (int i = 0; i < 3; i++) {
            create(AMOUNT.formatted("看板" + i, 100 + i));
        }
        change(create(AMOUNT.formatted("看板在后", 50)).path("id").asLong(), "{\"stage\":\"quote\"}");
        String asked = """
                {"groupBy":"stage","sum":"amount","search":"看板","limit":2,"may":true,"sort":[{"field":"amount"}],
                "fields":["name","customer","amount","stage","tasksDone"]}""";
        AtomicInteger statements = new AtomicInteger();
        countForBoards(statements);
        JsonNode columns = admin.post("/api/records/opportunity/board", asked)
                .expect(200)
                .body()
                .path("columns");
        assertThat(statements.get()).isBetween(1, 3);
        JsonNode first = column(columns, "contact");
        assertThat(first.path("count").asInt()).isEqualTo(3);
        assertThat(new BigDecimal(first.path("sum").asString())).isEqualByComparingTo("303");
        assertThat(first.path("items").findValuesAsString("name")).containsExactly("看板0", "看板1");
        assertThat(first.at("/items/0/customer/label").asString()).isEqualTo("杭州启明软件有限公司");
        assertThat(first.at("/items/0/may").toString()).contains("edit");
        assertThat(column(columns, "quote").path("items").findValuesAsString("name"))
                .containsExactly("看板在后");
        assertThat(admin.post("/api/records/opportunity/query", """
                        {"filter":{"field":"stage","op":"eq","value":"contact"},"search":"看板","fields":["name"],
                        "sort":[{"field":"amount"}],"after":"%s"}""".formatted(
                                        first.path("next").asString()))
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsString("name"))
                .containsExactly("看板2");
        admin.post("/api/records/opportunity/board", "{\"groupBy\":\"name\"}").expect(422);
        admin.post("/api/records/opportunity/board", "{\"groupBy\":\"unheardOf\"}")
                .expect(422);
    }

    private static void countForBoards(AtomicInteger statements) {
        application
                .bean(DSLContext.class)
                .configuration()
                .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        // not what runs in the background meanwhile
                        if (StackWalker.getInstance()
                                .walk(frames -> frames.anyMatch(
                                        frame -> frame.getClassName().endsWith(".BoardController")))) {
                            statements.incrementAndGet();
                        }
                    }
                }));
    }

    private static JsonNode column(JsonNode columns, String value) {
        return columns.valueStream()
                .filter(column -> column.path("value").asString().equals(value))
                .findFirst()
                .orElseThrow();
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

    @Test
    void targets_stand_beside_what_was_won_with_the_parts_of_teams_and_departments() {
        SellersWorld world = sellers();
        SellersWorld.set(
                        admin,
                        "wonAmount",
                        cell("person", world.lin, "2025-03-01", "1000", 0),
                        cell("person", world.wang, "2025-03-01", "800", 0),
                        cell("person", world.xu, "2025-03-01", "500", 0),
                        cell("department", world.east, "2025-03-01", "2500", 0),
                        cell("department", world.east, "2025-02-01", "100", 0))
                .expect(200);
        world.won(world.lin, 600, "2025-03-31T23:30:00+08:00");
        world.member(world.won(world.lin, 400, "2025-03-10T10:00:00+08:00"), world.wang, 25);
        world.won(world.lin, 50, "2025-04-01T00:30:00+08:00");
        world.won(world.xu, 500, "2025-03-01T00:00:00+08:00");

        JsonNode march = completion(world.hua, "wonAmount", "month");
        JsonNode east = line(march, "department", world.east);
        assertThat(east.path("target").asString()).isEqualTo("2500.00");
        assertThat(east.path("people").asString()).isEqualTo("2300.00");
        assertThat(east.path("done").asString()).isEqualTo("1500.00");
        assertThat(opened(world.hua, east)).isEqualTo(3);
        JsonNode suzhou = line(march, "department", world.suzhou);
        assertThat(suzhou.path("target").isNull()).isTrue();
        assertThat(suzhou.path("aim").asString()).isEqualTo("500.00");
        assertThat(suzhou.path("done").asString()).isEqualTo("500.00");
        assertThat(line(march, "person", world.lin).path("done").asString()).isEqualTo("900.00");
        JsonNode wang = line(march, "person", world.wang);
        assertThat(wang.path("done").asString()).as("the part of a member").isEqualTo("100.00");
        assertThat(opened(world.hua, wang)).isOne();
        assertThat(march.at("/span/pace/passed").asInt()).isEqualTo(21);
        assertThat(line(completion(world.hua, "wonAmount", "quarter"), "department", world.east)
                        .path("target")
                        .asString())
                .isEqualTo("2600.00");
        JsonNode count = completion(world.hua, "wonCount", "month");
        assertThat(line(count, "person", world.lin).path("done").asString()).isEqualTo("2.00");
        assertThat(line(count, "person", world.wang).path("done").asString()).isEqualTo("0.00");
        assertThat(count.path("lines").findValuesAsString("label")).doesNotContain("admin");
        assertThat(completion(world.linsClient, "wonAmount", "month")
                        .path("lines")
                        .findValuesAsString("label"))
                .containsExactly("lin");
        assertThat(statements(() -> completion(world.hua, "wonAmount", "year"))).isEqualTo(2);

        JsonNode mine = world.hua
                .get("/api/targets/mine?span=year&whose=team")
                .expect(200)
                .body();
        assertThat(mine.path("items")).as("nothing is aimed at this year").isEmpty();
    }

    @Test
    void a_measure_is_unknown_to_whom_a_field_it_is_told_from_is_hidden() {
        SellersWorld world = sellers();
        ApiClient blind = world.reader(
                "blind",
                "{\"object\":\"opportunity\",\"field\":\"amount\",\"right\":\"hidden\"}",
                "opportunity",
                "customer");
        assertThat(measures(blind)).contains("wonCount", "newCustomers").doesNotContain("wonAmount");
        blind.get("/api/targets/wonAmount/completion").expect(404);
        blind.get("/api/targets/wonAmount/2025").expect(404);
        assertThat(measures(world.reader("desk", "", "customer")))
                .contains("newCustomers")
                .doesNotContain("wonCount");
        assertThat(measures(admin)).as("won opportunities only stand in").doesNotContain("dealAmount");
    }

    @Test
    void who_sets_targets_sees_whose_they_are_and_never_overwrites_what_somebody_else_just_set() {
        SellersWorld world = sellers();
        SellersWorld.set(world.linsClient, "wonCount", cell("person", world.lin, "2025-05-01", "99", 0))
                .expect(403);
        assertThat(SellersWorld.set(
                                world.hua,
                                "wonCount",
                                cell("person", world.lin, "2025-05-01", "9", 0),
                                cell("person", 1, "2025-05-01", "9", 0),
                                cell("person", world.wang, "2025-05-01", "-1", 0),
                                cell("person", world.wang, "2025-05-02", "1.5", 0))
                        .expect(422)
                        .body()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("cells[1].id", "cells[2].amount", "cells[3].amount", "cells[3].month");
        SellersWorld.set(world.hua, "wonCount", cell("person", world.lin, "2025-05-01", "9", 0))
                .expect(200);

        ApiClient.Answer late = SellersWorld.set(
                        admin,
                        "wonCount",
                        cell("person", world.wang, "2025-05-01", "4", 0),
                        cell("person", world.lin, "2025-05-01", "7", 0))
                .expect(409);
        assertThat(late.text("/code")).isEqualTo("stale");
        assertThat(late.body().path("cells")).hasSize(1);
        assertThat(late.text("/cells/0/amount")).isEqualTo("9.00");
        assertThat(late.text("/cells/0/by")).isEqualTo("hua");
        JsonNode rows = admin.get("/api/targets/wonCount/2025").expect(200).body();
        assertThat(month(rows, world.wang, 4).path("version").asInt())
                .as("all or none")
                .isZero();
        assertThat(month(rows, world.lin, 4).path("amount").asString()).isEqualTo("9.00");

        SellersWorld.set(admin, "wonCount", cell("person", world.lin, "2025-05-01", null, 1))
                .expect(200);
        JsonNode next = admin.get("/api/targets/wonCount/2026").expect(200).body();
        assertThat(month(next, world.lin, 4).path("previous").isNull()).isTrue();
        assertThat(month(admin.get("/api/targets/wonCount/2025").body(), world.lin, 4)
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.get("/api/logs/administration?kind=targets").body().toString())
                .contains("lin 2025-05");
    }

    private static SellersWorld sellers() {
        if (sellers == null) {
            sellers = new SellersWorld(application, admin, customer);
        }
        return sellers;
    }

    private static List<String> measures(ApiClient who) {
        return who.get("/api/targets").expect(200).body().path("items").findValuesAsString("key");
    }

    private static JsonNode completion(ApiClient who, String measure, String span) {
        return who.get("/api/targets/%s/completion?span=%s&on=2025-03-15".formatted(measure, span))
                .expect(200)
                .body();
    }

    private static JsonNode month(JsonNode year, long person, int month) {
        return year.path("rows")
                .valueStream()
                .filter(row -> row.path("id").asLong() == person
                        && row.path("kind").asString().equals("person"))
                .findFirst()
                .orElseThrow()
                .path("cells")
                .path(month);
    }

    /** How many statements ask for targets or for what was achieved; what looks whether settings have changed apart. */
    private static int statements(Runnable work) {
        AtomicInteger sent = new AtomicInteger();
        Configuration configuration = application.bean(DSLContext.class).configuration();
        ExecuteListenerProvider[] before = configuration.executeListenerProviders();
        ExecuteListenerProvider counting = new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                String sql = String.valueOf(context.sql());
                boolean here = StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getClassName().endsWith(".CompletionController")));
                if (here && (sql.contains("from target") || sql.contains("\"opportunity\""))) {
                    sent.incrementAndGet();
                }
            }
        });
        configuration.set(
                Stream.concat(Arrays.stream(before), Stream.of(counting)).toArray(ExecuteListenerProvider[]::new));
        work.run();
        configuration.set(before);
        return sent.get();
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
