package hengke.kernel.transfer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.transfer.reading.Cell;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.reading.SheetTable;
import hengke.kernel.transfer.writing.CellValue.Amount;
import hengke.kernel.transfer.writing.CellValue.Day;
import hengke.kernel.transfer.writing.CellValue.Link;
import hengke.kernel.transfer.writing.CellValue.Moment;
import hengke.kernel.transfer.writing.CellValue.Number;
import hengke.kernel.transfer.writing.CellValue.Percent;
import hengke.kernel.transfer.writing.CellValue.Text;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SheetWriterTest {
    private static final List<WrittenColumn> COLUMNS =
            List.of("名称", "数量", "金额", "占比", "日期", "时间", "网址", "空", "编号").stream()
                    .map(WrittenColumn::of)
                    .toList();
    private static final List<CellValue> ROW = List.of(
            new Text("=恒客,\"云\"\n_x000D_"),
            new Number(new BigDecimal("12.5")),
            new Amount(new BigDecimal("1234567.80")),
            new Percent(new BigDecimal("12.5")),
            new Day(LocalDate.of(2026, 1, 5)),
            new Moment(LocalDateTime.of(2026, 1, 5, 9, 30)),
            new Link("恒客", URI.create("https://example.com/a?b=1&c=2")),
            CellValue.NOTHING,
            new Number(new BigDecimal("1234567890123456789")));

    @TempDir
    private Path folder;

    @Test
    void what_is_written_to_a_workbook_is_read_again() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream stream = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(stream, "客户/2026", COLUMNS)) {
            writer.row(ROW);
        }
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(sheet.sheets()).containsExactly("客户 2026");
            assertThat(texts(sheet))
                    .containsExactly(List.of(
                            "=恒客,\"云\"\n_x000D_",
                            "12.5",
                            "1234567.8",
                            "12.5%",
                            "2026-01-05",
                            "2026-01-05 09:30:00",
                            "恒客",
                            "",
                            "1234567890123456789"));
        }
    }

    @Test
    void what_is_written_to_csv_is_read_again() throws Exception {
        Path file = folder.resolve("a.csv");
        try (OutputStream stream = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.csv(stream, COLUMNS)) {
            writer.row(ROW);
        }
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(sheet.encoding()).contains("UTF-8");
            assertThat(texts(sheet).getFirst())
                    .startsWith(
                            "=恒客,\"云\"\n_x000D_",
                            "12.5",
                            "1234567.80",
                            "12.5%",
                            "2026-01-05",
                            "2026-01-05 09:30:00",
                            "恒客");
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "=1+1~'=1+1",
                "+1+1~'+1+1",
                "-1+1~'-1+1",
                "@SUM(A1)~'@SUM(A1)",
                "＝1+1~'＝1+1",
                "－2＋3~'－2＋3",
                "+86 138 0013 8000~+86 138 0013 8000",
                "+8613800138000~+8613800138000",
                "-12.5~-12.5",
                "+86-138-0013~'+86-138-0013",
                "13800138000~13800138000",
                "=a,b~\"'=a,b\"",
                "a;=1+1~\"a;'=1+1\"",
                "a, ＝1+1~\"a, '＝1+1\"",
                "低于零, -5;+86 138 0013 8000~\"低于零, -5;+86 138 0013 8000\"",
                "-~'-"
            })
    void formulas_are_disarmed_and_phone_numbers_stay_usable(String value, String written) {
        assertThat(CsvWriter.text(value)).isEqualTo(written);
    }

    @Test
    void a_workbook_holds_no_formula_whatever_the_text() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream stream = Files.newOutputStream(file);
                SheetWriter writer =
                        SheetWriter.xlsx(stream, "=A1", List.of(WrittenColumn.of("=cmd"), WrittenColumn.of("链接")))) {
            for (String text :
                    List.of("=1+1", "\u0000\u0001\uD800=x", "<f>1</f>", "+cmd|' /C calc'!A0", "长".repeat(40_000))) {
                writer.row(List.of(new Text(text), new Link(text, URI.create("javascript:alert(1)"))));
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xml)
                    .doesNotContain("<f>", "javascript:alert(1)\"", "\u0000")
                    .contains("&lt;f&gt;");
        }
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(texts(sheet)).hasSize(5).first().asString().contains("=1+1");
        }
    }

    @Test
    void a_template_offers_what_may_be_chosen() throws Exception {
        List<String> levels = List.of("A", "B,C", "=D");
        Path file = folder.resolve("a.xlsx");
        try (OutputStream stream = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(
                        stream,
                        "客户",
                        List.of(WrittenColumn.of("名称*"), WrittenColumn.of("等级").choosing(levels)))) {
            assertThat(writer).isNotNull();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xml).contains("<dataValidation", "options", "B2:B10001");
        }
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(sheet.sheets()).containsExactly("客户");
        }
    }

    @Test
    void closing_leaves_the_stream_open() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        SheetWriter.xlsx(stream, "a", COLUMNS).close();
        SheetWriter.csv(stream, COLUMNS).close();
        assertThat(stream.size()).isPositive();
    }

    private static List<List<String>> texts(SheetFile sheet) {
        SheetTable table = sheet.table(0);
        List<List<String>> texts = new ArrayList<>();
        try (RowStream rows = table.rows()) {
            rows.forEachRemaining(
                    row -> texts.add(row.cells().stream().map(Cell::text).toList()));
        }
        return texts;
    }
}
