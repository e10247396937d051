package hengke.web.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hengke.kernel.transfer.reading.Cell;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetRow;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import hengke.testing.SettableClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions for figures, by people who see all, some and their own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsTest {
    private static final long SEED = Long.getLong("hengke.seed", new Random().nextLong());
    private static final Random RANDOM = new Random(SEED);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final List<String> DIMENSIONS = List.of(
            "{\"field\":\"stage\"}",
            "{\"field\":\"owner\"}",
            "{\"field\":\"owner\",\"bucket\":\"department\"}",
            "{\"field\":\"customer\"}",
            "{\"field\":\"customer.level\"}",
            "{\"field\":\"customer.region\",\"bucket\":\"province\"}",
            "{\"field\":\"closeDate\",\"bucket\":\"month\"}",
            "{\"field\":\"closeDate\",\"bucket\":\"week\"}",
            "{\"field\":\"closeDate\",\"bucket\":\"weekday\"}",
            "{\"field\":\"createdAt\",\"bucket\":\"hour\"}",
            "{\"field\":\"customer.tags\"}",
            "{\"field\":\"amount\",\"ranges\":[\"1000\",\"5000\"]}");
    private static final String MEASURES = """
            [{"function":"count"},{"function":"sum","field":"amount"},{"function":"avg","field":"amount"},
             {"function":"countDistinct","field":"customer"},{"function":"max","field":"closeDate"}]""";
    /** How many figures of a level are opened. */
    private static final int OPENED = 5;

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient director;
    private static ApiClient seller;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        application = RunningApplication.startAt(
                new SettableClock("2026-06-15T02:00:00Z"),
                "--hengke.admin.login=ana",
                "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("ana", PASSWORD);
        long north =
                admin.post("/api/departments", "{\"name\":\"北区\"}").expect(201).number("/id");
        director = person("dora", role("区主管", "department"), north);
        seller = person("sam", role("区销售", "own"), north);
        List<ApiClient> all = List.of(admin, director, seller);
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            customers.add(created(all.get(i % 3), "customer", """
                            {"name":"客户%02d","level":%s,"region":%s,"tags":%s}""".formatted(
                            i,
                            pick("\"A\"", "\"B\"", "null"),
                            pick("\"310101\"", "\"3201\"", "\"440305\"", "null"),
                            pick("[]", "[\"重点\"]", "[\"重点\",\"老客户\"]"))));
        }
        for (int i = 0; i < 120; i++) {
            int of = RANDOM.nextInt(customers.size());
            created(all.get(of % 3), "opportunity", """
                    {"name":"商机%03d","customer":%d,"amount":"%d.%02d","closeDate":"%d-%02d-%02d"}""".formatted(
                            i,
                            customers.get(of),
                            RANDOM.nextInt(100, 9_000),
                            RANDOM.nextInt(100),
                            2025 + RANDOM.nextInt(2),
                            1 + RANDOM.nextInt(12),
                            1 + RANDOM.nextInt(28)));
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void every_figure_is_that_of_the_records_it_opens_for_whoever_asks() {
        for (int i = 0; i < 12; i++) {
            ObjectNode question = JSON.createObjectNode().put("object", "opportunity");
            List<String> ways = new ArrayList<>(DIMENSIONS);
            Collections.shuffle(ways, RANDOM);
            int rows = RANDOM.nextInt(3);
            ways.subList(0, rows).forEach(way -> question.withArray("rows").add(JSON.readTree(way)));
            ways.subList(rows, rows + RANDOM.nextInt(2))
                    .forEach(way -> question.withArray("columns").add(JSON.readTree(way)));
            question.set("measures", JSON.readTree(MEASURES));
            if (RANDOM.nextBoolean()) {
                question.set(
                        "period", JSON.readTree("{\"field\":\"closeDate\",\"range\":{\"last\":9,\"unit\":\"month\"}}"));
            }
            if (RANDOM.nextInt(3) == 0) {
                question.set("filter", JSON.readTree("{\"field\":\"amount\",\"op\":\"gt\",\"value\":\"800\"}"));
            }
            if (RANDOM.nextInt(3) == 0) {
                question.put("top", 3).set("sort", JSON.readTree("{\"by\":\"sum_amount\",\"descending\":true}"));
            }
            ApiClient reader = List.of(admin, director, seller).get(i % 3);
            JsonNode answer = run(reader, question.toString());
            for (JsonNode level : answer.path("levels")) {
                List<JsonNode> cells = new ArrayList<>(level.path("cells").values());
                Collections.shuffle(cells, RANDOM);
                for (JsonNode cell : cells.subList(0, Math.min(cells.size(), OPENED))) {
                    ObjectNode filter = JSON.createObjectNode();
                    ArrayNode all = filter.putArray("and");
                    if (!answer.path("filter").isNull()) {
                        all.add(answer.path("filter"));
                    }
                    for (int place = 0; place < level.path("by").size(); place++) {
                        all.add(member(answer, level, cell, place).path("filter"));
                    }
                    ObjectNode asked = JSON.createObjectNode();
                    asked.set("measures", JSON.readTree(MEASURES));
                    if (!all.isEmpty()) {
                        asked.set("filter", filter);
                    }
                    JsonNode totals = reader.post("/api/records/opportunity/aggregate", asked.toString())
                            .expect(200)
                            .body()
                            .path("totals");
                    assertThat(numbers(cell.path("values")))
                            .as("seed %d %s %s", SEED, question, all)
                            .isEqualTo(numbers(JSON.createArrayNode()
                                    .add(totals.path("count"))
                                    .add(
                                            totals.path("sum_amount").isNull()
                                                    ? JSON.getNodeFactory().stringNode("0")
                                                    : totals.path("sum_amount"))
                                    .add(totals.path("avg_amount"))
                                    .add(totals.path("countDistinct_customer"))
                                    .add(totals.path("max_closeDate"))));
                }
            }
        }
    }

    @Test
    void the_first_groups_and_the_others_are_everything() {
        for (String sort : List.of("sum_amount", "half")) {
            JsonNode answer = run(admin, """
                    {"object":"opportunity","rows":[{"field":"customer"},{"field":"stage"}],"measures":[
                      {"function":"sum","field":"amount"},{"function":"count"},
                      {"name":"half","formula":"sum_amount / 2"}],
                     "sort":{"by":"%s","descending":true},"top":4,"others":true}""".formatted(sort));
            List<JsonNode> groups = cells(answer, "[0]");
            assertThat(groups).hasSize(5);
            assertThat(answer.at("/dimensions/0/members/4/label").asString()).isEqualTo("其他");
            List<BigDecimal> amounts =
                    groups.stream().map(cell -> number(cell, 0)).toList();
            assertThat(amounts.subList(0, 4)).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(amounts.stream().reduce(BigDecimal::add).orElseThrow())
                    .isEqualByComparingTo(number(cells(answer, "[]").getFirst(), 0));
            assertThat(number(groups.getFirst(), 2))
                    .isEqualByComparingTo(number(groups.getFirst(), 0).divide(BigDecimal.TWO));
        }
    }

    @Test
    void only_groups_that_fulfil_what_is_asked_of_them_are_shown_and_the_total_stays() {
        String question = """
                {"object":"opportunity","rows":[{"field":"customer"}],"measures":[{"function":"count"}]%s}""";
        JsonNode all = run(admin, question.formatted(""));
        JsonNode some =
                run(admin, question.formatted(",\"having\":[{\"measure\":\"count\",\"op\":\"ge\",\"value\":6}]"));
        assertThat(cells(some, "[0]"))
                .hasSizeLessThan(cells(all, "[0]").size())
                .allSatisfy(cell -> assertThat(number(cell, 0)).isGreaterThanOrEqualTo(new BigDecimal(6)));
        assertThat(cells(some, "[]")).isEqualTo(cells(all, "[]"));
    }

    @Test
    void a_year_is_compared_with_the_one_before_month_by_month() {
        JsonNode answer = run(admin, """
                {"object":"opportunity","rows":[{"field":"closeDate","bucket":"month"}],
                 "measures":[{"function":"sum","field":"amount"}],"gaps":true,
                 "period":{"field":"closeDate","range":"thisYear"},"compare":"lastYear"}""");
        assertThat(answer.at("/dimensions/0/members")).hasSize(12);
        assertThat(answer.at("/dimensions/0/members/0/label").asString()).isEqualTo("2026年01月");
        JsonNode before = run(admin, """
                {"object":"opportunity","rows":[{"field":"closeDate","bucket":"month"}],
                 "measures":[{"function":"sum","field":"amount"}],
                 "period":{"field":"closeDate","range":"lastYear"}}""");
        Map<String, BigDecimal> lastYear = byMonth(before, "values");
        assertThat(lastYear).isNotEmpty();
        Map<String, BigDecimal> beside = byMonth(answer, "before");
        beside.keySet()
                .removeIf(month ->
                        !lastYear.containsKey(month) && beside.get(month).signum() == 0);
        assertThat(beside).as("a month without any is nought there").isEqualTo(lastYear);
        assertThat(number(cells(answer, "[]").getFirst().path("before"), 0))
                .isEqualByComparingTo(number(cells(before, "[]").getFirst(), 0));
    }

    @Test
    void days_to_come_are_no_gap_and_the_sum_of_nothing_is_nought() {
        JsonNode answer = run(admin, """
                {"object":"opportunity","rows":[{"field":"createdAt","bucket":"month"}],"gaps":true,
                 "measures":[{"function":"count"}],"period":{"field":"createdAt","range":"thisYear"}}""");
        assertThat(answer.at("/dimensions/0/members").values().stream()
                        .map(member -> member.path("label").asString()))
                .containsExactly("2026年01月", "2026年02月", "2026年03月", "2026年04月", "2026年05月", "2026年06月");
        JsonNode nothing = run(admin, """
                {"object":"opportunity","filter":{"field":"amount","op":"gt","value":"1000000000"},
                 "measures":[{"function":"count"},{"function":"sum","field":"amount"},{"function":"avg","field":"amount"}]}""");
        JsonNode total = cells(nothing, "[]").getFirst();
        assertThat(number(total, 0)).isZero();
        assertThat(number(total, 1)).isZero();
        assertThat(total.path("values").get(2).isNull()).isTrue();
    }

    @Test
    void shares_add_up_to_one_and_what_runs_ends_at_the_total() {
        JsonNode answer = run(admin, """
                {"object":"opportunity","rows":[{"field":"closeDate","bucket":"quarter"}],"columns":[{"field":"stage"}],
                 "measures":[{"name":"s","function":"sum","field":"amount","show":"share"},
                   {"name":"r","function":"sum","field":"amount","show":"running"},
                   {"name":"w","function":"sum","field":"amount","show":"shareOfRow"},
                   {"name":"c","function":"sum","field":"amount","show":"shareOfColumn"},
                   {"name":"d","function":"sum","field":"amount","show":"change"},
                   {"name":"g","function":"sum","field":"amount","show":"growth"},
                   {"name":"v","function":"sum","field":"amount"}]}""");
        List<JsonNode> quarters = cells(answer, "[0]");
        BigDecimal total = number(cells(answer, "[]").getFirst(), 6);
        assertThat(sum(quarters, 0)).isCloseTo(BigDecimal.ONE, within(new BigDecimal("0.000001")));
        assertThat(number(quarters.getLast(), 1)).isEqualByComparingTo(total);
        assertThat(quarters).allSatisfy(cell -> assertThat(number(cell, 2)).isEqualByComparingTo(BigDecimal.ONE));
        assertThat(cells(answer, "[1]"))
                .allSatisfy(cell -> assertThat(number(cell, 3)).isEqualByComparingTo(BigDecimal.ONE));
        for (int i = 1; i < quarters.size(); i++) {
            BigDecimal change = number(quarters.get(i), 6).subtract(number(quarters.get(i - 1), 6));
            assertThat(number(quarters.get(i), 4)).isEqualByComparingTo(change);
            assertThat(number(quarters.get(i), 5).doubleValue())
                    .isEqualTo(
                            change.doubleValue()
                                    / number(quarters.get(i - 1), 6).doubleValue(),
                            within(1e-6));
        }
        assertThat(quarters.getFirst().path("values").get(4).isNull()).isTrue();
    }

    @Test
    void what_belongs_to_a_record_is_counted_at_its_own_grain() {
        JsonNode answer = run(admin, """
                {"object":"customer","rows":[{"field":"level"}],"measures":[{"function":"count"},
                  {"name":"deals","function":"count","of":"opportunities"},
                  {"name":"worth","function":"sum","of":"opportunities","field":"amount"}]}""");
        JsonNode deals = run(
                admin,
                "{\"object\":\"opportunity\",\"measures\":[{\"function\":\"count\"},{\"function\":\"sum\",\"field\":\"amount\"}]}");
        JsonNode total = cells(answer, "[]").getFirst();
        assertThat(number(total, 0)).isEqualByComparingTo("24");
        assertThat(number(total, 1))
                .isEqualByComparingTo(number(cells(deals, "[]").getFirst(), 0));
        assertThat(number(total, 2))
                .isEqualByComparingTo(number(cells(deals, "[]").getFirst(), 1));
        JsonNode above = run(admin, """
                {"object":"opportunity","measures":[{"function":"countDistinct","field":"customer"},
                  {"name":"customers","function":"countDistinct","field":"customer.name"}]}""");
        JsonNode its = cells(above, "[]").getFirst();
        assertThat(number(its, 1)).isEqualByComparingTo(number(its, 0));
    }

    @Test
    void what_is_hidden_is_refused_as_what_does_not_exist() {
        long role = admin.post("/api/roles", """
                        {"name":"不看金额","grants":[{"object":"opportunity","verb":"read","scope":"all"}],
                         "fields":[{"object":"opportunity","field":"amount","right":"hidden"}]}""").expect(201).number("/id");
        ApiClient blind = person("bob", role, 0);
        String sum = "{\"object\":\"opportunity\",\"measures\":[{\"function\":\"sum\",\"field\":\"%s\"}]}";
        String hidden = blind.post("/api/reports/run", sum.formatted("amount"))
                .expect(422)
                .body()
                .at("/errors/0/message")
                .asString();
        String unknown = blind.post("/api/reports/run", sum.formatted("nothing"))
                .expect(422)
                .body()
                .at("/errors/0/message")
                .asString();
        assertThat(hidden.replace("amount", "nothing")).isEqualTo(unknown);
        blind.post("/api/reports/run", "{\"object\":\"contract\",\"measures\":[{\"function\":\"count\"}]}")
                .expect(422);
        // the customers behind the opportunities are not seen, and so are no groups
        JsonNode behind = run(blind, """
                {"object":"opportunity","rows":[{"field":"customer"}],"measures":[{"function":"count"}]}""");
        assertThat(behind.at("/dimensions/0/members").values().stream()
                        .map(member -> member.path("label").asString())
                        .distinct())
                .containsExactly("（无权查看）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'object':'nothing','measures':[{'function':'count'}]} | object",
                "{'object':'opportunity'} | measures",
                "{'object':'opportunity','measures':[{'function':'count'}],'colour':'red'} | colour",
                "{'object':'opportunity','measures':[{'function':'count'},{'function':'count'}]} | measures[1].name",
                "{'object':'opportunity','measures':[{'function':'count'}],'compare':'lastYear'} | compare",
                "{'object':'opportunity','measures':[{'function':'count'}],'period':{'field':'closeDate'}} | period",
                "{'object':'opportunity','measures':[{'function':'count'}],'period':{'field':'closeDate','range':'x'}} | period.range",
                "{'object':'opportunity','measures':[{'function':'count'}],'period':{'field':'x','range':'today'}} | period.field",
                "{'object':'opportunity','measures':[{'function':'count'}],'sort':{'by':'x'}} | sort.by",
                "{'object':'opportunity','measures':[{'function':'count'}],'top':0} | top",
                "{'object':'opportunity','measures':[{'function':'count'}],'having':[{'measure':'count','op':'like','value':1}]} | having[0].op",
                "{'object':'opportunity','measures':[{'name':'x','formula':'count / 2'}]} | measures[0].formula",
                "{'object':'opportunity','measures':[{'function':'count'},{'name':'x','formula':'count /'}]} | measures[1].formula",
                "{'object':'opportunity','measures':[{'function':'count'},{'name':'x','formula':'count > 1'}]} | measures[1].formula",
                "{'object':'opportunity','measures':[{'function':'count','show':'upside'}]} | measures[0].show",
                "{'object':'opportunity','rows':[{'field':'amount'}],'measures':[{'function':'count'}]} | rows[0].field",
                "{'object':'opportunity','columns':[{'field':'nope'}],'measures':[{'function':'count'}]} | columns[0].field",
            })
    void what_makes_no_sense_is_refused_where_it_stands(String question, String at) {
        JsonNode problem = admin.post("/api/reports/run", question.replace('\'', '"'))
                .expect(422)
                .body();
        assertThat(problem.at("/errors/0/field").asString())
                .as(problem.toString())
                .isEqualTo(at);
    }

    @Test
    void a_kept_report_is_changed_by_its_owner_only_and_read_with_the_readers_eyes() {
        String report = """
                {"name":"各客户金额","folder":"销售","shared":%s,"chart":{"kind":"bar"},
                 "question":{"object":"opportunity","rows":[{"field":"owner"}],"measures":[{"function":"count"}]}}""";
        JsonNode own = seller.post("/api/reports", report.formatted("false"))
                .expect(201)
                .body();
        long id = own.path("id").asLong();
        director.get("/api/reports/" + id).expect(404);
        JsonNode shared = seller.patch("/api/reports/" + id, "{\"version\":1,\"shared\":true}")
                .expect(200)
                .body();
        assertThat(shared.path("version").asLong()).isEqualTo(2);
        seller.patch("/api/reports/" + id, "{\"version\":1,\"name\":\"旧\"}").expect(409);
        JsonNode found = director.get("/api/reports/" + id).expect(200).body();
        assertThat(found.path("changeable").asBoolean()).isFalse();
        director.patch("/api/reports/" + id, "{\"version\":2,\"name\":\"我的\"}").expect(403);
        director.delete("/api/reports/%d?version=2".formatted(id)).expect(403);
        BigDecimal mine = number(
                cells(run(seller, shared.path("question").toString()), "[]").getFirst(), 0);
        BigDecimal theirs = number(
                cells(run(director, found.path("question").toString()), "[]").getFirst(), 0);
        assertThat(theirs).isGreaterThan(mine);
        seller.post("/api/reports", report.formatted("true").replace("\"bar\"", "\"cake\""))
                .expect(422);
        seller.post("/api/reports", report.formatted("true").replace("各客户金额", " "))
                .expect(422);
        admin.delete("/api/reports/%d?version=2".formatted(id)).expect(204);
        seller.get("/api/reports/" + id).expect(404);
    }

    @Test
    void reports_and_dashboards_the_product_brings_are_answered_in_both_languages() {
        List<JsonNode> items = admin.get("/api/reports").expect(200).body().path("items").values().stream()
                .filter(report -> report.path("shipped").asBoolean())
                .toList();
        assertThat(items).isNotEmpty();
        ApiClient english = new ApiClient(application).signIn("ana", PASSWORD).speaking("en-US");
        for (JsonNode item : items) {
            String key = item.path("id").asString();
            JsonNode whole = english.get("/api/reports/" + key).expect(200).body();
            assertThat(whole.path("question").toString()).as(key).doesNotContainPattern("\\p{IsHan}");
            run(admin, whole.path("question").toString());
        }
        List<String> known =
                items.stream().map(item -> item.path("id").asString()).toList();
        for (JsonNode dashboard :
                admin.get("/api/dashboards").expect(200).body().path("items")) {
            JsonNode whole = admin.get("/api/dashboards/" + dashboard.path("id").asString())
                    .expect(200)
                    .body();
            assertThat(whole.path("tiles").values())
                    .isNotEmpty()
                    .allSatisfy(tile ->
                            assertThat(known).contains(tile.path("report").asString()));
        }
        seller.get("/api/reports/receipts.month").expect(404);
    }

    @Test
    void a_dashboard_holds_reports_in_places() {
        String tiles =
                "[{\"report\":\"deals.stage\",\"x\":0,\"y\":0,\"w\":6,\"h\":4},{\"report\":7,\"x\":6,\"y\":0,\"w\":6,\"h\":4}]";
        JsonNode made = seller.post(
                        "/api/dashboards", "{\"name\":\"我的\",\"tiles\":%s,\"filters\":[\"period\"]}".formatted(tiles))
                .expect(201)
                .body();
        String path = "/api/dashboards/" + made.path("id").asLong();
        assertThat(made.path("tiles")).isEqualTo(JSON.readTree(tiles));
        director.get(path).expect(404);
        seller.patch(path, "{\"version\":1,\"tiles\":[{\"report\":7,\"x\":12,\"y\":0,\"w\":1,\"h\":1}]}")
                .expect(422);
        seller.patch(path, "{\"version\":1,\"filters\":[\"weather\"]}").expect(422);
        seller.patch(path, "{\"version\":1,\"shared\":true,\"filters\":[]}").expect(200);
        director.patch(path, "{\"version\":2,\"name\":\"x\"}").expect(403);
        assertThat(director.get(path).expect(200).body().path("filters")).isEmpty();
        seller.delete(path + "?version=1").expect(409);
        seller.delete(path + "?version=2").expect(204);
    }

    @Test
    void the_workbook_has_the_numbers_and_the_totals() throws IOException {
        String question = """
                {"object":"opportunity","rows":[{"field":"stage"}],"columns":[{"field":"customer.level"}],
                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]%s}""";
        Path file = Files.write(
                folder.resolve("report.xlsx"),
                admin.fileOf("/api/reports/export", question.formatted(",\"title\":\"阶段\"")));
        JsonNode total = cells(run(admin, question.formatted("")), "[]").getFirst();
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFile opened = SheetFile.open(file, "report.xlsx");
                RowStream stream = opened.rows(0)) {
            stream.forEachRemaining(rows::add);
        }
        List<Cell> last = rows.getLast().cells();
        assertThat(last.getFirst().text()).isEqualTo("合计");
        assertThat(last.get(last.size() - 2)).isEqualTo(new Cell.Number(number(total, 0), false));
        assertThat(new BigDecimal(last.getLast().text())).isEqualByComparingTo(number(total, 1));
    }

    private static JsonNode run(ApiClient reader, String question) {
        return reader.post("/api/reports/run", question).expect(200).body();
    }

    private static JsonNode member(JsonNode answer, JsonNode level, JsonNode cell, int place) {
        return answer.path("dimensions")
                .get(level.path("by").get(place).asInt())
                .path("members")
                .get(cell.path("at").get(place).asInt());
    }

    private static List<JsonNode> cells(JsonNode answer, String by) {
        return answer.path("levels").values().stream()
                .filter(level -> level.path("by").toString().equals(by))
                .findFirst()
                .orElseThrow()
                .path("cells")
                .values()
                .stream()
                .toList();
    }

    private static Map<String, BigDecimal> byMonth(JsonNode answer, String which) {
        return cells(answer, "[0]").stream()
                .filter(cell -> !cell.path(which).get(0).isNull())
                .collect(Collectors.toMap(
                        cell -> answer.at("/dimensions/0/members")
                                .get(cell.at("/at/0").asInt())
                                .path("value")
                                .asString()
                                .substring(5),
                        cell -> number(cell.path(which), 0)));
    }

    private static BigDecimal number(JsonNode cell, int place) {
        JsonNode values = cell.isArray() ? cell : cell.path("values");
        return new BigDecimal(values.get(place).asString());
    }

    private static BigDecimal sum(List<JsonNode> cells, int place) {
        return cells.stream().map(cell -> number(cell, place)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As texts, with numbers written one way. */
    private static List<String> numbers(JsonNode values) {
        return IntStream.range(0, values.size())
                .mapToObj(values::get)
                .map(value -> value.isNull()
                        ? "nothing"
                        : value.asString().matches("-?[0-9.]+")
                                ? new BigDecimal(value.asString())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                : value.asString())
                .toList();
    }

    private static String pick(String... choices) {
        return choices[RANDOM.nextInt(choices.length)];
    }

    private static long created(ApiClient by, String object, String values) {
        return by.post("/api/records/" + object, values).expect(201).number("/id");
    }

    private static long role(String name, String scope) {
        return admin.post("/api/roles", """
                        {"name":"%s","grants":[
                          {"object":"customer","verb":"read","scope":"%2$s"},{"object":"customer","verb":"create","scope":"%2$s"},
                          {"object":"opportunity","verb":"read","scope":"%2$s"},
                          {"object":"opportunity","verb":"create","scope":"%2$s"}]}""".formatted(name, scope)).expect(201).number("/id");
    }

    private static ApiClient person(String login, long role, long department) {
        admin.post("/api/users", """
                        {"login":"%1$s","name":"%1$s","password":"%2$s","roles":[%3$d]%4$s}""".formatted(
                                login, PASSWORD, role, department == 0 ? "" : ",\"department\":" + department))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }
}
