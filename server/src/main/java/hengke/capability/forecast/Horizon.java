package hengke.capability.forecast;

import hengke.capability.goal.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far ahead of the end of a period one foretells it. */
public enum Horizon {
    START("start"),
    MIDDLE("middle"),
    TWO_WEEKS("twoWeeks");

    private static final int FORTNIGHT = 14;

    private final String wire;

    Horizon(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** The day at whose beginning one stands. */
    public LocalDate day(Span period) {
        return switch (this) {
            case START -> period.from();
            case MIDDLE -> period.from().plusDays(ChronoUnit.DAYS.between(period.from(), period.until()) / 2);
            case TWO_WEEKS -> period.until().minusDays(FORTNIGHT);
        };
    }
}
