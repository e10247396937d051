package hengke.kernel.metadata.type;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount to the fen (scale 2)
 * @param currency ISO 4217
 * @param base the same in the company's currency, by which amounts are compared, sorted and summed
 */
public record Money(BigDecimal amount, String currency, BigDecimal base) {

    /** An amount in the company's own currency. */
    public static Money ofBase(BigDecimal amount, String currency) {
        return new Money(amount, currency, amount);
    }
}
