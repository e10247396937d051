package hengke.web.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.files.FileStore;
import hengke.kernel.transfer.exporting.Exports;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What leaves in a file is what its asker may take out, as it stands in the list, and goes back in unchanged. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;

    @TempDir
    Path folder;

    /** Ana sees everything, phones only masked and revenues not at all; she may export what is her own. */
    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                        {"name":"导出者","grants":[{"object":"customer","verb":"read","scope":"all"},
                          {"object":"customer","verb":"export","scope":"own"}],
                         "fields":[{"object":"customer","field":"phone","right":"masked"},
                          {"object":"customer","field":"revenue","right":"hidden"}]}""").expect(201).number("/id");
        long person = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201)
                .number("/id");
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        admin.post("/api/records/customer", """
                {"name":"云图科技有限公司","level":"A","phone":"+86 138 0013 8000","revenue":"1234567.80","industry":"manufacturing-electronics",
                 "region":"330106","employees":120,"tags":["重点","老客户"],"website":"https://yuntu.example.com",
                 "nextContactAt":"2026-12-01T02:30:00Z","remarks":"=1+1","owner":%d}""".formatted(person)).expect(201);
        admin.post("/api/records/customer", "{\"name\":\"-负号贸易有限公司\",\"level\":\"B\",\"remarks\":\"a;=cmd|x\"}")
                .expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_list_leaves_with_its_filter_its_columns_and_its_order() throws IOException {
        List<List<String>> rows = exported(admin, """
                {"object":"customer","fields":["name","level","phone","revenue","tags","owner"],
                 "filter":{"field":"level","op":"in","value":["A","B"]},"sort":[{"field":"level","descending":true}]}""");
        assertThat(rows.get(0).getFirst()).matches("admin \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 导出");
        assertThat(rows.get(1)).containsExactly("客户名称", "等级", "电话", "年营业额", "标签", "负责人");
        assertThat(rows.get(2)).startsWith("-负号贸易有限公司", "B 级");
        assertThat(rows.get(3)).containsExactly("云图科技有限公司", "A 级", "13800138000", "1234567.8", "重点、老客户", "安娜");
    }

    @Test
    void only_what_the_export_right_reaches_leaves_masked_as_it_is_seen() throws IOException {
        List<List<String>> rows = exported(ana, "{\"object\":\"customer\"}");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains("电话").doesNotContain("年营业额");
        assertThat(rows.get(2)).contains("云图科技有限公司", "138****8000");
    }

    @Test
    void a_hidden_field_cannot_be_asked_for_nor_what_may_not_be_exported() {
        Answer hidden = ana.post("/api/exports", "{\"object\":\"customer\",\"fields\":[\"name\",\"revenue\"]}")
                .expect(422);
        Answer unknown = ana.post("/api/exports", "{\"object\":\"customer\",\"fields\":[\"name\",\"nothing\"]}")
                .expect(422);
        assertThat(hidden.text("/errors/0/message").replace("revenue", "nothing"))
                .isEqualTo(unknown.text("/errors/0/message"));
        ana.post("/api/exports", "{\"object\":\"customer\",\"filter\":{\"field\":\"revenue\",\"op\":\"notEmpty\"}}")
                .expect(422);
        ana.post("/api/exports", "{\"object\":\"contact\"}").expect(404);
        admin.post("/api/exports", "{\"object\":\"customer\",\"format\":\"pdf\"}")
                .expect(422);
        assertThat(rowsOf(admin, "{\"object\":\"customer\",\"ids\":[]}")).isZero();
    }

    @Test
    void a_file_is_its_askers_alone_and_is_kept_no_longer_than_promised() {
        JsonNode job = done(ana, "{\"object\":\"customer\",\"format\":\"csv\"}");
        String path = "/api/exports/" + job.at("/id").asLong();
        byte[] file = ana.download(path + "/file");
        assertThat(sha256(file)).isEqualTo(job.at("/file/sha256").asString());
        assertThat(admin.get(path).expect(200).number("/rows")).isEqualTo(1);
        assertThat(admin.get(path + "/file").status()).isEqualTo(404);
        assertThat(admin.get("/api/exports?mine=false").expect(200).body().at("/items"))
                .anySatisfy(item -> assertThat(item.at("/id")).isEqualTo(job.at("/id")));
        assertThat(new ApiClient(application).get(path + "/file").status()).isEqualTo(401);

        application
                .database()
                .dsl()
                .execute(
                        "update export_job set expires_at = now() - interval '1 second' where id = ?",
                        job.at("/id").asLong());
        assertThat(ana.get(path + "/file").status()).isEqualTo(404);
        assertThat(application.bean(Exports.class).removeExpired()).isEqualTo(1);
        assertThat(application.bean(FileStore.class).has(job.at("/file/sha256").asString()))
                .isFalse();
        assertThat(ana.get(path).expect(200).body().at("/file/available").booleanValue())
                .isFalse();
    }

    @Test
    void nothing_in_a_text_file_is_run_by_a_spreadsheet() throws IOException {
        byte[] file =
                file(admin, "{\"object\":\"customer\",\"format\":\"csv\",\"fields\":[\"name\",\"phone\",\"remarks\"]}");
        String text = new String(file, UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("'-负号贸易有限公司", "13800138000", "'=1+1", ";'=cmd");
        byte[] chinese = file(
                admin, "{\"object\":\"customer\",\"format\":\"csv\",\"encoding\":\"gb18030\",\"fields\":[\"name\"]}");
        assertThat(new String(chinese, Charset.forName("GB18030"))).contains("客户名称", "云图科技有限公司");
    }

    @Test
    void a_workbook_says_whose_it_is_and_which_operation_made_it() throws IOException {
        JsonNode job = done(admin, "{\"object\":\"customer\",\"fields\":[\"name\"]}");
        Path file = Files.write(
                folder.resolve("一.xlsx"),
                admin.download("/api/exports/" + job.at("/id").asLong() + "/file"));
        String properties;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            properties = new String(
                    zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(), UTF_8);
        }
        assertThat(properties)
                .contains("hengke-operation-" + job.at("/operation").asLong(), "<dc:creator>admin<");
    }

    @Test
    void what_was_exported_is_imported_again_without_changing_anything() throws IOException {
        for (String format : List.of("xlsx", "csv")) {
            Path file = Files.write(
                    folder.resolve("客户." + format),
                    file(admin, "{\"object\":\"customer\",\"format\":\"" + format + "\"}"));
            String before = versions();
            Answer taken = admin.upload("/api/imports", file, "object", "customer", "mode", "update", "key", "name")
                    .expect(200);
            JsonNode job = admin.get("/api/imports/" + taken.number("/import"))
                    .expect(200)
                    .body();
            assertThat(job.at("/status").asString()).as(job.toString()).isEqualTo("done");
            assertThat(job.at("/progress/failed").asLong())
                    .as(job.at("/rows").toString())
                    .isZero();
            assertThat(job.at("/progress/total").asLong()).isEqualTo(2);
            assertThat(versions()).as(job.at("/columns").toString()).isEqualTo(before);
        }
    }

    private static String versions() {
        return application
                .database()
                .dsl()
                .fetch("select id, version from customer order by id")
                .formatCSV();
    }

    private static byte[] file(ApiClient asker, String wish) {
        return asker.download("/api/exports/" + done(asker, wish).at("/id").asLong() + "/file");
    }

    private static long rowsOf(ApiClient asker, String wish) {
        return done(asker, wish).at("/rows").asLong();
    }

    private static JsonNode done(ApiClient asker, String wish) {
        long id = asker.post("/api/exports", wish).expect(200).number("/id");
        await().until(() -> !asker.get("/api/exports/" + id).text("/status").equals("running"));
        JsonNode job = asker.get("/api/exports/" + id).expect(200).body();
        assertThat(job.at("/status").asString()).as(job.toString()).isEqualTo("done");
        return job;
    }

    private List<List<String>> exported(ApiClient asker, String wish) throws IOException {
        Path file = Files.write(folder.resolve("exported.xlsx"), file(asker, wish));
        List<List<String>> rows = new ArrayList<>();
        try (SheetFile opened = SheetFile.open(file, "exported.xlsx");
                RowStream stream = opened.rows(0)) {
            stream.forEachRemaining(row ->
                    rows.add(row.cells().stream().map(cell -> cell.text()).toList()));
        }
        return rows;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
