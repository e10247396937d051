package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.automation.Trigger.Every;
import hengke.automation.Trigger.Schedule;
import hengke.kernel.calendar.SpecialDay;
import hengke.kernel.calendar.WorkingHours;
import hengke.kernel.calendar.WorkingTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OccurrencesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingHours OFFICE = WorkingHours.read("09:00-18:00").orElseThrow();
    /** The first week of October off, and the Saturday after it worked. */
    private static final WorkingTime CALENDAR = new WorkingTime(
            SHANGHAI,
            Stream.of(DayOfWeek.values())
                    .filter(day -> day.getValue() < 6)
                    .collect(Collectors.toMap(day -> day, _ -> OFFICE)),
            OFFICE,
            Stream.concat(
                            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)),
                            Stream.of(LocalDate.of(2026, 10, 10)))
                    .collect(Collectors.toMap(
                            day -> day,
                            day -> day.getDayOfMonth() == 10 ? SpecialDay.Kind.WORK : SpecialDay.Kind.OFF)));

    @ParameterizedTest
    @CsvSource({
        "DAY, 1, 08:30, false, 2026-11-23T00:00:00Z, 2026-11-23T00:30:00Z, 2026-11-23T00:30:00Z",
        "DAY, 1, 08:30, false, 2026-11-23T00:30:00Z, 2026-11-24T00:29:00Z, ", // the same is not due twice
        "DAY, 1, 08:30, false, 2026-11-20T00:30:00Z, 2026-11-24T01:00:00Z, 2026-11-24T00:30:00Z", // missed ones are not
        // made up for
        "WEEK, 1, 09:00, false, 2026-11-20T00:00:00Z, 2026-11-23T02:00:00Z, 2026-11-23T01:00:00Z",
        "WEEK, 1, 09:00, false, 2026-11-23T02:00:00Z, 2026-11-29T02:00:00Z, ",
        "MONTH, 31, 09:00, false, 2026-11-29T02:00:00Z, 2026-11-30T02:00:00Z, 2026-11-30T01:00:00Z", // the last day
        "MONTH, 1, 09:00, true, 2026-09-30T10:00:00Z, 2026-10-08T00:59:00Z, ", // put off behind the holidays
        "MONTH, 1, 09:00, true, 2026-10-08T00:59:00Z, 2026-10-08T01:00:00Z, 2026-10-08T01:00:00Z",
        "MONTH, 10, 09:00, true, 2026-10-09T10:00:00Z, 2026-10-10T02:00:00Z, 2026-10-10T01:00:00Z" // a Saturday that is
        // worked
    })
    void the_last_time_it_came_due(
            Every every, int day, LocalTime at, boolean workdays, Instant after, Instant until, Instant due) {
        Schedule schedule = new Schedule(every, Set.of(DayOfWeek.MONDAY), day, at, workdays);
        assertThat(Occurrences.last(schedule, after, until, CALENDAR, SHANGHAI).orElse(null))
                .isEqualTo(due);
    }
}
