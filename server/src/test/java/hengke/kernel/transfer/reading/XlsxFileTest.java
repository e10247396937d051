package hengke.kernel.transfer.reading;

import static hengke.kernel.transfer.reading.Workbooks.number;
import static hengke.kernel.transfer.reading.Workbooks.parts;
import static hengke.kernel.transfer.reading.Workbooks.row;
import static hengke.kernel.transfer.reading.Workbooks.text;
import static hengke.kernel.transfer.reading.Workbooks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class XlsxFileTest {
    private static final String WORKSHEET = "<worksheet><sheetData>";
    private static final String END = "</sheetData></worksheet>";

    @TempDir
    private Path folder;

    @Test
    void every_kind_of_cell_is_read() throws Exception {
        Path file = write(folder.resolve("a"), cells());
        try (SheetFile sheet = SheetFile.open(file, "客户.docx")) {
            assertThat(sheet.format()).isEqualTo(SheetFile.Format.XLSX);
            assertThat(sheet.sheets()).containsExactly("客户");
            assertThat(texts(sheet).getFirst())
                    .containsExactly(
                            "恒客\r\n科技",
                            "二",
                            "15038676688",
                            "2024-04-26",
                            "2023-07-13 09:30:00",
                            "12.5%",
                            "0.3",
                            "true",
                            "1234.5",
                            "12:00",
                            "10000",
                            "和");
        }
    }

    private static Map<String, String> cells() {
        Map<String, String> parts = parts(row(
                1,
                text("A1", "恒客_x000D_\n科技")
                        + "<c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + number("C1", "1.5038676688E10", 0)
                        + number("D1", "45408", 1)
                        + number("E1", "45120.395833333336", 2)
                        + number("F1", "0.125", 3)
                        + number("G1", "0.30000000000000004", 0)
                        + "<c r=\"H1\" t=\"b\"><v>1</v></c>"
                        + number("I1", "1234.50", 4)
                        + number("J1", "0.5", 5)
                        + "<c r=\"K1\"><f>SUM(A1:A2)</f><v>1E4</v></c>"
                        + "<c r=\"L1\" t=\"str\"><f>A1&amp;B1</f><v>和</v></c>"));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>一</t></si><si><r><t>二</t></r><rPh sb=\"0\" eb=\"1\"><t>ニ</t></rPh></si></sst>");
        return parts;
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r=\"A1\" t=\"e\"><v>#REF!</v></c>|sheet.error", "<c r=\"A1\"><f>1+1</f></c>|sheet.formula",
                "<c r=\"A1\"><v>110101199001011234</v></c>|sheet.longNumber",
                        "<c r=\"A1\"><v>1e2147483647</v></c>|sheet.longNumber",
                "<c r=\"A1\"><v>1e-2147483647</v></c>|sheet.longNumber", "<c r=\"A1\"><v>abc</v></c>|sheet.number"
            })
    void what_cannot_be_used_says_why(String cell, String reason) throws Exception {
        try (SheetFile sheet = SheetFile.open(write(folder.resolve("a"), parts(row(1, cell))), "a");
                RowStream rows = sheet.rows(0)) {
            assertThat(rows.next().cell(0))
                    .isInstanceOfSatisfying(
                            Cell.Unusable.class,
                            unusable -> assertThat(unusable.reason().key()).isEqualTo(reason));
        }
    }

    @Test
    void a_date_counts_from_1904_where_the_workbook_says_so() throws Exception {
        Map<String, String> parts = parts(row(1, number("A1", "43946", 1)));
        parts.computeIfPresent(
                "xl/workbook.xml", (_, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        try (SheetFile sheet = SheetFile.open(write(folder.resolve("a"), parts), "a")) {
            assertThat(texts(sheet)).containsExactly(List.of("2024-04-26"));
        }
    }

    @Test
    void the_header_is_found_below_titles_and_instructions_and_totals_are_left_out() throws Exception {
        Path file = write(
                folder.resolve("a"),
                parts(row(1, text("A1", "客户资料导入模板"))
                        + row(2, text("A2", "填写须知：1、带*为必填项"))
                        + row(3, text("A3", "序号") + text("B3", "基本信息") + text("D3", "签约信息"))
                        + row(4, text("B4", "客户名称*") + text("C4", "手机号") + text("D4", "金额"))
                        + row(
                                5,
                                number("A5", "1", 0)
                                        + text("B5", "恒客")
                                        + number("C5", "13800138000", 0)
                                        + text("D5", "1万")
                                        + text("F5", "多出"))
                        + row(7, number("A7", "2", 0) + text("B7", "云天") + text("D7", "２"))
                        + row(9, text("A9", "合 计：") + number("D9", "10002", 0))));
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            SheetTable table = sheet.table(0);
            assertThat(table.layout().headerRow()).isEqualTo(4);
            assertThat(table.layout().columns())
                    .containsExactly(
                            new SheetLayout.Column(0, "序号", ""),
                            new SheetLayout.Column(1, "客户名称*", "基本信息"),
                            new SheetLayout.Column(2, "手机号", "基本信息"),
                            new SheetLayout.Column(3, "金额", "签约信息"),
                            new SheetLayout.Column(5, "", "签约信息"));
            assertThat(table.layout().columns().getLast().letters()).isEqualTo("F");
            assertThat(table.countRows()).isEqualTo(2);
            try (RowStream rest = table.rowsAfter(5)) {
                assertThat(rest.next().number()).isEqualTo(7);
                assertThat(rest.hasNext()).isFalse();
            }
        }
    }

    @Test
    void a_sheet_of_texts_with_a_gap_in_the_header_keeps_its_first_row_of_data() throws Exception {
        Path file = write(
                folder.resolve("a"),
                parts(row(1, text("A1", "客户") + text("C1", "城市"))
                        + row(2, text("A2", "恒客") + text("B2", "张三") + text("C2", "杭州"))
                        + row(3, text("A3", "云天") + text("B3", "李四") + text("C3", "上海"))));
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(sheet.table(0).layout().headerRow()).isEqualTo(1);
            assertThat(sheet.table(0).countRows()).isEqualTo(2);
        }
    }

    @Test
    void a_sheet_without_a_header_is_refused() throws Exception {
        Path file = write(folder.resolve("a"), parts(row(1, number("A1", "1", 0) + number("B1", "2", 0))));
        refused(() -> SheetFile.open(file, "a").table(0), "sheet.noHeader");
    }

    @Test
    void document_types_and_entities_are_refused() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")) {
            Map<String, String> parts = parts(row(1, text("A1", "一")));
            parts.computeIfPresent(part, (_, xml) -> bomb + xml);
            Path file = write(folder.resolve("a"), parts);
            refused(() -> read(file), "sheet.doctype");
        }
        Path external = write(folder.resolve("a"), parts(row(1, text("A1", "&xxe;"))));
        assertThatThrownBy(() -> read(external)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_decompression_bomb_is_refused() throws Exception {
        Path file = Workbooks.repeat(folder.resolve("a"), WORKSHEET, "<row/>".repeat(1_000), 20_000, END);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        refused(() -> read(file), "sheet.bomb");
    }

    @Test
    void a_cell_attribute_or_nesting_without_end_is_refused_without_being_held_in_memory() throws Exception {
        Path text = Workbooks.repeat(
                folder.resolve("a"),
                WORKSHEET + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                "x".repeat(10_000),
                1_000,
                "");
        refused(() -> read(text), "sheet.damaged");
        Path attribute =
                Workbooks.repeat(folder.resolve("b"), WORKSHEET + "<row r=\"", "1".repeat(10_000), 1_000, "\"/>");
        refused(() -> read(attribute), "sheet.damaged");
        Path nested = Workbooks.repeat(folder.resolve("c"), WORKSHEET, "<a>", 1_000_000, "");
        refused(() -> read(nested), "sheet.damaged");
    }

    @Test
    void a_text_longer_than_a_cell_may_be_cannot_be_used() throws Exception {
        Path file = write(folder.resolve("a"), parts(row(1, text("A1", "长".repeat(40_000)) + text("B1", "二"))));
        try (SheetFile sheet = SheetFile.open(file, "a");
                RowStream rows = sheet.rows(0)) {
            SheetRow row = rows.next();
            assertThat(row.cell(0)).isInstanceOf(Cell.Unusable.class);
            assertThat(row.cell(1).text()).isEqualTo("二");
        }
    }

    @Test
    void too_many_columns_rows_texts_or_entries_are_refused() throws Exception {
        refused(() -> read(write(folder.resolve("a"), parts(row(1, text("XFD1", "远"))))), "sheet.tooManyColumns");
        refused(() -> read(write(folder.resolve("a"), parts(row(1, text("ZZZ1", "远"))))), "sheet.damaged");
        refused(() -> read(write(folder.resolve("a"), parts(row(2_000_000, text("A1", "下"))))), "sheet.tooManyRows");
        ReadingLimits small = new ReadingLimits(10, 10, 100, 3, 1 << 20, 250, 10);
        refused(() -> SheetFile.open(write(folder.resolve("a"), parts("")), "a", small), "sheet.bomb");
        ReadingLimits fewTexts = new ReadingLimits(10, 10, 100, 10, 1 << 20, 250, 100);
        Map<String, String> parts = parts("");
        parts.put("xl/sharedStrings.xml", "<sst>" + "<si><t>一</t></si>".repeat(10) + "</sst>");
        refused(() -> SheetFile.open(write(folder.resolve("a"), parts), "a", fewTexts), "sheet.tooManyTexts");
    }

    @Test
    void styled_but_empty_cells_up_to_the_last_column_do_no_harm() throws Exception {
        Path file = write(folder.resolve("a"), parts(row(1, text("A1", "一") + "<c r=\"XFD1\" s=\"1\"/>")));
        try (SheetFile sheet = SheetFile.open(file, "a")) {
            assertThat(texts(sheet)).containsExactly(List.of("一"));
        }
    }

    @Test
    void what_is_no_workbook_is_refused_by_what_it_is() throws Exception {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        refused(() -> open(ole), "sheet.xls");
        byte[] encrypted = Arrays.copyOf(ole, 4_096);
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, encrypted, 2_000, mark.length);
        refused(() -> open(encrypted), "sheet.encrypted");
        refused(
                () -> open("<html><table><tr><td>1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)),
                "sheet.html");
        refused(() -> open("%PDF-1.7".getBytes(StandardCharsets.UTF_8)), "sheet.notASheet");
        refused(() -> open(new byte[0]), "sheet.empty");
        refused(() -> open("PK\3\4 no zip at all".getBytes(StandardCharsets.UTF_8)), "sheet.damaged");
        refused(() -> open(write(folder.resolve("z"), Map.of("word/document.xml", "<a/>"))), "sheet.notASheet");
        refused(
                () -> open(write(folder.resolve("z"), Map.of("xl/workbook.xml", "<workbook><sheets>"))),
                "sheet.damaged");
        byte[] whole = Files.readAllBytes(write(folder.resolve("z"), parts(row(1, text("A1", "一")))));
        refused(() -> open(Arrays.copyOf(whole, whole.length / 2)), "sheet.damaged");
    }

    private SheetFile open(byte[] bytes) throws Exception {
        return open(Files.write(folder.resolve("bytes"), bytes));
    }

    private static SheetFile open(Path file) {
        return SheetFile.open(file, "x.xlsx");
    }

    private static void read(Path file) {
        try (SheetFile sheet = open(file)) {
            texts(sheet);
        }
    }

    private static List<List<String>> texts(SheetFile sheet) {
        List<List<String>> texts = new ArrayList<>();
        try (RowStream rows = sheet.rows(0)) {
            rows.forEachRemaining(
                    row -> texts.add(row.cells().stream().map(Cell::text).toList()));
        }
        return texts;
    }

    private static void refused(ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().key()).isEqualTo(reason));
    }
}
