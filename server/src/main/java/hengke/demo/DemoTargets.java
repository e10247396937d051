package hengke.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import hengke.capability.goal.Achievements;
import hengke.capability.goal.Achievements.Achieved;
import hengke.capability.goal.Aim;
import hengke.capability.goal.Measures;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.goal.Targets;
import hengke.capability.goal.Targets.Cell;
import hengke.capability.goal.Targets.Wish;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.query.FiscalYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the invented sellers and their departments aim at: a little more each month than they have usually won. */
@Component
final class DemoTargets {
    private static final Set<String> MEASURES = Set.of("wonAmount", "wonCount");
    private static final BigDecimal MORE = new BigDecimal("1.1");
    private static final BigDecimal STRETCH = new BigDecimal("1.05");

    private final Measures measures;
    private final Achievements achievements;
    private final Targets targets;
    private final LiveOrganisation organisation;
    private final Clock clock;

    DemoTargets(
            Measures measures, Achievements achievements, Targets targets, LiveOrganisation organisation, Clock clock) {
        this.measures = measures;
        this.achievements = achievements;
        this.targets = targets;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Of last year and this one. */
    void set(Collection<DemoCompany.Team> teams) {
        Organisation now = organisation.get();
        FiscalYear business = new FiscalYear(now.company().fiscalYearStart());
        Span year = Span.around(
                Span.Unit.YEAR,
                LocalDate.ofInstant(clock.instant(), now.company().timeZone()),
                business);
        Span last = new Span(Span.Unit.YEAR, year.from().minusYears(1));
        for (Aim aim : measures.of(Actor.SYSTEM)) {
            if (MEASURES.contains(aim.key())) {
                Map<Subject, BigDecimal> monthly = monthly(now, teams, usually(aim, last, year), step(aim));
                List<Wish> wishes = new ArrayList<>();
                monthly.forEach((subject, amount) -> {
                    last.months().forEach(month -> wishes.add(new Wish(new Cell(subject, month), amount, 0)));
                    year.months()
                            .forEach(month -> wishes.add(new Wish(new Cell(subject, month), raised(amount, aim), 0)));
                });
                targets.save(Actor.SYSTEM, aim.measure(), wishes);
            }
        }
    }

    void remove(DemoLedger.Entry made) {
        targets.forget(made.people());
    }

    /** What each has won in a usual month. */
    private Map<Long, BigDecimal> usually(Aim aim, Span last, Span year) {
        List<Achieved> achieved = new ArrayList<>(achievements.of(List.of(aim), last, Optional.empty()));
        achieved.addAll(achievements.of(List.of(aim), year, Optional.empty()));
        long months =
                Math.max(1, achieved.stream().map(Achieved::month).distinct().count());
        Map<Long, BigDecimal> sums = achieved.stream()
                .collect(groupingBy(
                        Achieved::person, mapping(Achieved::value, reducing(BigDecimal.ZERO, BigDecimal::add))));
        sums.replaceAll((_, sum) -> sum.divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP));
        return sums;
    }

    /** Of sellers, of their departments a little more than of their people, and of the department above all. */
    private static Map<Subject, BigDecimal> monthly(
            Organisation now, Collection<DemoCompany.Team> teams, Map<Long, BigDecimal> usually, BigDecimal step) {
        Map<Subject, BigDecimal> monthly = new HashMap<>();
        for (DemoCompany.Team team : teams) {
            BigDecimal together = BigDecimal.ZERO;
            for (long seller : team.sellers()) {
                BigDecimal aim = up(usually.getOrDefault(seller, BigDecimal.ZERO), step);
                monthly.put(Subject.person(seller), aim);
                together = together.add(aim);
            }
            Optional<Department> department = now.person(team.sellers().getFirst())
                    .map(Person::department)
                    .flatMap(now::department);
            if (department.isPresent()) {
                BigDecimal aim = up(together.multiply(STRETCH), step);
                monthly.put(Subject.department(department.get().id()), aim);
                Long above = department.get().parent();
                if (above != null) {
                    monthly.merge(Subject.department(above), aim, BigDecimal::add);
                }
            }
        }
        return monthly;
    }

    private static BigDecimal raised(BigDecimal amount, Aim aim) {
        return up(amount.multiply(MORE), step(aim));
    }

    /** To which targets are rounded up; nobody aims at less. */
    private static BigDecimal step(Aim aim) {
        return switch (aim.measure().unit()) {
            case MONEY -> new BigDecimal(5_000);
            case COUNT -> BigDecimal.ONE;
        };
    }

    private static BigDecimal up(BigDecimal amount, BigDecimal step) {
        return amount.max(step).divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
}
