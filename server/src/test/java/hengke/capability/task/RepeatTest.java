package hengke.capability.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatTest {
    /** The first week of October off, and the Saturday after it worked. */
    private static final Predicate<LocalDate> OCTOBER = day -> {
        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        boolean holiday = !day.isBefore(LocalDate.of(2026, 10, 1)) && !day.isAfter(LocalDate.of(2026, 10, 7));
        return day.equals(LocalDate.of(2026, 10, 10)) || !weekend && !holiday;
    };

    @ParameterizedTest
    @CsvSource({
        "daily, 2026-03-01T09:00, 2026-02-28T18:00, 2026-03-02T09:00", // done before it was due
        "daily, 2026-03-01T09:00, 2026-03-05T08:00, 2026-03-05T09:00", // what was missed is not made up for
        "daily, 2026-03-01T09:00, 2026-03-05T09:00, 2026-03-06T09:00",
        "weekly, 2026-03-02T09:00, 2026-03-02T10:00, 2026-03-09T09:00",
        "fortnightly, 2026-03-02T09:00, 2026-03-20T10:00, 2026-03-30T09:00",
        "monthly, 2026-01-31T17:30, 2026-01-31T17:00, 2026-02-28T17:30",
        "quarterly, 2026-01-31T17:30, 2026-01-30T17:00, 2026-04-30T17:30",
        "yearly, 2024-02-29T08:00, 2024-02-29T08:00, 2025-02-28T08:00",
        "workdays, 2026-09-30T09:00, 2026-09-30T08:00, 2026-10-08T09:00",
        "workdays, 2026-10-09T09:00, 2026-10-09T12:00, 2026-10-10T09:00",
        "workdays, 2026-10-08T09:00, 2026-10-10T08:00, 2026-10-10T09:00"
    })
    void the_next_time_is_the_first_after_both(
            String repeat, LocalDateTime due, LocalDateTime now, LocalDateTime next) {
        assertThat(Repeat.of(repeat).orElseThrow().next(due.toLocalDate(), due, now, OCTOBER))
                .contains(next);
    }

    @Test
    void the_end_of_a_month_stays_the_end_of_the_month() {
        LocalDate from = LocalDate.of(2026, 1, 31);
        LocalDateTime due = from.atTime(9, 0);
        for (int day : new int[] {28, 31, 30, 31, 30, 31, 31, 30}) {
            due = Repeat.MONTHLY.next(from, due, due, OCTOBER).orElseThrow();
            assertThat(due.getDayOfMonth()).as(due.toString()).isEqualTo(day);
        }
    }

    @Test
    void who_never_works_repeats_nothing() {
        LocalDateTime due = LocalDateTime.of(2026, 3, 1, 9, 0);
        assertThat(Repeat.WORKDAYS.next(due.toLocalDate(), due, due, _ -> false))
                .isEmpty();
    }
}
