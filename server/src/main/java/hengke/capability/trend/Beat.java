package hengke.capability.trend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** In which steps one looks at time, and how many of them come again as a year. */
public enum Beat {
    WEEK("week", 52, 13),
    MONTH("month", 12, 6);

    private final String wire;
    private final int season;
    private final int ahead;

    Beat(String wire, int season, int ahead) {
        this.wire = wire;
        this.season = season;
        this.ahead = ahead;
    }

    /** As the report language names it. */
    public String wire() {
        return wire;
    }

    public int season() {
        return season;
    }

    /** So many steps are foretold. */
    public int ahead() {
        return ahead;
    }

    public static Optional<Beat> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }

    /** The first day of the step in which a day lies. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day so many steps later. */
    public LocalDate plus(LocalDate start, int steps) {
        return switch (this) {
            case WEEK -> start.plusWeeks(steps);
            case MONTH -> start.plusMonths(steps);
        };
    }
}
