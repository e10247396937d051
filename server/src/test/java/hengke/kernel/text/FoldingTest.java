package hengke.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "ＡＢＣ１２３,abc123",
        "華為技術,华为技术",
        "臺灣積體電路,台湾积体电路",
        "Café,cafe",
        "HÄNDLER ﬁn,handler fin",
        "㈱山田,(株)山田",
        "İstanbul,istanbul",
        "ΣΟΦΌΣ,σοφοσ",
        "蘋果,苹果",
        "𠮷野家,𠮷野家",
        "⾦⻓,金长"
    })
    void writings_of_the_same_become_the_same(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void white_space_collapses_and_invisible_characters_vanish() {
        assertThat(Folding.fold(" \u3000恒\u0000 客\t\u00A0\u200B云\uFEFF\u202E\r\n科\uD800技 "))
                .isEqualTo("恒 客 云 科技");
    }

    @Test
    void punctuation_does_not_tell_names_apart() {
        assertThat(Folding.compact("华为（深圳）· 技术")).isEqualTo(Folding.compact("华为(深圳)技术"));
    }

    @Test
    void folding_twice_changes_nothing_more() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomText.anything(random, 12);
            String folded = Folding.fold(text);
            assertThat(Folding.fold(folded)).as(text).isEqualTo(folded);
        }
    }

    @Test
    void lines_of_a_block_stay_apart() {
        assertThat(CleanText.block("一\r\n二\u0000\r三\t四 ")).isEqualTo("一\n二\n三\t四");
        assertThat(CleanText.line("张\r\n三")).isEqualTo("张 三");
    }

    @Test
    void a_clean_block_stays_itself_and_only_a_clean_one() {
        String clean = "云图\n\t有限公司 =1+1 \uD83D\uDC68\u200D\uD83D\uDC69";
        assertThat(CleanText.block(clean)).isSameAs(clean);
        assertThat(CleanText.block("")).isEmpty();
        assertThat(CleanText.block(" 云图")).isEqualTo("云图");
        assertThat(CleanText.block("云图\u3000")).isEqualTo("云图");
        assertThat(CleanText.block("云\u200B图\uD83D")).isEqualTo("云图");
    }
}
