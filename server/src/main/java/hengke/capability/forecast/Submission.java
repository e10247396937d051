package hengke.capability.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said that a person will have won by the end of a period, all that is won in it included.
 *
 * @param from the first day of the period
 * @param adjusts is it the word of somebody above him?
 * @param turn counts his own words, and the adjustments of them, from 1
 * @param committed null, as is {@code best}: he takes back what he said
 * @param best if things go well
 */
public record Submission(
        LocalDate from,
        long person,
        boolean adjusts,
        long turn,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal best,
        @Nullable String note,
        Instant at,
        long author) {

    /** Does it say anything? */
    public boolean stands() {
        return committed != null;
    }
}
