package hengke.kernel.transfer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DelimitedFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} with mark {1}")
    @CsvSource({
        "UTF-8,''",
        "UTF-8,\uFEFF",
        "GB18030,''",
        "UTF-16LE,\uFEFF",
        "UTF-16LE,''",
        "UTF-16BE,\uFEFF",
        "UTF-16BE,''"
    })
    void the_encoding_is_found(String encoding, String mark) throws Exception {
        byte[] bytes = (mark + "客户名称,联系人,电话\r\n恒客𠮷䶮㛃镕堃,张三,1\r\n").getBytes(Charset.forName(encoding));
        try (SheetFile file = open(bytes)) {
            assertThat(file.encoding()).contains(encoding);
            assertThat(texts(file)).containsExactly(List.of("客户名称", "联系人", "电话"), List.of("恒客𠮷䶮㛃镕堃", "张三", "1"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`,`", "`;`", "`\t`", "`|`"})
    void the_separator_is_found_though_others_occur_in_values(char separator) throws Exception {
        String row = String.join(String.valueOf(separator), "恒客;云", "\"1,000|00\"", "a\tb".replace('\t', ' '), "x");
        try (SheetFile file = open("一S二S三S四\n".replace('S', separator) + (row + "\n").repeat(5))) {
            assertThat(file.delimiter()).contains(separator);
        }
    }

    @Test
    void excel_may_declare_the_separator() throws Exception {
        try (SheetFile file = open("sep=;\r\na;b,c\r\n1;2,3\r\n")) {
            assertThat(texts(file)).containsExactly(List.of("a", "b,c"), List.of("1", "2,3"));
        }
    }

    @Test
    void quotes_hold_separators_line_ends_and_quotes() throws Exception {
        try (SheetFile file = open("名称,备注\r\"恒客\",\"他说\"\"好\"\",\n第二行\"\n\"云\"天,5\" 屏\n")) {
            assertThat(texts(file))
                    .containsExactly(List.of("名称", "备注"), List.of("恒客", "他说\"好\",\n第二行"), List.of("云天", "5\" 屏"));
        }
    }

    @Test
    void blank_lines_are_skipped_but_counted() throws Exception {
        try (SheetFile file = open("名称,电话\n\n,,\n恒客,1\n");
                RowStream rows = file.rows(0)) {
            rows.next();
            assertThat(rows.next().number()).isEqualTo(4);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void the_last_line_needs_no_end() throws Exception {
        try (SheetFile file = open("名称\n恒客")) {
            assertThat(texts(file)).containsExactly(List.of("名称"), List.of("恒客"));
        }
    }

    @Test
    void a_quote_that_never_ends_is_refused_where_it_starts() throws Exception {
        try (SheetFile file = open("名称,备注\n恒客,\"没完\n" + "x,y\n".repeat(20_000))) {
            assertThatThrownBy(() -> texts(file)).isInstanceOfSatisfying(Refusal.Unreadable.class, refusal -> {
                assertThat(refusal.reason().key()).isEqualTo("sheet.openQuote");
                assertThat(refusal.reason().arguments()).containsExactly(2);
            });
        }
    }

    @Test
    void too_many_columns_and_endless_lines_are_refused() throws Exception {
        try (SheetFile wide = open(("x,".repeat(16_384) + "\n").repeat(2))) {
            assertThatThrownBy(() -> texts(wide)).isInstanceOf(Refusal.TooLarge.class);
        }
        try (SheetFile padded = open("x" + ",".repeat(16_384) + "\n")) {
            assertThat(texts(padded)).containsExactly(List.of("x"));
        }
        try (SheetFile endless = open("x".repeat(10 << 20))) {
            assertThatThrownBy(() -> texts(endless)).isInstanceOf(Refusal.Unreadable.class);
        }
    }

    @Test
    void binary_files_are_refused() {
        byte[] noise = new byte[10_000];
        new Random(3).nextBytes(noise);
        noise[0] = 'x';
        assertThatThrownBy(() -> open(noise)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_our_own_files_disarmed_is_read_as_it_was() throws Exception {
        try (SheetFile file = open("名称,电话\n'=1+1,'13800138000\n")) {
            assertThat(texts(file).getLast()).containsExactly("=1+1", "'13800138000");
        }
    }

    private SheetFile open(String text) throws Exception {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private SheetFile open(byte[] bytes) throws Exception {
        return SheetFile.open(Files.write(folder.resolve("file"), bytes), "客户.csv");
    }

    private static List<List<String>> texts(SheetFile sheet) {
        List<List<String>> texts = new ArrayList<>();
        try (RowStream rows = sheet.rows(0)) {
            rows.forEachRemaining(
                    row -> texts.add(row.cells().stream().map(Cell::text).toList()));
        }
        return texts;
    }
}
