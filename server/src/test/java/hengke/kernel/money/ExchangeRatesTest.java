package hengke.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which rate holds on which day, and what an amount is worth at it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExchangeRatesTest {
    private static final ExchangeRates SHANGHAI = in("Asia/Shanghai", "CNY");

    private static ExchangeRates in(String zone, String base) {
        return new ExchangeRates(
                base,
                List.of("USD", "JPY", "KWD", "EUR"),
                ZoneId.of(zone),
                List.of(
                        rate("USD", "2026-01-01", "7.1"),
                        rate("USD", "2026-03-01", "7.25"),
                        rate("JPY", "2026-01-01", "0.0461"),
                        rate("KWD", "2026-01-01", "23.3333333333")));
    }

    private static ExchangeRate rate(String currency, String from, String rate) {
        return new ExchangeRate(currency, LocalDate.parse(from), new BigDecimal(rate));
    }

    private static String worth(ExchangeRates rates, String amount, String currency, String day) throws Unreadable {
        return rates.reckon(new BigDecimal(amount), currency, LocalDate.parse(day))
                .worth()
                .toPlainString();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01,7.1", "2026-02-28,7.1", "2026-03-01,7.25", "2099-01-01,7.25"})
    void the_last_rate_that_began_by_the_day_holds(String day, String rate) {
        assertThat(SHANGHAI.on("USD", LocalDate.parse(day)).orElseThrow().rate())
                .isEqualTo(new BigDecimal(rate));
    }

    @Test
    void before_the_first_rate_there_is_none_and_the_refusal_says_which() {
        assertThatThrownBy(() -> worth(SHANGHAI, "1", "USD", "2025-12-31"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason().in(Language.CHINESE))
                                .contains("USD", "2025-12-31", "币种与汇率"));
    }

    @Test
    void a_day_begins_by_the_company_s_clock() {
        Instant moment = Instant.parse("2026-02-28T16:00:00Z");
        assertThat(SHANGHAI.day(moment)).isEqualTo("2026-03-01");
        assertThat(SHANGHAI.day(moment.minusNanos(1))).isEqualTo("2026-02-28");
        assertThat(in("America/New_York", "CNY").day(moment)).isEqualTo("2026-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "0.07,USD,0.50", // 0.497
        "0.05,USD,0.36", // 0.355: half goes up
        "-0.05,USD,-0.36",
        "1,JPY,0.05",
        "0.001,KWD,0.02",
        "100,CNY,100.00"
    })
    void what_it_is_worth_is_rounded_half_up_to_the_base_s_digits(String amount, String currency, String worth)
            throws Unreadable {
        assertThat(worth(SHANGHAI, amount, currency, "2026-01-05")).isEqualTo(worth);
    }

    @Test
    void the_base_has_digits_of_its_own() throws Unreadable {
        assertThat(worth(in("Asia/Tokyo", "JPY"), "1.07", "USD", "2026-01-05")).isEqualTo("8");
        assertThat(worth(in("Asia/Kuwait", "KWD"), "1.07", "USD", "2026-01-05")).isEqualTo("7.597");
    }

    @ParameterizedTest
    @CsvSource({"JPY,1.5,0", "USD,1.234,2", "KWD,1.2345,3"})
    void an_amount_has_no_more_digits_than_its_currency(String currency, String tooFine, int digits) {
        assertThatThrownBy(() -> worth(SHANGHAI, tooFine, currency, "2026-01-05"))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> new MoneyType()
                        .read(JsonMapper.shared()
                                .createObjectNode()
                                .put("amount", tooFine)
                                .put("currency", currency)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void currencies_not_in_use_and_amounts_too_large_are_refused() {
        assertThatThrownBy(() -> worth(SHANGHAI, "1", "CHF", "2026-01-05")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> worth(SHANGHAI, "900000000000000", "KWD", "2026-01-05"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void sums_of_converted_amounts_stray_from_the_converted_sum_by_half_a_cent_each_at_most() throws Unreadable {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            int many = random.nextInt(1, 50);
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal converted = BigDecimal.ZERO;
            for (int i = 0; i < many; i++) {
                BigDecimal amount = BigDecimal.valueOf(random.nextLong(-1_000_000, 100_000_000), 2);
                Money money = SHANGHAI.reckon(amount, "USD", LocalDate.parse("2026-04-01"));
                assertThat(money.worth().scale()).isEqualTo(2);
                sum = sum.add(amount);
                converted = converted.add(money.worth());
            }
            assertThat(converted.subtract(sum.multiply(new BigDecimal("7.25"))).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(many)));
        }
    }

    @Test
    void what_is_written_is_read_back_as_it_was_kept_but_nobody_gives_its_worth() throws Unreadable {
        MoneyType type = new MoneyType();
        Money dollars = new Money(new BigDecimal("10.00"), "USD", new BigDecimal("71.00"));
        assertThat(type.write(dollars).toString())
                .isEqualTo("{\"amount\":\"10.00\",\"currency\":\"USD\",\"base\":\"71.00\"}");
        assertThat(type.readKept(type.write(dollars))).isEqualTo(dollars);
        assertThat(type.read(type.write(dollars)).base()).isNull();
        Money yuan = Money.ofBase(new BigDecimal("10.00"), "CNY");
        assertThat(type.write(yuan).has("base")).isFalse();
        assertThat(type.readKept(type.write(yuan))).isEqualTo(yuan);
    }
}
