package hengke.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.calendar.SpecialDay.Kind;
import hengke.kernel.calendar.WorkingHours.Interval;
import hengke.kernel.problem.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingHours OFFICE =
            WorkingHours.read("09:00-12:00, 13:00-18:00").orElseThrow();
    private static final WorkingTime CHINA = china();

    private static WorkingTime china() {
        Map<LocalDate, Kind> special = new HashMap<>();
        PublicHolidays.SHIPPED.forEach((date, day) -> special.put(date, day.kind()));
        return new WorkingTime(SHANGHAI, officeWeek(), OFFICE, special);
    }

    private static Map<DayOfWeek, WorkingHours> officeWeek() {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.values()).subList(0, 5)) {
            week.put(day, OFFICE);
        }
        return week;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Test
    void the_lunch_break_and_the_night_do_not_count() {
        assertThat(CHINA.add(at("2026-11-23T11:30"), Duration.ofMinutes(60))).isEqualTo(at("2026-11-23T13:30"));
        assertThat(CHINA.add(at("2026-11-23T17:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-24T10:00"));
        assertThat(CHINA.between(at("2026-11-20T17:00"), at("2026-11-23T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_moment_is_working_time_or_not() {
        assertThat(CHINA.worksAt(at("2026-11-20T09:00"))).isTrue();
        assertThat(CHINA.worksAt(at("2026-11-20T12:00"))).isFalse();
        assertThat(CHINA.worksAt(at("2026-11-21T10:00"))).isFalse();
    }

    @Test
    void a_deadline_skips_the_spring_festival_and_counts_the_saturdays_that_make_up_for_it() {
        assertThat(CHINA.works(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(CHINA.add(at("2026-02-14T17:00"), Duration.ofHours(2))).isEqualTo(at("2026-02-24T10:00"));
        assertThat(CHINA.addDays(LocalDate.parse("2026-02-13"), 2)).isEqualTo(LocalDate.parse("2026-02-24"));
        assertThat(CHINA.addDays(LocalDate.parse("2026-09-30"), 3)).isEqualTo(LocalDate.parse("2026-10-10"));
    }

    @Test
    void the_shipped_years_have_as_many_days_off_as_their_notices_say() {
        assertThat(List.of(2024, 2025, 2026).stream().map(WorkingTimeTest::workingDays))
                .containsExactly(251L, 248L, 248L);
        assertThat(PublicHolidays.SHIPPED.keySet()).noneMatch(day -> day.getYear() > 2026);
    }

    private static long workingDays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(CHINA::works)
                .count();
    }

    @Test
    void reckoning_agrees_with_counting_minute_by_minute() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            ZoneId zone = ZoneId.of(List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu")
                    .get(random.nextInt(4)));
            WorkingTime time = randomTime(random, zone);
            Instant from = ZonedDateTime.of(LocalDateTime.of(2026, 3, 20, 0, 0), zone)
                    .toInstant()
                    .plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
            Instant until = from.plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
            assertThat(time.between(from, until)).isEqualTo(counted(time, zone, from, until));
        }
    }

    @Test
    void adding_working_time_is_the_first_moment_that_has_it_behind() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            WorkingTime time = randomTime(random, ZoneId.of("America/New_York"));
            Instant from = Instant.parse("2026-10-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(30_000)));
            Duration work = Duration.ofMinutes(1 + random.nextInt(5_000));
            Instant end = time.add(from, work);
            assertThat(time.between(from, end)).isEqualTo(work);
            assertThat(time.between(from, end.minusSeconds(1))).isLessThan(work);
            Duration more = Duration.ofMinutes(random.nextInt(2_000));
            assertThat(time.add(end, more)).isEqualTo(time.add(from, work.plus(more)));
        }
    }

    private static Duration counted(WorkingTime time, ZoneId zone, Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Instant minute = from; minute.isBefore(until); minute = minute.plus(Duration.ofMinutes(1))) {
            LocalDateTime local = LocalDateTime.ofInstant(minute, zone);
            int within = local.getHour() * 60 + local.getMinute();
            boolean works = time.hours(local.toLocalDate()).intervals().stream()
                    .anyMatch(interval -> interval.from() <= within && within < interval.until());
            sum = works ? sum.plusMinutes(1) : sum;
        }
        return sum;
    }

    private static WorkingTime randomTime(Random random, ZoneId zone) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.TUESDAY, hours(random));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                week.put(day, hours(random));
            }
        }
        Map<LocalDate, Kind> special = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            special.put(
                    LocalDate.of(2026, 3, 1).plusDays(random.nextInt(300)),
                    Kind.values()[random.nextInt(Kind.values().length)]);
        }
        return new WorkingTime(zone, week, hours(random), special);
    }

    /** Never between 1:00 and 4:00, when clocks are changed: minutes that exist twice or not at all count as such. */
    private static WorkingHours hours(Random random) {
        List<Interval> intervals = new ArrayList<>();
        int from = 4 * 60 + random.nextInt(300);
        while (from < WorkingHours.DAY && intervals.size() < 4) {
            int until = Math.min(WorkingHours.DAY, from + 1 + random.nextInt(400));
            intervals.add(new Interval(from, until));
            from = until + random.nextInt(200);
        }
        return new WorkingHours(intervals);
    }

    @Test
    void hours_are_read_as_people_type_them() {
        assertThat(WorkingHours.read("9:00–12:00，13:30-18:00").map(WorkingHours::toString))
                .contains("09:00-12:00, 13:30-18:00");
        assertThat(WorkingHours.read("22:00-24:00")).isPresent();
        for (String wrong :
                List.of("", "9-12", "12:00-09:00", "09:00-12:00, 11:00-13:00", "09:00-25:00", "09:61-10:00")) {
            assertThat(WorkingHours.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void a_holiday_file_is_json_or_three_columns() {
        assertThat(HolidayFile.read("""
                {"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},
                                     {"name":"元旦","date":"2027-01-03","isOffDay":false}]}""")).extracting(SpecialDay::kind).containsExactly(Kind.OFF, Kind.WORK);
        assertThat(HolidayFile.read("日期,名称,休息\n2027-01-01,元旦,休\n2027/01/03,元旦,班"))
                .containsExactly(
                        new SpecialDay(LocalDate.parse("2027-01-01"), Kind.OFF, "元旦"),
                        new SpecialDay(LocalDate.parse("2027-01-03"), Kind.WORK, "元旦"));
        for (String wrong : List.of("", "{", "{\"days\":[]}", "2027-13-01,元旦,休", "2027-01-01,元旦,也许", "2027-01-01")) {
            assertThatThrownBy(() -> HolidayFile.read(wrong)).as(wrong).isInstanceOf(Refusal.Invalid.class);
        }
    }
}
