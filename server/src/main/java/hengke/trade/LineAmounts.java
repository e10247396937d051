package hengke.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a line comes to. Each line is rounded once, half up, to the digits of the currency, and its tax once; totals are
 * sums of lines, so that every total agrees with what is printed above it to the last cent.
 *
 * @param net without tax
 * @param amount with tax; always {@code net + tax}
 */
public record LineAmounts(BigDecimal net, BigDecimal tax, BigDecimal amount) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * @param price of one, with or without tax
     * @param discount in percent off the price: 10 is 九折
     * @param taxRate in percent
     * @param taxIncluded does the price include the tax?
     * @param digits of the currency behind the point
     */
    public static LineAmounts of(
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal taxRate,
            boolean taxIncluded,
            int digits) {
        BigDecimal stated = rounded(
                quantity.multiply(price).multiply(HUNDRED.subtract(discount)).movePointLeft(2), digits);
        if (taxIncluded) {
            BigDecimal tax = stated.multiply(taxRate).divide(HUNDRED.add(taxRate), digits, RoundingMode.HALF_UP);
            return new LineAmounts(stated.subtract(tax), tax, stated);
        }
        BigDecimal tax = rounded(stated.multiply(taxRate).movePointLeft(2), digits);
        return new LineAmounts(stated, tax, stated.add(tax));
    }

    private static BigDecimal rounded(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }
}
