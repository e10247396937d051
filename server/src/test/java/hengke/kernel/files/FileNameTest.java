package hengke.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "合同（终稿）.pdf~合同（终稿）.pdf",
                "../../etc/passwd~passwd",
                "C:\\Users\\a\\报价.xlsx~报价.xlsx",
                "..~file",
                "...~file",
                "`` ~file",
                "a\u0000b.png~ab.png",
                "发票\u202Egpj.exe~发票gpj.exe",
                "con.txt~_con.txt",
                "NUL~_NUL",
                "COM1 .log~_COM1 .log",
                "a<b>c:d\"e|f?g*.txt~a_b_c_d_e_f_g_.txt",
                "name. . ~name",
                ".htaccess~htaccess",
                "\uD800半.png~半.png"
            })
    void hostile_names_become_harmless(String uploaded, String safe) {
        assertThat(FileName.safe(uploaded)).isEqualTo(safe);
    }

    @Test
    void a_line_end_cannot_start_another_header() {
        assertThat(FileName.safe("a\r\nX-Evil: 1.png")).isEqualTo("a X-Evil_ 1.png");
    }

    @Test
    void an_over_long_name_keeps_its_extension() {
        String safe = FileName.safe("长".repeat(5_000) + ".xlsx");
        assertThat(safe).endsWith("长.xlsx");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(FileName.safe("a." + "b".repeat(5_000)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void the_header_carries_the_name_for_old_and_new_clients() {
        assertThat(FileName.disposition(false, "报价 \"A\";%.pdf"))
                .isEqualTo(
                        "attachment; filename=\"__ _A___.pdf\"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%20%22A%22%3B%25.pdf");
        assertThat(FileName.disposition(true, "a.png")).startsWith("inline; ");
    }
}
