package hengke.capability.goal;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.capability.goal.Achievements.Achieved;
import hengke.capability.goal.Completion.Line;
import hengke.capability.goal.Targets.Cell;
import hengke.capability.goal.Targets.Target;
import hengke.kernel.access.Company;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.query.FiscalYear;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Spans, pace, and how targets and achievements roll up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetRulesTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final FiscalYear APRIL = new FiscalYear(Month.APRIL);

    /** Sales 1 with Ana; within it North 2 with Ben, who is away for good, and Cem; Dora belongs nowhere. */
    private static final Organisation COMPANY = new Organisation(
            1,
            new Company("Acme", "Acme", ZoneId.of("Asia/Shanghai"), "CNY", Month.JANUARY),
            List.of(
                    person(1, "Ana", 1L, true),
                    person(2, "Ben", 2L, false),
                    person(3, "Cem", 2L, true),
                    person(4, "Dora", null, true)),
            List.of(new Department(1, "Sales", null, null, 1), new Department(2, "North", 1L, null, 1)),
            List.of());

    @Test
    void quarters_and_years_are_those_of_the_business() {
        assertThat(Span.around(Span.Unit.QUARTER, LocalDate.of(2026, 3, 31), APRIL)
                        .from())
                .isEqualTo("2026-01-01");
        assertThat(Span.around(Span.Unit.YEAR, LocalDate.of(2026, 3, 31), APRIL).from())
                .isEqualTo("2025-04-01");
        assertThat(Span.around(Span.Unit.YEAR, LocalDate.of(2026, 4, 1), APRIL).until())
                .isEqualTo("2027-04-01");
        assertThat(Span.year(2026, APRIL).months()).hasSize(12).startsWith(LocalDate.of(2026, 4, 1));
    }

    @Test
    void the_pace_counts_working_days_and_today_is_one_of_them() {
        Span march = new Span(Span.Unit.MONTH, MARCH);
        assertThat(Pace.of(march, LocalDate.of(2026, 3, 9), TargetRulesTest::weekday))
                .isEqualTo(new Pace(6, 22));
        assertThat(Pace.of(march, LocalDate.of(2026, 2, 28), TargetRulesTest::weekday))
                .isEqualTo(new Pace(0, 22));
        assertThat(Pace.of(march, LocalDate.of(2026, 7, 1), TargetRulesTest::weekday))
                .isEqualTo(new Pace(22, 22));
        assertThat(Pace.of(march, LocalDate.of(2026, 3, 9), _ -> false)).isEqualTo(new Pace(9, 31));
    }

    @Test
    void a_department_stands_by_its_own_target_and_tells_what_its_people_aim_at() {
        Completion completion = completion(
                List.of(
                        target(Subject.department(1), 1000),
                        target(Subject.person(1), 300),
                        target(Subject.person(3), 400)),
                List.of(achieved(1, 100), achieved(2, 50), achieved(3, 20), achieved(4, 7)));

        Line sales = completion.line(Subject.department(1));
        assertThat(sales.target()).isEqualByComparingTo("1000");
        assertThat(sales.people()).isEqualByComparingTo("700");
        assertThat(sales.aim()).isEqualByComparingTo("1000");
        assertThat(sales.done()).as("also by who has left").isEqualByComparingTo("170");
        Line north = completion.line(Subject.department(2));
        assertThat(north.target()).isNull();
        assertThat(north.aim()).isEqualByComparingTo("400");
        assertThat(north.done()).isEqualByComparingTo("70");
    }

    @Test
    void what_lies_below_is_the_own_target_of_a_department_where_it_has_one() {
        Completion completion = completion(
                List.of(
                        target(Subject.department(2), 900),
                        target(Subject.person(1), 300),
                        target(Subject.person(3), 400)),
                List.of());
        Line sales = completion.line(Subject.department(1));
        assertThat(sales.below()).isEqualByComparingTo("1200");
        assertThat(sales.people()).isEqualByComparingTo("700");
        assertThat(sales.aim()).isEqualByComparingTo("1200");
        assertThat(completion.line(Subject.person(4)).aim()).isNull();
    }

    @Test
    void lines_stand_as_a_tree_of_those_that_are_seen() {
        assertThat(names(completion(List.of(), List.of()).lines(_ -> true)))
                .containsExactly("0 Sales", "1 Ana", "1 North", "2 Cem", "0 Dora");
        assertThat(names(completion(List.of(), List.of(achieved(2, 1))).lines(_ -> true)))
                .as("who has left and has achieved something")
                .contains("2 Ben");
        assertThat(names(completion(List.of(), List.of())
                        .lines(Set.of(Subject.department(2), Subject.person(3))::contains)))
                .containsExactly("0 North", "1 Cem");
    }

    @Test
    void months_of_a_span_come_together_and_a_target_taken_away_is_none() {
        Completion completion = completion(
                List.of(
                        target(Subject.person(1), 300),
                        new Target("m", new Cell(Subject.person(1), MARCH.plusMonths(1)), new BigDecimal(200), 1, 0),
                        new Target("m", new Cell(Subject.person(3), MARCH), null, 2, 0)),
                List.of());
        assertThat(completion.line(Subject.person(1)).target()).isEqualByComparingTo("500");
        assertThat(completion.line(Subject.person(3)).target()).isNull();
    }

    private static List<String> names(List<Line> lines) {
        return lines.stream().map(line -> line.depth() + " " + line.name()).toList();
    }

    private static Completion completion(List<Target> targets, List<Achieved> achieved) {
        return new Completion(COMPANY, Comparator.naturalOrder(), targets, achieved);
    }

    private static Target target(Subject subject, int amount) {
        return new Target("m", new Cell(subject, MARCH), new BigDecimal(amount), 1, 0);
    }

    private static Achieved achieved(long person, int value) {
        return new Achieved("m", person, MARCH, new BigDecimal(value));
    }

    private static Person person(long id, String name, @Nullable Long department, boolean active) {
        return new Person(id, name, name, null, null, department, null, List.of(), active, Set.of(), 1);
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
