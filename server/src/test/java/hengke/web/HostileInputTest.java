package hengke.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, the answer is a refusal that says why, nothing is stored, and the next person is served. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileInputTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CUSTOMERS = "/api/records/customer";

    @TempDir
    Path folder;

    private static RunningApplication application;
    private static ApiClient admin;
    private long before;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void countBefore() {
        before = count();
    }

    @AfterEach
    void everybody_else_is_served() {
        admin.get("/api/catalog").expect(200);
        long id = admin.post(CUSTOMERS, name("平常的客户")).expect(201).number("/id");
        admin.delete(CUSTOMERS + "/" + id).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"name\"",
                "{\"name\":\"a\",}",
                "{\"name\":NaN}",
                "{'name':'a'}",
                "{\"name\":\"\\uZZZZ\"}",
                "{\"name\":\"a\u0001b\"}",
                "{\"nmae\":\"a\"}",
                "{\"name\":\"a\",\"__proto__\":{}}",
                "{\"name\":\"a\",\"id\":1}",
                "{\"name\":\"a\",\"version\":1}",
                "{\"name\":\"a\",\"createdBy\":1}",
                "{\"name\":\"a\",\"deletedAt\":null}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"a\\ud800b\"}",
                "{\"name\":\"a\\udc00\"}",
                "{\"name\":\"a\",\"remarks\":\"\\udfff\"}",
                "{\"name\":\"a\",\"tags\":[\"\\ud800\"]}",
                "{\"name\":\"a\",\"tags\":[\"\\u0000\"]}",
                "{\"name\":\"a\",\"address\":{\"street\":\"\\u0000\"}}",
                "{\"\\u0000\":1}",
                "{\"\\ud800\":1}"
            })
    void malformed_bodies_and_impossible_characters_are_refused(String body) {
        refused(admin.post(CUSTOMERS, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":7",
                "\"name\":true",
                "\"name\":{\"a\":1}",
                "\"name\":[\"a\"]",
                "\"name\":null",
                "\"name\":\"  \"",
                "\"level\":1",
                "\"level\":\"Z\"",
                "\"industry\":[]",
                "\"phone\":138",
                "\"website\":\"javascript:alert(1)\"",
                "\"website\":{}",
                "\"region\":310115",
                "\"region\":\"999999\"",
                "\"address\":7",
                "\"address\":{}",
                "\"address\":[1]",
                "\"employees\":\"many\"",
                "\"employees\":1.5",
                "\"employees\":-1",
                "\"employees\":1e999999999",
                "\"employees\":99999999999999999999999",
                "\"employees\":true",
                "\"revenue\":1e999999999",
                "\"revenue\":\"1e999999999\"",
                "\"revenue\":1e-999999999",
                "\"revenue\":99999999999999.999",
                "\"revenue\":\"NaN\"",
                "\"revenue\":{\"amount\":\"1.234\",\"currency\":\"CNY\"}",
                "\"revenue\":{\"amount\":\"1\",\"currency\":\"XXX\"}",
                "\"revenue\":{\"amount\":{}}",
                "\"revenue\":{}",
                "\"parent\":0",
                "\"parent\":-1",
                "\"parent\":9223372036854775807",
                "\"parent\":9223372036854775808",
                "\"parent\":1e999999999",
                "\"parent\":\"1 or 1=1\"",
                "\"parent\":{\"id\":{}}",
                "\"owner\":99999999",
                "\"owner\":\"me\"",
                "\"tags\":\"重点\"",
                "\"tags\":[1]",
                "\"tags\":[[\"a\"]]",
                "\"tags\":[\"\"]",
                "\"nextContactAt\":\"tomorrow\"",
                "\"nextContactAt\":\"+999999999-12-31T23:59:59Z\"",
                "\"nextContactAt\":1e999999999",
                "\"lastContactAt\":\"2026-01-01T00:00:00Z\""
            })
    void values_of_the_wrong_kind_or_size_are_refused_at_their_field(String value) {
        Answer answer = admin.post(
                CUSTOMERS, value.startsWith("\"name\"") ? "{" + value + "}" : "{\"name\":\"错的值\"," + value + "}");
        refused(answer);
        if (answer.status() == 422) {
            assertThat(value).startsWith("\"" + answer.text("/errors/0/field") + "\"");
        }
    }

    @Test
    void text_over_its_length_is_refused() {
        refused(admin.post(CUSTOMERS, name("长".repeat(10_000))));
        refused(admin.post(CUSTOMERS, "{\"name\":\"a\",\"remarks\":\"" + "长".repeat(2_000_000) + "\"}"));
        refused(admin.post(CUSTOMERS, "{\"" + "k".repeat(60_000) + "\":1}"));
        refused(admin.post(CUSTOMERS, "{\"name\":\"a\",\"tags\":[" + tags(5_000) + "]}"));
        refused(admin.post(CUSTOMERS, "{\"name\":\"a\",\"employees\":" + "9".repeat(900_000) + "}"));
    }

    private static String tags(int count) {
        var all = new StringBuilder("\"t\"");
        for (int i = 0; i < count; i++) {
            all.append(",\"t").append(i).append('"');
        }
        return all.toString();
    }

    @Test
    void nesting_without_end_is_refused() {
        int deep = 100_000;
        refused(admin.post(CUSTOMERS, "[".repeat(deep)));
        refused(admin.post(CUSTOMERS, "{\"name\":" + "[".repeat(deep) + "]".repeat(deep) + "}"));
        refused(admin.post(
                CUSTOMERS + "/query", "{\"filter\":" + "{\"not\":".repeat(deep) + "{}" + "}".repeat(deep + 1)));
        refused(admin.post(
                CUSTOMERS + "/query",
                "{\"filter\":" + "{\"not\":".repeat(400) + "{\"field\":\"name\",\"op\":\"empty\"}" + "}".repeat(401)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":{}}",
                "{\"filter\":[]}",
                "{\"filter\":\"name = 1\"}",
                "{\"filter\":{\"and\":[]}}",
                "{\"filter\":{\"or\":[]}}",
                "{\"filter\":{\"not\":{}}}",
                "{\"filter\":{\"and\":{}}}",
                "{\"filter\":{\"and\":[{}]}}",
                "{\"filter\":{\"field\":\"name\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"eq\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":null}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"like\",\"value\":\"%\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"gt\",\"value\":\"a\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"in\",\"value\":[]}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":\"\\u0000\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"contains\",\"value\":\"\\ud800\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"empty\",\"value\":1}}",
                "{\"filter\":{\"field\":\"name; drop table customer\",\"op\":\"empty\"}}",
                "{\"filter\":{\"field\":\"name\\\" or 1=1 --\",\"op\":\"empty\"}}",
                "{\"filter\":{\"field\":\"deleted_at\",\"op\":\"empty\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"empty\",\"extra\":1}}",
                "{\"filter\":{\"field\":\"parent.parent.parent.parent.parent.name\",\"op\":\"gt\",\"value\":1}}",
                "{\"filter\":{\"field\":\"id\",\"op\":\"eq\",\"value\":1e999999999}}",
                "{\"filter\":{\"field\":\"revenue\",\"op\":\"gt\",\"value\":1e999999999}}",
                "{\"filter\":{\"field\":\"createdAt\",\"op\":\"during\",\"value\":\"forever\"}}",
                "{\"filter\":{\"field\":\"createdAt\",\"op\":\"between\",\"value\":[1]}}",
                "{\"filter\":{\"field\":\"region\",\"op\":\"under\",\"value\":\"'\"}}",
                "{\"filter\":{\"exists\":\"nothing\"}}",
                "{\"filter\":{\"exists\":\"contacts\",\"where\":{}}}",
                "{\"fitler\":{\"field\":\"name\",\"op\":\"empty\"}}",
                "{\"sort\":[{\"field\":\"nothing\"}]}",
                "{\"sort\":\"name\"}",
                "{\"sort\":[{}]}",
                "{\"sort\":[{\"field\":\"name\",\"descending\":\"'\"}]}",
                "{\"fields\":[\"nothing\"]}",
                "{\"fields\":\"name\"}",
                "{\"limit\":-1}",
                "{\"limit\":1e999999999}",
                "{\"limit\":100000000}",
                "{\"limit\":\"all\"}",
                "{\"count\":\"every\"}",
                "{\"after\":\"../../etc/passwd\"}",
                "{\"after\":7}",
                "{\"search\":7}",
                "{\"deleted\":\"yes\"}"
            })
    void questions_that_mean_nothing_are_refused_and_never_answered_with_everything(String question) {
        refused(admin.post(CUSTOMERS + "/query", question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/records/customer/9223372036854775807",
                "/api/records/customer/9223372036854775808",
                "/api/records/customer/-1",
                "/api/records/customer/0",
                "/api/records/customer/1%20or%201=1",
                "/api/records/customer/%00",
                "/api/records/customer%27--/1",
                "/api/records/pg_user/1",
                "/api/records/customer/1/history?after=x",
                "/api/files/99999999999999999999",
                "/api/imports/99999999999",
                "/api/operations?after=x",
                "/api/people?q=%00",
                "/api/search?q=%00",
                "/api/nothing"
            })
    void addresses_where_nothing_is_answer_so_or_with_nothing(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as(answer.response().body()).isLessThan(500);
        quiet(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; drop table customer; --",
                "\" onmouseover=\"alert(1)",
                "{{7*7}}${7*7}#{7*7}",
                "=cmd|' /C calc'!A0",
                "../../etc/passwd",
                "%s%n%x",
                "𠮷野家👨‍👩‍👧"
            })
    void text_that_would_be_code_elsewhere_is_kept_as_it_is(String text) {
        long id = admin.post(CUSTOMERS, name(text)).expect(201).number("/id");
        assertThat(admin.get(CUSTOMERS + "/" + id).expect(200).text("/name")).isEqualTo(text);
        Answer found = admin.post(
                        CUSTOMERS + "/query",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":%s}}"
                                .formatted(JSON.writeValueAsString(text)))
                .expect(200);
        assertThat(found.body().get("items").size()).isEqualTo(1);
        assertThat(found.text("/items/0/name")).isEqualTo(text);
        admin.post(CUSTOMERS + "/query", "{\"search\":%s}".formatted(JSON.writeValueAsString(text)))
                .expect(200);
        admin.delete(CUSTOMERS + "/" + id).expect(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "..\\..\\windows\\system32\\cmd.exe",
                "photo\u202Egpj.exe",
                "CON",
                "...",
                "<img src=x onerror=alert(1)>.png",
                "x; filename=y.html"
            })
    void hostile_names_of_files_become_harmless(String name) {
        String kept = upload(name).expect(201).text("/name");
        assertThat(kept)
                .isNotBlank()
                .doesNotContain("/", "\\", "\u202E", "\u0000", "<", ">")
                .isNotIn(".", "..", "CON");
    }

    @Test
    void a_name_with_a_nul_is_refused() {
        refused(upload("a\u0000b.txt"));
    }

    @Test
    void a_name_of_three_hundred_characters_is_shortened_and_keeps_its_extension() {
        String kept = upload("名".repeat(300) + ".pdf").expect(201).text("/name");
        assertThat(kept).endsWith(".pdf");
        assertThat(kept.getBytes(UTF_8).length).isLessThanOrEqualTo(200);
    }

    @Test
    void a_bomb_of_zeros_is_not_inflated() throws IOException {
        refused(imported(workbook("bomb.xlsx", """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                """, 300L << 20)));
    }

    @Test
    void a_billion_laughs_are_not_expanded_and_no_file_is_read() throws IOException {
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
                <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>客户名称</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>&e;&f;</t></is></c></row></sheetData></worksheet>
                """;
        refused(imported(workbook("laughs.xlsx", laughs, 0)));
    }

    @Test
    void what_is_no_table_is_refused() throws IOException {
        refused(imported(file("random.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 1, 2, 3})));
        refused(imported(file("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})));
        refused(imported(file("empty.csv", new byte[0])));
        refused(imported(file("zeros.csv", new byte[4096])));
        refused(imported(file("wide.csv", ("列,".repeat(16_384) + "\n" + "1,".repeat(16_384) + "\n").getBytes(UTF_8))));
    }

    @Test
    void formulas_in_a_file_arrive_as_text() throws IOException {
        Path csv = file("formulas.csv", "客户名称,备注\n公式公司,=1+1\n".getBytes(UTF_8));
        Answer run = admin.upload("/api/imports", csv, "object", "customer").expect(200);
        Answer job = admin.get("/api/imports/" + run.number("/import")).expect(200);
        assertThat(job.number("/progress/created"))
                .as("%s", job.body().get("rows"))
                .isEqualTo(1);
        long id = job.number("/rows/0/record/id");
        assertThat(admin.get(CUSTOMERS + "/" + id).text("/remarks")).isEqualTo("=1+1");
        admin.post("/api/operations/" + run.number("/id") + "/undo", "{}").expect(200);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void imports_asked_for_nonsense_are_refused() throws IOException {
        Path csv = file("good.csv", "客户名称\n好公司\n".getBytes(UTF_8));
        refused(admin.upload("/api/imports", csv, "object", "nothing"));
        refused(admin.upload("/api/imports", csv));
        refused(admin.upload("/api/imports", csv, "object", "customer", "mode", "destroy"));
        refused(admin.upload("/api/imports", csv, "object", "customer", "mapping", "{"));
        refused(admin.upload("/api/imports", csv, "object", "customer", "mapping", "[]"));
        refused(admin.upload("/api/imports", csv, "object", "customer", "mapping", "{\"1\":\"nothing\"}"));
        refused(admin.upload("/api/imports", csv, "object", "customer", "mapping", "{\"99\":\"name\"}"));
        refused(admin.upload("/api/imports", csv, "object", "customer", "preview", "perhaps"));
    }

    @Test
    void a_body_larger_than_the_limit_is_refused() throws IOException {
        Path large = folder.resolve("large.bin");
        try (var channel = Files.newByteChannel(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position((102L << 20) - 1);
            channel.write(ByteBuffer.wrap(new byte[] {1}));
        }
        refused(admin.upload("/api/files", large));
    }

    private void refused(Answer answer) {
        String body = answer.response().body();
        assertThat(answer.status()).as(body).isBetween(400, 499);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.text("/code")).isNotBlank();
        assertThat(answer.text("/requestId")).isNotBlank();
        quiet(answer);
        assertThat(count()).as("nothing is stored").isEqualTo(before);
    }

    /** Nothing of the inside is told. */
    private static void quiet(Answer answer) {
        assertThat(answer.response().body())
                .doesNotContain(
                        "Exception", "at hengke.", "at org.", "select ", "insert into", "org.postgresql", "SQLSTATE");
    }

    private static long count() {
        return admin.post(CUSTOMERS + "/query", "{\"count\":\"exact\",\"limit\":1}")
                .expect(200)
                .number("/count/value");
    }

    private static String name(String name) {
        return JSON.createObjectNode().put("name", name).toString();
    }

    private Answer imported(Path file) {
        return admin.upload("/api/imports", file, "object", "customer");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** A name that no file system would take, as only a crafted request sends it. */
    private static Answer upload(String name) {
        String boundary = "----hostile";
        String body = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nx\r\n--%s--\r\n"
                .formatted(boundary, name.replace("\\", "\\\\").replace("\"", "\\\""), boundary);
        return admin.multipart("/api/files", boundary, body.getBytes(UTF_8));
    }

    /** The least workbook, with this as its sheet and so many spaces after it. */
    private Path workbook(String name, String sheet, long padding) throws IOException {
        Path file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""");
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""");
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    </Relationships>""");
            entry(zip, "xl/worksheets/sheet1.xml", sheet);
            pad(zip, padding);
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.strip().getBytes(UTF_8));
    }

    private static void pad(OutputStream out, long bytes) throws IOException {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (long written = 0; written < bytes; written += spaces.length) {
            out.write(spaces);
        }
    }
}
