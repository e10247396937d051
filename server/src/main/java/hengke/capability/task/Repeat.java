package hengke.capability.task;

import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How often something is done again. */
enum Repeat {
    DAILY(Option.of("daily", "每天", "Every day"), ChronoUnit.DAYS, 1),
    WORKDAYS(Option.of("workdays", "每个工作日", "Every working day"), ChronoUnit.DAYS, 1),
    WEEKLY(Option.of("weekly", "每周", "Every week"), ChronoUnit.WEEKS, 1),
    FORTNIGHTLY(Option.of("fortnightly", "每两周", "Every two weeks"), ChronoUnit.WEEKS, 2),
    MONTHLY(Option.of("monthly", "每月", "Every month"), ChronoUnit.MONTHS, 1),
    QUARTERLY(Option.of("quarterly", "每季度", "Every quarter"), ChronoUnit.MONTHS, 3),
    YEARLY(Option.of("yearly", "每年", "Every year"), ChronoUnit.YEARS, 1);

    /** Holidays are never longer; whoever works on no day at all repeats nothing. */
    private static final int LONGEST_BREAK = 60;

    private final Option option;
    private final ChronoUnit unit;
    private final int every;

    Repeat(Option option, ChronoUnit unit, int every) {
        this.option = option;
        this.unit = unit;
        this.every = every;
    }

    Option option() {
        return option;
    }

    static Optional<Repeat> of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(repeat -> repeat.option.value().equals(wire))
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
