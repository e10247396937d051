package hengke.capability.forecast;

import hengke.capability.forecast.BackTest.Past;
import hengke.capability.forecast.BackTest.Point;
import hengke.capability.forecast.BackTest.Verdict;
import hengke.capability.goal.Achievements;
import hengke.capability.goal.Aim;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.pipeline.PipelineSnapshots;
import hengke.capability.pipeline.PipelineSnapshots.Stood;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.FiscalYear;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What would have been foretold in past periods, told only from what was noted then: snapshots, what people had said, and
 * what was won before. How it came is told as targets tell it.
 */
@Component
public final class BackTests {
    private static final int PERIODS = 12;
    /** A snapshot that is older than so many days does not stand for the day. */
    private static final int FRESH = 3;

    private static final Stood NOTHING_OPEN =
            new Stood(LocalDate.EPOCH, BigDecimal.ZERO, BigDecimal.ZERO, null, BigDecimal.ZERO);

    private final Forecasts forecasts;
    private final Achievements achievements;
    private final PipelineSnapshots snapshots;
    private final ForecastSubmissions submissions;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    BackTests(
            Forecasts forecasts,
            Achievements achievements,
            PipelineSnapshots snapshots,
            ForecastSubmissions submissions,
            Access access,
            LiveOrganisation organisation,
            Clock clock) {
        this.forecasts = forecasts;
        this.achievements = achievements;
        this.snapshots = snapshots;
        this.submissions = submissions;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * How true forecasts came.
     *
     * @param first the first day of which there is a snapshot; null while there is none
     */
    public record Tested(Aim won, @Nullable LocalDate first, List<Point> points, List<Verdict> verdicts) {}

    /** Of one whom the asker sees, or of all whom he sees. */
    public Tested of(Actor actor, ObjectDefinition object, Span.Unit unit, Optional<Subject> subject) {
        Organisation now = organisation.get();
        Aim won = forecasts.won(actor, object);
        Sight sight = Sight.of(access, now, actor, won);
        if (subject.isPresent() && !sight.sees(subject.get())) {
            throw new Refusal.NotFound();
        }
        Optional<Set<Long>> people = subject.map(one -> members(now, one)).or(sight::people);
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.company().timeZone());
        NavigableSet<LocalDate> days = snapshots.days(object);
        NavigableMap<LocalDate, BigDecimal> daily = achievements.daily(won, today.plusDays(1), people);
        List<Submission> said = submissions.history(object, unit);
        List<Past> pasts = new ArrayList<>();
        for (Span period : periods(unit, today, now)) {
            pasts.addAll(pasts(object, period, days, daily, said, people));
        }
        List<Point> points = BackTest.points(pasts);
        return new Tested(won, days.isEmpty() ? null : days.first(), points, BackTest.verdicts(points));
    }

    private static Set<Long> members(Organisation now, Subject subject) {
        return switch (subject.kind()) {
            case PERSON -> Set.of(subject.id());
            case DEPARTMENT -> now.membersOfTrees(Set.of(subject.id()));
        };
    }

    /** Those that have ended, the oldest first. */
    private static List<Span> periods(Span.Unit unit, LocalDate today, Organisation now) {
        FiscalYear year = new FiscalYear(now.company().fiscalYearStart());
        List<Span> periods = new ArrayList<>();
        Span period = Span.around(unit, today, year);
        for (int i = 0; i < PERIODS; i++) {
            period = period.before();
            periods.addFirst(period);
        }
        return periods;
    }

    private List<Past> pasts(
            ObjectDefinition object,
            Span period,
            NavigableSet<LocalDate> days,
            NavigableMap<LocalDate, BigDecimal> daily,
            List<Submission> said,
            Optional<Set<Long>> people) {
        Map<Horizon, LocalDate> noted = new EnumMap<>(Horizon.class);
        for (Horizon horizon : Horizon.values()) {
            LocalDate wanted = horizon.day(period);
            LocalDate day = days.floor(wanted);
            if (day != null && !day.isBefore(wanted.minusDays(FRESH))) {
                noted.put(horizon, day);
            }
        }
        if (noted.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, Stood> stood = new HashMap<>();
        snapshots
                .stood(object, noted.values(), period.from(), period.until(), people)
                .forEach(each -> stood.put(each.day(), each));
        List<Past> pasts = new ArrayList<>();
        noted.forEach((horizon, day) -> pasts.add(new Past(
                period,
                horizon,
                day,
                known(period, day, stood.getOrDefault(day, NOTHING_OPEN), daily, said(said, period, day, people)),
                sum(daily, period.from(), period.until()))));
        return pasts;
    }

    private static Known known(
            Span period,
            LocalDate day,
            Stood stood,
            NavigableMap<LocalDate, BigDecimal> daily,
            @Nullable BigDecimal submitted) {
        long whole = ChronoUnit.DAYS.between(period.from(), period.until());
        long passed = Math.max(0, ChronoUnit.DAYS.between(period.from(), day));
        Span before = period.before();
        Span lastYear = new Span(period.unit(), period.from().minusYears(1));
        return new Known(
                passed == 0 ? BigDecimal.ZERO : sum(daily, period.from(), day),
                stood.open(),
                stood.byStage(),
                stood.byModel(),
                stood.commit(),
                submitted,
                lived(daily, lastYear) ? sum(daily, lastYear.from(), lastYear.until()) : null,
                lived(daily, before) ? sum(daily, before.from(), before.until()) : null,
                null,
                (double) passed / whole);
    }

    /** Was anything won by its beginning? A time from before the records began is not one in which nothing was won. */
    private static boolean lived(NavigableMap<LocalDate, BigDecimal> daily, Span span) {
        return !daily.isEmpty() && !daily.firstKey().isAfter(span.from());
    }

    private static BigDecimal sum(NavigableMap<LocalDate, BigDecimal> daily, LocalDate from, LocalDate until) {
        return sum(daily.subMap(from, true, until, false).values());
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What counted at the end of that day of all that these people had said of the period; null when nobody had. */
    private @Nullable BigDecimal said(
            List<Submission> history, Span period, LocalDate day, Optional<Set<Long>> people) {
        Instant end = day.plusDays(1)
                .atStartOfDay(organisation.get().company().timeZone())
                .toInstant();
        Map<Long, Said> said = new HashMap<>();
        for (Submission each : history) {
            if (each.from().equals(period.from())
                    && each.at().isBefore(end)
                    && people.map(some -> some.contains(each.person())).orElse(true)) {
                Said before = said.getOrDefault(each.person(), Said.NOTHING);
                said.put(
                        each.person(),
                        each.adjusts() ? new Said(before.own(), each) : new Said(each, before.adjustment()));
            }
        }
        Said.Together together = Said.Together.of(said.values());
        return together.people() == 0 ? null : together.committed();
    }
}
