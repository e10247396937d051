package hengke.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What comes again and again at a time of day: each day, on days of the week, or on a day of the month.
 *
 * @param weekdays of each week; empty for the others
 * @param day of each month; where a month is shorter its last day, so that 31 is always the last
 * @param workdays on a day off put off until the next working day
 */
public record Rhythm(Every every, Set<DayOfWeek> weekdays, int day, LocalTime at, boolean workdays) {
    /** What was put off lies at most this many days behind the day it is for. */
    private static final int FURTHEST = 31;
    /** Whatever comes at all comes within these days. */
    private static final int LONGEST = 92;

    public Rhythm {
        weekdays = new TreeSet<>(weekdays);
    }

    /** How often. */
    public enum Every {
        DAY,
        WEEK,
        MONTH
    }

    /** The last time it came due after one moment and not after another. */
    public Optional<Instant> last(Instant after, Instant until, WorkingTime calendar, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(FURTHEST);
        for (LocalDate day = LocalDate.ofInstant(until, zone); !day.isBefore(first); day = day.minusDays(1)) {
            if (on(day)) {
                Instant due = due(day, calendar, zone);
                if (due.isAfter(after) && !due.isAfter(until)) {
                    return Optional.of(due);
                }
            }
        }
        return Optional.empty();
    }

    /** The first time it comes due after a moment; never, if no day of the week is named. */
    public Optional<Instant> next(Instant after, WorkingTime calendar, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        return today.minusDays(FURTHEST)
                .datesUntil(today.plusDays(LONGEST))
                .filter(this::on)
                .map(day -> due(day, calendar, zone))
                .filter(due -> due.isAfter(after))
                .min(Instant::compareTo);
    }

    private boolean on(LocalDate date) {
        return switch (every) {
            case DAY -> true;
            case WEEK -> weekdays.contains(date.getDayOfWeek());
            case MONTH -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        };
    }

    private Instant due(LocalDate date, WorkingTime calendar, ZoneId zone) {
        LocalDate worked = workdays && !calendar.works(date) ? calendar.addDays(date, 1) : date;
        return worked.atTime(at).atZone(zone).toInstant();
    }
}
