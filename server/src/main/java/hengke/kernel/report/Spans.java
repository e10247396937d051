package hengke.kernel.report;

import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Bucket.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** The periods of a calendar one after the other. */
final class Spans {
    private static final int MOST = 400;

    private Spans() {}

    /** The first day after the period that begins on a day. */
    static LocalDate until(Unit unit, LocalDate start) {
        return switch (unit) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER, FISCAL_QUARTER -> start.plusMonths(3);
            case YEAR, FISCAL_YEAR -> start.plusYears(1);
        };
    }

    /** The first day of the period a day lies in. */
    static LocalDate start(Bucket.Period period, LocalDate day) {
        return switch (period.unit()) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
            case FISCAL_QUARTER -> period.year().quarterOf(day);
            case FISCAL_YEAR -> period.year().yearOf(day);
        };
    }

    /** The periods from one to another, both included; none where they would be too many to be looked at. */
    static List<LocalDate> between(Unit unit, LocalDate first, LocalDate last) {
        List<LocalDate> all = Stream.iterate(first, each -> !each.isAfter(last), each -> until(unit, each))
                .limit(MOST + 1)
                .toList();
        return all.size() > MOST ? List.of() : all;
    }
}
