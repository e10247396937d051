package hengke.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lines come to: known examples, and what must hold of any. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineAmountsTest {
    private static final List<String> RATES = List.of("0", "1", "3", "6", "9", "13", "17.5", "100");

    /** The editor of lines reckons by the same examples. */
    @ParameterizedTest
    @MethodSource
    void known_lines_come_to_what_they_should(JsonNode example) {
        assertThat(LineAmounts.of(
                        number(example, "quantity"),
                        number(example, "price"),
                        number(example, "discount"),
                        number(example, "taxRate"),
                        example.path("included").asBoolean(),
                        example.path("digits").asInt()))
                .isEqualTo(new LineAmounts(number(example, "net"), number(example, "tax"), number(example, "amount")));
    }

    static Stream<JsonNode> known_lines_come_to_what_they_should() {
        return JsonMapper.shared()
                .readTree(LineAmountsTest.class.getResourceAsStream("line-amounts.json"))
                .valueStream();
    }

    @Test
    void net_and_tax_are_the_amount_and_both_ways_of_stating_a_price_agree() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        IntStream.range(0, 20_000).forEach(_ -> {
            BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 10_000_000), 4);
            BigDecimal price = BigDecimal.valueOf(random.nextLong(0, 100_000_000), random.nextInt(2, 7));
            BigDecimal discount = BigDecimal.valueOf(random.nextLong(0, 10_001), 2);
            BigDecimal rate = number(RATES.get(random.nextInt(RATES.size())));
            int digits = random.nextInt(0, 4);
            LineAmounts without = LineAmounts.of(quantity, price, discount, rate, false, digits);
            assertThat(without.net().add(without.tax())).isEqualTo(without.amount());
            // stated with its tax, the same amount has the same tax in it
            LineAmounts with = LineAmounts.of(BigDecimal.ONE, without.amount(), BigDecimal.ZERO, rate, true, digits);
            assertThat(with).isEqualTo(without);
            LineAmounts included = LineAmounts.of(quantity, price, discount, rate, true, digits);
            assertThat(included.net().add(included.tax())).isEqualTo(included.amount());
            assertThat(included.tax().signum()).isNotNegative();
            BigDecimal exact = quantity.multiply(price)
                    .multiply(number("100").subtract(discount))
                    .movePointLeft(2);
            assertThat(included.amount().subtract(exact).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(5, digits + 1));
        });
    }

    private static BigDecimal number(JsonNode example, String field) {
        return number(example.path(field).asString());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
