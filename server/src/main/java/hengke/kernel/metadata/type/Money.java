package hengke.kernel.metadata.type;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money.
 *
 * @param amount to the digits of its currency
 * @param currency ISO 4217; empty while nobody has said which
 * @param base the same in the company's currency, by which amounts are compared, sorted and summed; absent until it is
 *     reckoned when the amount is written
 */
public record Money(
        BigDecimal amount, String currency, @Nullable BigDecimal base) {

    /** An amount in the company's own currency. */
    public static Money ofBase(BigDecimal amount, String currency) {
        return new Money(amount, currency, amount);
    }

    /** An amount as somebody gives it: what it is worth is not reckoned yet. */
    public static Money asked(BigDecimal amount, String currency) {
        return new Money(amount, currency, null);
    }

    /** What it is worth in the company's currency. */
    public BigDecimal worth() {
        return Objects.requireNonNull(base, "an amount that is not reckoned yet");
    }
}
