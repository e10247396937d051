package hengke.capability.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.capability.appointment.Timing.Occurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When appointments take place: rules, clocks that go forward and back, ends of months, whole days. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @Test
    void the_clock_stays_the_same_when_summer_time_begins_and_ends() throws Exception {
        Timing weekly = timing(BERLIN, "2026-03-16T09:30", Duration.ofMinutes(45), "FREQ=WEEKLY");
        List<Occurrence> times = between(weekly, "2026-03-01", "2026-12-01");
        assertThat(times).hasSize(38);
        assertThat(times)
                .allSatisfy(time ->
                        assertThat(LocalTime.ofInstant(time.start(), BERLIN)).isEqualTo("09:30"));
        assertThat(times)
                .allSatisfy(time ->
                        assertThat(Duration.between(time.start(), time.end())).isEqualTo(Duration.ofMinutes(45)));
        assertThat(times.get(0).start()).isEqualTo("2026-03-16T08:30:00Z");
        assertThat(times.get(2).start()).isEqualTo("2026-03-30T07:30:00Z");
    }

    @Test
    void a_time_that_the_clock_skips_comes_after_the_gap_and_the_next_is_usual_again() throws Exception {
        Timing daily = timing(BERLIN, "2026-03-27T02:30", Duration.ofHours(1), "FREQ=DAILY");
        assertThat(between(daily, "2026-03-28", "2026-03-31").stream()
                        .map(time ->
                                LocalDateTime.ofInstant(time.start(), BERLIN).toString()))
                .containsExactly("2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30");
    }

    @Test
    void what_is_due_on_the_31st_is_not_in_shorter_months_and_the_last_day_always_is() throws Exception {
        assertThat(days(timing(SHANGHAI, "2026-01-31T10:00", Duration.ofHours(1), "FREQ=MONTHLY"), 2026))
                .containsExactly(
                        "2026-01-31",
                        "2026-03-31",
                        "2026-05-31",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-10-31",
                        "2026-12-31");
        assertThat(days(timing(SHANGHAI, "2028-01-31T10:00", Duration.ofHours(1), "FREQ=MONTHLY;BYMONTHDAY=-1"), 2028))
                .hasSize(12)
                .contains("2028-02-29", "2028-04-30");
        assertThat(days(timing(SHANGHAI, "2024-02-29T10:00", Duration.ofHours(1), "FREQ=YEARLY"), 2028))
                .containsExactly("2028-02-29");
    }

    @Test
    void whole_days_stay_whole_days_where_a_day_has_not_24_hours() throws Exception {
        LocalDate first = LocalDate.of(2026, 10, 23);
        Timing three = new Timing(
                BERLIN,
                true,
                first.atStartOfDay(BERLIN).toInstant(),
                first.plusDays(3).atStartOfDay(BERLIN).toInstant(),
                Recurrence.read("FREQ=WEEKLY", BERLIN));
        Occurrence second = three.at(LocalDate.of(2026, 10, 30));
        assertThat(second.end())
                .isEqualTo(LocalDate.of(2026, 11, 2).atStartOfDay(BERLIN).toInstant());
        assertThat(three.days()).isEqualTo(3);
    }

    @Test
    void days_left_out_stay_out_and_what_began_before_the_window_is_in_it() throws Exception {
        Timing nightly = timing(SHANGHAI, "2026-03-02T22:00", Duration.ofHours(10), "FREQ=DAILY;COUNT=5");
        assertThat(nightly.within(at("2026-03-04"), at("2026-03-05"), Set.of(LocalDate.of(2026, 3, 4))).stream()
                        .map(time -> time.day().toString()))
                .containsExactly("2026-03-03");
        assertThat(nightly.last())
                .isEqualTo(
                        LocalDateTime.parse("2026-03-07T08:00").atZone(SHANGHAI).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=9,15",
                "FREQ=DAILY;COUNT=100000",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
                "every day",
                "",
                "FREQ=MONTHLY;SKIP=BACKWARD;RSCALE=GREGORIAN"
            })
    void what_is_no_rule_of_days_is_refused(String text) {
        assertThatThrownBy(() -> Recurrence.read(text, SHANGHAI)).isInstanceOf(Recurrence.Unusable.class);
    }

    @Test
    void a_moment_at_which_it_ends_is_the_day_in_its_own_zone() throws Exception {
        assertThat(Recurrence.read("RRULE:FREQ=DAILY;UNTIL=20260310T170000Z", SHANGHAI))
                .hasToString("FREQ=DAILY;UNTIL=20260311");
    }

    /** Whatever the rule: a window is a part of the whole, each time once, and a divided series is the series. */
    @Test
    void windows_and_parts_agree_with_the_whole() throws Exception {
        Random random = new Random(20261130);
        for (int round = 0; round < 300; round++) {
            ZoneId zone = List.of(SHANGHAI, BERLIN, LORD_HOWE).get(random.nextInt(3));
            LocalDate first = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(900));
            Recurrence rule = Recurrence.read(rule(random, first), zone);
            Instant start = first.atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            Timing timing =
                    new Timing(zone, false, start, start.plus(Duration.ofMinutes(1 + random.nextInt(2_000))), rule);
            assertThat(rule.beginsOn(timing.firstDay()))
                    .as("%s from %s", rule, first)
                    .isTrue();

            Instant from = start.minus(Duration.ofDays(3));
            Instant until = start.plus(Duration.ofDays(500));
            List<Occurrence> whole = timing.within(from, until, Set.of());
            assertThat(whole.stream().map(Occurrence::day)).doesNotHaveDuplicates();
            Instant middle = start.plus(Duration.ofHours(random.nextInt(9_000)));
            assertThat(Stream.concat(
                                    timing.within(from, middle, Set.of()).stream(),
                                    timing.within(middle, until, Set.of()).stream())
                            .distinct()
                            .toList())
                    .as("%s", rule)
                    .isEqualTo(whole);
            Occurrence cut = whole.get(random.nextInt(whole.size()));
            if (cut.day().isAfter(timing.firstDay())) {
                Timing before = new Timing(zone, false, start, timing.end(), rule.before(cut.day()));
                Timing after = new Timing(zone, false, cut.start(), cut.end(), rule.from(timing.firstDay(), cut.day()));
                assertThat(Stream.concat(
                                        before.within(from, until, Set.of()).stream(),
                                        after.within(from, until, Set.of()).stream())
                                .map(Occurrence::day))
                        .as("%s divided on %s", rule, cut.day())
                        .containsExactlyElementsOf(
                                whole.stream().map(Occurrence::day).toList());
            }
            assertThat(timing.next(start.minusSeconds(1)).orElseThrow().start()).isEqualTo(start);
        }
    }

    private static String rule(Random random, LocalDate first) {
        DayOfWeek day = first.getDayOfWeek();
        String weekday = day.name().substring(0, 2);
        String body = List.of(
                        "FREQ=DAILY",
                        "FREQ=WEEKLY",
                        "FREQ=WEEKLY;BYDAY=" + weekday + ","
                                + day.plus(2).name().substring(0, 2),
                        "FREQ=MONTHLY",
                        "FREQ=MONTHLY;BYDAY=" + ((first.getDayOfMonth() - 1) / 7 + 1) + weekday,
                        "FREQ=YEARLY")
                .get(random.nextInt(6));
        String interval = random.nextBoolean() ? "" : ";INTERVAL=" + (2 + random.nextInt(3));
        String end = List.of(
                        "",
                        ";COUNT=" + (1 + random.nextInt(40)),
                        ";UNTIL=" + first.plusDays(200).toString().replace("-", ""))
                .get(random.nextInt(3));
        return body + interval + end;
    }

    private static Timing timing(ZoneId zone, String start, Duration length, String rule) throws Exception {
        Instant begins = LocalDateTime.parse(start).atZone(zone).toInstant();
        return new Timing(zone, false, begins, begins.plus(length), Recurrence.read(rule, zone));
    }

    private static List<String> days(Timing timing, int year) {
        return between(timing, year + "-01-01", year + 1 + "-01-01").stream()
                .map(time -> time.day().toString())
                .toList();
    }

    private static List<Occurrence> between(Timing timing, String from, String until) {
        return timing.within(at(from), at(until), Set.of());
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
    }
}
