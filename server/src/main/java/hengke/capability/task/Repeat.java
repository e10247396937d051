package hengke.capability.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How often something is done again. */
enum Repeat {
    DAILY("daily", "每天", "Every day", ChronoUnit.DAYS, 1),
    WORKDAYS("workdays", "每个工作日", "Every working day", ChronoUnit.DAYS, 1),
    WEEKLY("weekly", "每周", "Every week", ChronoUnit.WEEKS, 1),
    FORTNIGHTLY("fortnightly", "每两周", "Every two weeks", ChronoUnit.WEEKS, 2),
    MONTHLY("monthly", "每月", "Every month", ChronoUnit.MONTHS, 1),
    QUARTERLY("quarterly", "每季度", "Every quarter", ChronoUnit.MONTHS, 3),
    YEARLY("yearly", "每年", "Every year", ChronoUnit.YEARS, 1);

    /** Holidays are never longer; whoever works on no day at all repeats nothing. */
    private static final int LONGEST_BREAK = 60;

    private final String wire;
    private final String chinese;
    private final String english;
    private final ChronoUnit unit;
    private final int every;

    Repeat(String wire, String chinese, String english, ChronoUnit unit, int every) {
        this.wire = wire;
        this.chinese = chinese;
        this.english = english;
        this.unit = unit;
        this.every = every;
    }

    String wire() {
        return wire;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    static Optional<Repeat> of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(repeat -> repeat.wire.equals(wire))
                .findFirst();
    }

    /**
     * The first time after both: what was missed is not made up for.
     *
     * @param from the day repetition is reckoned from: a 31st is the last day of shorter months, and the 31st again
     * @param due when the last one was due
     * @param now when that one was done
     * @param works the days on which the company works
     */
    Optional<LocalDateTime> next(LocalDate from, LocalDateTime due, LocalDateTime now, Predicate<LocalDate> works) {
        LocalDateTime after = due.isAfter(now) ? due : now;
        if (this == WORKDAYS) {
            LocalDate first = after.toLocalDate().atTime(due.toLocalTime()).isAfter(after)
                    ? after.toLocalDate()
                    : after.toLocalDate().plusDays(1);
            return first.datesUntil(first.plusDays(LONGEST_BREAK))
                    .filter(works)
                    .findFirst()
                    .map(day -> day.atTime(due.toLocalTime()));
        }
        long times = Math.max(0, unit.between(from, after.toLocalDate()) / every);
        LocalDateTime next = from.plus(times * every, unit).atTime(due.toLocalTime());
        while (!next.isAfter(after)) {
            next = from.plus(++times * every, unit).atTime(due.toLocalTime());
        }
        return Optional.of(next);
    }
}
