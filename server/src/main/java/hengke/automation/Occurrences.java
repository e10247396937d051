package hengke.automation;

import hengke.automation.Trigger.Schedule;
import hengke.kernel.calendar.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** When a schedule comes due, in the company's time and by its calendar. */
final class Occurrences {
    /** A schedule that was put off lies at most this many days behind the day it is for. */
    private static final int FURTHEST = 31;

    private Occurrences() {}

    /** The last time it came due after one moment and not after another; what was missed before that is not made up for. */
    static Optional<Instant> last(Schedule schedule, Instant after, Instant until, WorkingTime calendar, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(FURTHEST);
        for (LocalDate day = LocalDate.ofInstant(until, zone); !day.isBefore(first); day = day.minusDays(1)) {
            if (on(schedule, day)) {
                Instant due = worked(schedule, day, calendar)
                        .atTime(Objects.requireNonNullElse(schedule.at(), Trigger.MORNING))
                        .atZone(zone)
                        .toInstant();
                if (due.isAfter(after) && !due.isAfter(until)) {
                    return Optional.of(due);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean on(Schedule schedule, LocalDate day) {
        return switch (schedule.every()) {
            case DAY -> true;
            case WEEK -> schedule.weekdays().contains(day.getDayOfWeek());
            case MONTH -> day.getDayOfMonth() == Math.min(schedule.day(), day.lengthOfMonth());
        };
    }

    private static LocalDate worked(Schedule schedule, LocalDate day, WorkingTime calendar) {
        return schedule.workdays() && !calendar.works(day) ? calendar.addDays(day, 1) : day;
    }
}
