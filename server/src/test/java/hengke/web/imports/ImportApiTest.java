package hengke.web.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportApiTest {
    private static final Path DATA = Path.of("../../shared/data/11_spreadsheets/constructed_cn");
    private static RunningApplication application;
    private static ApiClient admin;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_messy_file_is_understood_tried_and_taken_in_and_taken_back() throws IOException {
        Path file = folder.resolve("客户.csv");
        Files.writeString(file, """
                2026 年客户名单,,,,
                序号,客户名称*,联系人,手机号,省份,城市,等级
                1, 杭州青禾科技有限公司,上 官 子 宇,150 3867 6688,浙江,杭州市,A级
                2,宁波海纳物流有限公司　,程浩,+86 19145403888,浙江省,宁波市,B
                3,杭州青禾科技有限公司,重复,19145403889,浙江省,宁波市,B
                4,,无名,19145403880,浙江省,宁波市,B
                5,温州等级不对有限公司,王五,19145403881,浙江省,温州市,Z
                """, Charset.forName("GBK"));
        Answer preview = admin.upload("/api/imports", file, "object", "customer", "preview", "true")
                .expect(200);
        assertThat(preview.text("/file/encoding")).isEqualTo("GB18030");
        assertThat(preview.body().at("/columns/1/target").asString()).isEqualTo("name");
        assertThat(preview.body().at("/columns/2/target").asString()).isEqualTo("contacts.name");
        assertThat(preview.body().at("/columns/3/target").asString()).isEqualTo("contacts.phone");
        assertThat(preview.body().at("/columns/4/target").asString()).isEqualTo("region");
        assertThat(preview.body().at("/columns/5/target").asString()).isEqualTo("region");
        long id = preview.number("/id");
        long before = count();

        Answer tried =
                admin.post("/api/imports/" + id + "/run", "{\"dryRun\":true}").expect(200);
        assertThat(tried.text("/status")).isEqualTo("checked");
        assertThat(count()).isEqualTo(before);
        assertThat(tried.number("/progress/created")).isEqualTo(2);
        assertThat(tried.number("/progress/failed")).isEqualTo(2);
        assertThat(tried.number("/progress/skipped")).isEqualTo(1);

        Answer run =
                admin.post("/api/imports/" + id + "/run", "{\"dryRun\":false}").expect(200);
        assertThat(run.text("/status")).isEqualTo("done");
        assertThat(count()).isEqualTo(before + 2);
        assertThat(run.body().at("/rows/4/errors").toString()).contains("\"field\":\"level\"");
        Answer contact = admin.post("/api/records/contact/query", "{\"search\":\"上官子宇\"}")
                .expect(200);
        assertThat(contact.text("/items/0/customer/label")).isEqualTo("杭州青禾科技有限公司");
        assertThat(contact.text("/items/0/phone")).contains("15038676688");

        admin.post("/api/operations/" + run.number("/operation") + "/undo", "{}")
                .expect(200);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void the_same_customers_arrive_from_every_file_whatever_its_form() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the example data is not there");
        String last = Files.readAllLines(DATA.resolve("expected_normalised.csv"), UTF_8)
                .getLast()
                .split(",")[1];
        Set<String> known = new TreeSet<>(arrived(Set.of()));
        Set<String> first = new TreeSet<>();
        for (String name : List.of(
                "customers_gbk_crlf.csv",
                "customers_gb18030_rare_chars.csv",
                "customers_utf8_bom_crlf.csv",
                "customers_utf8_nobom_semicolon_lf.csv",
                "customers_utf16le_tab_excel_unicode.txt",
                "customers_merged_title_two_row_header.xlsx")) {
            Answer run = admin.upload("/api/imports", DATA.resolve(name), "object", "customer")
                    .expect(200);
            Answer job = admin.get("/api/imports/" + run.number("/import")).expect(200);
            assertThat(job.number("/progress/failed"))
                    .as("%s %s", name, job.body().at("/rows"))
                    .isZero();
            assertThat(job.number("/progress/created")).as(name).isEqualTo(200);
            List<String> arrived = arrived(known);
            assertThat(arrived)
                    .as(name)
                    .hasSize(200)
                    .anyMatch(row -> row.startsWith(last + "|")
                            && row.chars().filter(each -> each == '|').count() == 4);
            if (first.isEmpty()) {
                first.addAll(arrived);
            }
            assertThat(arrived).as(name).containsExactlyInAnyOrderElementsOf(first);
            admin.post("/api/operations/" + run.number("/id") + "/undo", "{}").expect(200);
        }
    }

    @Test
    void a_real_pipeline_arrives_whole_and_its_totals_are_those_of_the_files() throws IOException {
        assumeTrue(Files.isDirectory(RealPipeline.DATA), "the example data is not there");
        RealPipeline pipeline = new RealPipeline(admin, folder);
        pipeline.people();
        pipeline.customers();
        assertThat(pipeline.opportunities()).as("refused without an account").hasSize(1_425);

        assertThat(figures("stage", "count", "", false))
                .containsEntry("won", "4238")
                .containsEntry("lost", "2473")
                .containsEntry("engaging", "1589")
                .containsEntry("prospecting", "500");
        assertThat(figures("stage", "sum", "amount", true)).containsEntry("won", "10005534.00");
        assertThat(figures("stage", "avg", "amount", true).get("won")).startsWith("2360.909");
        assertThat(figures("owner", "sum", "amount", true)).isEqualTo(pipeline.won(RealPipeline::agent));
        assertThat(figures("closeDate", "sum", "amount", true))
                .containsEntry("2017-03", "1134672.00")
                .containsEntry("2017-12", "1131573.00")
                .isEqualTo(pipeline.won(RealPipeline::month));
        assertThat(figures("closedAt", "sum", "amount", true))
                .as("past deals were closed when they were")
                .isEqualTo(pipeline.won(RealPipeline::month));

        JsonNode year = admin.get("/api/targets/wonAmount/completion?span=year&on=2017-06-30")
                .expect(200)
                .body();
        Map<String, String> teams = new TreeMap<>();
        year.path("lines")
                .valueStream()
                .filter(line -> line.path("label").asString().startsWith("Team of "))
                .forEach(line -> teams.put(
                        line.path("label").asString(), line.path("done").asString()));
        assertThat(teams).isEqualTo(pipeline.won(row -> "Team of " + pipeline.manager(row)));

        admin.post("/api/catalog/opportunity/fields/cycle", """
                        {"kind":"formula","label":"Cycle","formula":"daysBetween({c_engaged},{closeDate})"}""").expect(201);
        assertThat(figures("stage", "avg", "c_cycle", false).get("won")).startsWith("51.7");
        assertThat(figures("stage", "avg", "c_cycle", false).get("lost")).startsWith("41.4");
    }

    /** One figure for each group, as a person would call it; months of days. */
    private static Map<String, String> figures(String field, String function, String of, boolean won) {
        ObjectNode asked = JsonMapper.shared().createObjectNode().put("limit", 500);
        if (won) {
            asked.putObject("filter").put("field", "stage").put("op", "eq").put("value", "won");
        }
        ObjectNode group = asked.putArray("groups").addObject().put("field", field);
        if (field.startsWith("close")) {
            group.put("bucket", "month");
        }
        ObjectNode measure = asked.putArray("measures").addObject().put("function", function);
        if (!of.isEmpty()) {
            measure.put("field", of);
        }
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode row : admin.post("/api/records/opportunity/aggregate", asked.toString())
                .expect(200)
                .body()
                .path("rows")) {
            JsonNode key = row.path(field);
            String name = key.isObject() ? key.path("label").asString() : key.asString();
            figures.put(
                    field.startsWith("close") ? name.substring(0, 7) : name,
                    row.path(of.isEmpty() ? function : function + "_" + of).asString());
        }
        return figures;
    }

    @Test
    void a_fault_is_told_in_the_language_of_its_reader_beside_what_stood_in_the_cell() throws IOException {
        Path file = folder.resolve("faults.csv");
        Files.writeString(file, "客户名称,等级,负责人\n温州等级不对有限公司,Z,admin\n");
        long id = admin.upload("/api/imports", file, "object", "customer", "preview", "true")
                .expect(200)
                .number("/id");
        admin.post("/api/imports/" + id + "/run", "{\"dryRun\":true}").expect(200);

        Answer chinese = admin.get("/api/imports/" + id + "/rows").expect(200);
        assertThat(chinese.text("/items/0/errors/0/message")).isEqualTo("没有“Z”这个选项，可选：A 级、B 级、C 级、D 级");
        assertThat(chinese.text("/items/0/values/level")).isEqualTo("Z");
        assertThat(chinese.text("/items/0/values/owner")).isEqualTo("admin");

        Answer english = new ApiClient(application)
                .signIn("admin", "Yuntu-2026-heng")
                .speaking("en-US")
                .get("/api/imports/" + id + "/rows")
                .expect(200);
        assertThat(english.text("/items/0/errors/0/message"))
                .isEqualTo("There is no option \"Z\"; choose from: A, B, C, D");
    }

    /** The customers that were not known before, each as its name, region and revenue and its contact's name and phone. */
    private static List<String> arrived(Set<String> known) {
        Map<Long, String> contacts = new HashMap<>();
        pages("contact", "\"name\",\"phone\",\"customer\"")
                .forEach(each -> contacts.put(
                        each.at("/customer/id").asLong(),
                        each.path("name").asString() + "|" + each.path("phone").asString()));
        // one of the files ends some names with characters that only GB18030 has
        return pages("customer", "\"name\",\"region\",\"revenue\"").stream()
                .map(each -> "%s|%s|%s|%s"
                        .formatted(
                                each.path("name").asString().replaceFirst("𠮷䶮㛃镕堃$", ""),
                                each.path("region").asString(),
                                each.at("/revenue/amount").asString(),
                                contacts.get(each.path("id").asLong())))
                .filter(row -> !known.contains(row))
                .toList();
    }

    private static List<JsonNode> pages(String object, String fields) {
        List<JsonNode> records = new ArrayList<>();
        String after = "";
        do {
            Answer page = admin.post(
                            "/api/records/" + object + "/query",
                            "{\"limit\":500,\"fields\":[%s]%s}".formatted(fields, after))
                    .expect(200);
            page.body().path("items").forEach(records::add);
            JsonNode next = page.body().path("next");
            after = next.isString() ? ",\"after\":\"" + next.asString() + "\"" : "";
        } while (!after.isEmpty());
        return records;
    }

    private static long count() {
        return admin.post("/api/records/customer/query", "{\"count\":\"exact\",\"limit\":1}")
                .expect(200)
                .number("/count/value");
    }
}
