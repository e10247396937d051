package hengke.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LunarDayTest {
    @ParameterizedTest
    @CsvSource({
        "八月十五, 2024, 2024-09-17",
        "八月十五, 2025, 2025-10-06",
        "八月十五, 2026, 2026-09-25",
        "正月初一, 2026, 2026-02-17",
        "五月初五, 2026, 2026-06-19",
        "闰六月初一, 2025, 2025-07-25",
        "闰六月初一, 2026, 2026-07-14",
        "闰二月初一, 2023, 2023-03-22",
        "腊月三十, 2023, 2024-02-09",
        "腊月三十, 2024, 2025-01-28",
        "腊月廿九, 2024, 2025-01-28",
        "腊月廿三, 2025, 2026-02-10"
    })
    void falls_on(String said, int lunarYear, LocalDate date) {
        assertThat(LunarDay.read(said).orElseThrow().in(lunarYear)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "8-15, 八月十五",
        "8月15日, 八月十五",
        "农历八月十五日, 八月十五",
        "一月初一, 正月初一",
        "十一月二十一, 冬月廿一",
        "十二月三十, 腊月三十",
        "除夕, 腊月三十",
        "闰6.3, 闰六月初三",
        "闰六月三, 闰六月初三",
        "十月初十, 十月初十",
        "十月二十, 十月二十"
    })
    void is_read_as_people_write_it(String said, String text) {
        assertThat(LunarDay.read(said).map(LunarDay::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "中秋", "13-1", "8-31", "八月", "八月三十一", "0-0", "2024-08-15"})
    void anything_else_is_refused(String said) {
        assertThat(LunarDay.read(said)).isEmpty();
    }

    @Test
    void is_known_of_a_date() {
        assertThat(LunarDay.of(LocalDate.of(2025, 7, 25)).text()).isEqualTo("闰六月初一");
        assertThat(LunarDay.of(LocalDate.of(1990, 1, 27)).text()).isEqualTo("正月初一");
        assertThat(LunarDay.of(LocalDate.of(1988, 9, 25)).text()).isEqualTo("八月十五");
    }

    @Test
    void comes_next_in_the_lunar_year_that_is_not_over_yet() {
        LunarDay late = LunarDay.read("腊月廿三").orElseThrow();
        assertThat(late.next(LocalDate.of(2026, 2, 10))).isEqualTo("2026-02-10");
        assertThat(late.next(LocalDate.of(2026, 2, 11))).isEqualTo("2027-01-30");
        assertThat(LunarDay.all())
                .hasSize(720)
                .allSatisfy(day -> assertThat(LunarDay.read(day.text())).contains(day));
    }
}
