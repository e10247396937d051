package hengke.capability.retention;

import hengke.kernel.learning.BetaGeometric;
import hengke.kernel.learning.Buying;
import hengke.kernel.learning.GammaGamma;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about how an object's records buy.
 *
 * @param day until when deals counted
 * @param version of what counts as a deal
 * @param customers of how many it was learnt
 * @param again how many of them had bought again
 * @param often how often they buy and when they stop; null where too few bought again
 * @param much what they spend; null where that is not known or has no mean
 * @param trial how it would have foretold the recent past; null where there is too little of a past
 */
public record Outlook(
        Instant at,
        LocalDate day,
        long version,
        long customers,
        long again,
        @Nullable BetaGeometric often,
        @Nullable GammaGamma much,
        double dependence,
        @Nullable Trial trial) {
    /** Below so many who bought again nothing is foretold. */
    public static final int FEWEST = 100;

    public static final double WEEKS_OF_A_YEAR = 365.25 / 7;

    /**
     * The recent past as it would have been foretold.
     *
     * @param weeks how much of it
     * @param customers who had bought before
     * @param actual how many deals there were
     * @param expected how many were foretold
     * @param naive how many there would have been, had everybody gone on as before
     * @param error by how much a single customer was foretold wrong, on average
     * @param naiveError the same of going on as before
     */
    public record Trial(
            long weeks,
            long customers,
            double actual,
            double expected,
            double naive,
            double error,
            double naiveError) {}

    /** What is foretold of one record. */
    record Foretold(
            @Nullable Double chance, double deals, @Nullable Double amount) {}

    /** Null where nothing is foretold of anybody. */
    @Nullable
    Foretold of(Buying person) {
        if (often == null) {
            return null;
        }
        double deals = often.expected(person, Retained.WEEKS);
        return new Foretold(
                person.repeats() == 0 ? null : often.alive(person),
                deals,
                much == null ? null : deals * much.expected(person));
    }
}
