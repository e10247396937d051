package hengke.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lists of rates as they stand in spreadsheets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLineTest {
    private static SortedMap<Integer, List<String>> rows(String... lines) {
        SortedMap<Integer, List<String>> rows = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            rows.put(i + 1, List.of(lines[i].split("\\|", -1)));
        }
        return rows;
    }

    @Test
    void currencies_are_known_by_code_or_name_and_days_as_people_write_them() {
        assertThat(RateLine.of(rows("币种|日期|汇率", "美元|2026年1月2日|7.0288", "eur|2026/1/2|8.2", "HK$|46024|0.9")))
                .allSatisfy(line -> assertThat(line.fault()).isEmpty())
                .extracting(
                        line -> line.number() + " " + line.rate().orElseThrow().currency() + " "
                                + line.rate().orElseThrow().from())
                .containsExactly("2 USD 2026-01-02", "3 EUR 2026-01-02", "4 HKD 2026-01-02");
    }

    @Test
    void what_is_not_understood_is_said_by_line() {
        assertThat(RateLine.of(rows("USD|2026-01-01|7", "金币|2026-01-01|7", "USD|明天|7", "USD|2026-01-01|很多", "USD")))
                .filteredOn(line -> line.fault().isPresent())
                .extracting(RateLine::number)
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void a_list_without_rates_is_none() {
        assertThatThrownBy(() -> RateLine.of(rows("币种|日期|汇率"))).isInstanceOf(Refusal.Invalid.class);
    }
}
