package hengke.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.calendar.Rhythm.Every;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RhythmTest {
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
        Rhythm rhythm = new Rhythm(every, Set.of(DayOfWeek.MONDAY), day, at, workdays);
        assertThat(rhythm.last(after, until, CALENDAR, SHANGHAI).orElse(null)).isEqualTo(due);
    }

    @Test
    void what_comes_next_is_what_came_last_a_moment_later() {
        long seed = Long.getLong("hengke.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Rhythm rhythm = new Rhythm(
                    Every.values()[random.nextInt(3)],
                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7))),
                    1 + random.nextInt(31),
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    random.nextBoolean());
            ZoneId zone = random.nextBoolean() ? SHANGHAI : ZoneId.of("Europe/Berlin");
            Instant after = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(400 * 24 * 3600));
            Instant next = rhythm.next(after, CALENDAR, zone).orElseThrow();
            assertThat(next).as("seed %d %s %s", seed, rhythm, after).isAfter(after);
            assertThat(rhythm.last(after, next, CALENDAR, zone)).contains(next);
            assertThat(rhythm.last(after, next.minusSeconds(1), CALENDAR, zone)).isEmpty();
            LocalDate day = LocalDate.ofInstant(next, zone);
            if (rhythm.workdays()) {
                assertThat(CALENDAR.works(day)).isTrue();
            } else if (rhythm.every() == Every.MONTH) {
                assertThat(day.getDayOfMonth()).isEqualTo(Math.min(rhythm.day(), day.lengthOfMonth()));
            } else if (rhythm.every() == Every.WEEK) {
                assertThat(rhythm.weekdays()).contains(day.getDayOfWeek());
            }
        }
    }

    @Test
    void an_hour_that_is_left_out_or_comes_twice_has_it_once() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Rhythm night = new Rhythm(Every.DAY, Set.of(), 1, LocalTime.of(2, 30), false);
        assertThat(times(night, "2026-03-28T12:00:00Z", 2, berlin))
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(times(night, "2026-10-24T12:00:00Z", 2, berlin))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void the_last_day_of_each_month_has_its_turn_in_february_too() {
        Rhythm month = new Rhythm(Every.MONTH, Set.of(), 31, LocalTime.of(18, 0), false);
        assertThat(times(month, "2027-12-31T11:00:00Z", 3, SHANGHAI))
                .containsExactly(
                        Instant.parse("2028-01-31T10:00:00Z"),
                        Instant.parse("2028-02-29T10:00:00Z"),
                        Instant.parse("2028-03-31T10:00:00Z"));
    }

    @Test
    void days_off_that_are_put_off_to_the_same_day_are_one() {
        Rhythm daily = new Rhythm(Every.DAY, Set.of(), 1, LocalTime.of(9, 0), true);
        assertThat(times(daily, "2026-09-30T02:00:00Z", 3, SHANGHAI))
                .containsExactly(
                        Instant.parse("2026-10-08T01:00:00Z"),
                        Instant.parse("2026-10-09T01:00:00Z"),
                        Instant.parse("2026-10-10T01:00:00Z"));
    }

    private static List<Instant> times(Rhythm rhythm, String after, int count, ZoneId zone) {
        return Stream.iterate(
                        rhythm.next(Instant.parse(after), CALENDAR, zone).orElseThrow(),
                        last -> rhythm.next(last, CALENDAR, zone).orElseThrow())
                .limit(count)
                .toList();
    }
}
