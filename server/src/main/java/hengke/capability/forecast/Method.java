package hengke.capability.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Ways to foretell what will have been won by the end of a period, from what was known at a moment of it. */
public enum Method {
    /** What was won, and what was expected in the period by its probability. */
    BY_STAGE("byStage", false),
    /** The same by what the model of then said. */
    BY_MODEL("byModel", false),
    /** What was won, and what was committed deal by deal. */
    COMMIT("commit", false),
    /** What people had said they would have won. */
    SUBMITTED("submitted", false),
    /** What was won, and as much of all that was open as was won of it in earlier periods. */
    PAST_YIELD("pastYield", false),
    LAST_YEAR("lastYear", true),
    LAST_PERIOD("lastPeriod", true),
    /** As much in each day that is left as in those that have passed. */
    RUN_RATE("runRate", true);

    private static final int DIGITS = 2;

    private final String wire;
    private final boolean naive;

    Method(String wire, boolean naive) {
        this.wire = wire;
        this.naive = naive;
    }

    public String wire() {
        return wire;
    }

    /** Does it look at no deal that is open? */
    public boolean naive() {
        return naive;
    }

    /** What it says; nothing where it had nothing to go by. */
    public Optional<BigDecimal> says(Known known) {
        return switch (this) {
            case BY_STAGE -> Optional.ofNullable(known.byStage()).map(known.won()::add);
            case BY_MODEL -> Optional.ofNullable(known.byModel()).map(known.won()::add);
            case COMMIT -> Optional.ofNullable(known.commit()).map(known.won()::add);
            case SUBMITTED -> Optional.ofNullable(known.submitted());
            case PAST_YIELD ->
                known.pastYield() == null
                        ? Optional.empty()
                        : Optional.of(known.won()
                                .add(known.open().multiply(BigDecimal.valueOf(known.pastYield())))
                                .setScale(DIGITS, RoundingMode.HALF_UP));
            case LAST_YEAR -> Optional.ofNullable(known.lastYear());
            case LAST_PERIOD -> Optional.ofNullable(known.lastPeriod());
            case RUN_RATE ->
                known.elapsed() <= 0
                        ? Optional.empty()
                        : Optional.of(
                                known.won().divide(BigDecimal.valueOf(known.elapsed()), DIGITS, RoundingMode.HALF_UP));
        };
    }
}
