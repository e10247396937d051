package hengke.receivables;

import java.math.BigDecimal;

/** Amounts in sentences. */
final class Shown {
    private Shown() {}

    static String of(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }
}
