package hengke.capability.forecast;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a period at a moment of it. What nobody knew then is null.
 *
 * @param won in the period before that moment
 * @param open all that was open, whenever it was expected
 * @param byStage what was expected in the period, by its probability
 * @param byModel the same by what a model in use said
 * @param commit what was expected in the period and committed
 * @param submitted what people had said of the whole period
 * @param lastYear what was won in the same period a year before
 * @param lastPeriod what was won in the period before
 * @param pastYield how much of what was open at the same moment of earlier periods was won until their ends
 * @param elapsed how much of the period had passed, from 0 to 1
 */
public record Known(
        BigDecimal won,
        BigDecimal open,
        @Nullable BigDecimal byStage,
        @Nullable BigDecimal byModel,
        @Nullable BigDecimal commit,
        @Nullable BigDecimal submitted,
        @Nullable BigDecimal lastYear,
        @Nullable BigDecimal lastPeriod,
        @Nullable Double pastYield,
        double elapsed) {

    /** With the experience of earlier periods. */
    Known yielding(@Nullable Double share) {
        return new Known(won, open, byStage, byModel, commit, submitted, lastYear, lastPeriod, share, elapsed);
    }
}
