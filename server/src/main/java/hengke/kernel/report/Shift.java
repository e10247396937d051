package hengke.kernel.report;

import hengke.kernel.query.Aggregate.Bucket.Unit;
import hengke.kernel.query.Days;
import hengke.kernel.report.Question.Comparison;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Which days are compared with which. */
record Shift(Days now, Days before) {

    /** Whole months are compared with as many months, other days with as many days. */
    static Shift of(Days now, Comparison comparison) {
        return new Shift(
                now,
                switch (comparison) {
                    case LAST_YEAR ->
                        new Days(now.from().minusYears(1), now.until().minusYears(1));
                    case PREVIOUS -> previous(now);
                });
    }

    private static Days previous(Days now) {
        if (now.from().getDayOfMonth() == 1 && now.until().getDayOfMonth() == 1) {
            return new Days(now.from().minus(Period.ofMonths(months(now.from(), now.until()))), now.from());
        }
        return new Days(now.from().minusDays(ChronoUnit.DAYS.between(now.from(), now.until())), now.from());
    }

    /** The period among those looked at to which one of those before corresponds. */
    LocalDate aligned(Unit unit, LocalDate start) {
        LocalDate moved = start.plusDays(ChronoUnit.DAYS.between(before.from(), now.from()));
        return switch (unit) {
            case DAY -> moved;
            case WEEK -> moved.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH, QUARTER, YEAR, FISCAL_QUARTER, FISCAL_YEAR ->
                start.plusMonths(months(before.from(), now.from()));
        };
    }

    /** Is it a period in which some of the days looked at lie? */
    boolean inReach(Unit unit, LocalDate start) {
        return start.isBefore(now.until()) && Spans.until(unit, start).isAfter(now.from());
    }

    private static int months(LocalDate from, LocalDate until) {
        return (int) ChronoUnit.MONTHS.between(from.withDayOfMonth(1), until.withDayOfMonth(1));
    }
}
