package hengke.web.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportSheetsTest {
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
    void a_template_has_the_titles_an_import_recognises_and_no_rows() throws IOException {
        List<List<String>> rows = download("/api/imports/template/customer.xlsx");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst())
                .contains("客户名称*", "等级", "所在区域", "联系人姓名", "联系人手机")
                .doesNotContain("最近联系时间");

        Path file = folder.resolve("filled.csv");
        Files.writeString(file, String.join(",", rows.getFirst()) + "\n模板客户,,\n", UTF_8);
        var columns = admin.upload("/api/imports", file, "object", "customer", "preview", "true")
                .expect(200)
                .body()
                .at("/columns");
        assertThat(columns)
                .hasSize(rows.getFirst().size())
                .allSatisfy(column -> assertThat(column.path("confidence").asString())
                        .as(column.toString())
                        .isIn("exact", "remembered"));
    }

    @Test
    void a_template_speaks_the_readers_language() throws IOException {
        admin.speaking("en-US");
        try {
            List<String> titles =
                    download("/api/imports/template/customer.xlsx").getFirst();
            assertThat(titles).contains("Name*", "Level", "Contact Name", "Contact Mobile");
        } finally {
            admin.speaking("zh-CN");
        }
    }

    @Test
    void what_cannot_be_imported_has_no_template() {
        assertThat(admin.get("/api/imports/template/nothing.xlsx").status()).isEqualTo(404);
    }

    @Test
    void refused_rows_come_back_as_they_stood_with_the_reason() throws IOException {
        Path file = folder.resolve("客户.csv");
        Files.writeString(file, """
                序号,客户名称*,等级,备注
                1,好的有限公司,A,x
                2,坏等级有限公司,Z,=1+1
                3,另一家好的有限公司,B,y
                4,,C,无名
                """, UTF_8);
        long id = admin.upload("/api/imports", file, "object", "customer")
                .expect(200)
                .number("/import");
        List<List<String>> rows = download("/api/imports/" + id + "/errors.xlsx");
        assertThat(rows.getFirst()).containsExactly("序号", "客户名称*", "等级", "备注", "错误原因");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).startsWith("2", "坏等级有限公司", "Z", "=1+1");
        assertThat(rows.get(1).get(4)).startsWith("等级：");
        assertThat(rows.get(2).getFirst()).isEqualTo("4");
        assertThat(rows.get(2).get(4)).startsWith("客户名称*：");
    }

    private List<List<String>> download(String path) throws IOException {
        Path file = Files.write(folder.resolve("answer.xlsx"), admin.download(path));
        List<List<String>> rows = new ArrayList<>();
        try (SheetFile opened = SheetFile.open(file, "answer.xlsx");
                RowStream stream = opened.rows(0)) {
            stream.forEachRemaining(row ->
                    rows.add(row.cells().stream().map(cell -> cell.text()).toList()));
        }
        return rows;
    }
}
