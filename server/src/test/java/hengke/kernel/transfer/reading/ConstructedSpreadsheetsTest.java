package hengke.kernel.transfer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hengke.kernel.text.value.Dates;
import hengke.kernel.text.value.Decimals;
import hengke.kernel.text.value.Names;
import hengke.kernel.text.value.Phones;
import hengke.kernel.text.value.Reading;
import hengke.kernel.text.value.Region;
import hengke.kernel.text.value.Regions;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same customers in six kinds of file arrive as the same values. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConstructedSpreadsheetsTest {
    private static final Path DATA = Path.of("../../shared/data/11_spreadsheets/constructed_cn");
    private static final Path OWN = Path.of("src/test/resources/spreadsheets");

    /** One file has these behind every fifth name; they must arrive, and are taken off for the comparison. */
    private static final String RARE = "𠮷䶮㛃镕堃";

    private static final List<String> TITLES = List.of("客户名称*", "联系人", "手机号", "省份", "城市", "区县", "签约日期", "合同金额（元）");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "customers_gbk_crlf.csv, GB18030, ','",
        "customers_utf8_bom_crlf.csv, UTF-8, ','",
        "customers_utf8_nobom_semicolon_lf.csv, UTF-8, ;",
        "customers_gb18030_rare_chars.csv, GB18030, ','",
        "customers_merged_title_two_row_header.xlsx, , ",
    })
    void every_kind_of_file_gives_the_expected_values(String name, String encoding, Character delimiter)
            throws Exception {
        assumeThat(DATA).as("the data folder").isDirectory();
        check(DATA.resolve(name), encoding, delimiter, expected());
    }

    @Test
    void unicode_text_of_excel_gives_the_expected_values() throws Exception {
        assumeThat(DATA).as("the data folder").isDirectory();
        check(DATA.resolve("customers_utf16le_tab_excel_unicode.txt"), "UTF-16LE", '\t', expected());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void a_small_table_of_our_own_gives_the_expected_values(String encoding, @TempDir Path folder) throws Exception {
        byte[] bytes = Files.readString(OWN.resolve("customers.csv")).getBytes(Charset.forName(encoding));
        check(
                Files.write(folder.resolve("customers.csv"), bytes),
                encoding,
                ',',
                Files.readAllLines(OWN.resolve("expected.csv")));
    }

    @Test
    void rare_characters_arrive() {
        assumeThat(DATA).as("the data folder").isDirectory();
        try (SheetFile file = SheetFile.open(DATA.resolve("customers_gb18030_rare_chars.csv"), "x");
                RowStream rows = file.table(0).rows()) {
            assertThat(rows.next().cell(1).text()).isEqualTo("衡水添颜贸易集团有限公司" + RARE);
        }
    }

    private static void check(Path path, String encoding, Character delimiter, List<String> expected) throws Exception {
        try (SheetFile file = SheetFile.open(path, path.getFileName().toString())) {
            assertThat(file.encoding().orElse(null)).isEqualTo(encoding);
            assertThat(file.delimiter().orElse(null)).isEqualTo(delimiter);
            SheetTable table = file.table(0);
            assertThat(table.layout().columns().stream()
                            .map(SheetLayout.Column::title)
                            .skip(1))
                    .containsExactlyElementsOf(TITLES);
            assertThat(lines(table)).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> lines(SheetTable table) {
        List<String> lines = new ArrayList<>();
        try (RowStream rows = table.rows()) {
            while (rows.hasNext()) {
                lines.add(line(rows.next()));
            }
        }
        return lines;
    }

    private static String line(SheetRow row) {
        String region = value(Regions.read(List.of(text(row, 4), text(row, 5), text(row, 6))));
        List<String> parts = Regions.path(region).stream().map(Region::name).toList();
        String province = parts.get(0);
        String city = parts.size() > 2 ? parts.get(1) : province; // a municipality is its own city
        return Stream.of(
                        text(row, 0),
                        value(Names.organisation(text(row, 1))).replace(RARE, ""),
                        value(Names.person(text(row, 2))),
                        value(Phones.read(text(row, 3))),
                        province,
                        city,
                        parts.getLast(),
                        value(Dates.date(text(row, 7))).toString(),
                        value(Decimals.money(text(row, 8))).value().setScale(2).toPlainString())
                .collect(Collectors.joining(","));
    }

    private static String text(SheetRow row, int column) {
        return row.cell(column).text();
    }

    private static <T> T value(Reading<T> reading) {
        return reading.optional().orElseThrow(() -> new AssertionError(reading.toString()));
    }

    private static List<String> expected() throws Exception {
        return Files.readAllLines(DATA.resolve("expected_normalised.csv")).stream()
                .map(line -> line.replace("\uFEFF", ""))
                .skip(1)
                .toList();
    }
}
