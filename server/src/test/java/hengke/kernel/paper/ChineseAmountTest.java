package hengke.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts in capital characters, by the examples of the People's Bank and the traps between them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChineseAmountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "0.56, 伍角陆分",
        "1, 壹元整",
        "10, 壹拾元整",
        "1005.30, 壹仟零伍元叁角整",
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "100000000, 壹亿元整",
        "100000001, 壹亿零壹元整",
        "100010000, 壹亿零壹万元整",
        "1000100000000, 壹万亿零壹亿元整",
        "20300405.06, 贰仟零叁拾万零肆佰零伍元零陆分",
        "-12.3, 负壹拾贰元叁角整",
        "999999999999.99, 玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
    })
    void an_amount_is_told_in_capital_characters(BigDecimal amount, String words) {
        assertThat(ChineseAmount.of(amount)).isEqualTo(words);
    }
}
