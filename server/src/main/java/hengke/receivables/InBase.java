package hengke.receivables;

import hengke.kernel.metadata.type.DecimalType;
import java.math.BigDecimal;

/** What is computed from amounts is a number in the company's currency. */
final class InBase {
    private static final BigDecimal MOST = new BigDecimal("1e15");

    private InBase() {}

    static DecimalType amount() {
        return new DecimalType(DecimalType.Form.DECIMAL, 2, MOST.negate(), MOST);
    }

    static DecimalType percent() {
        return new DecimalType(DecimalType.Form.PERCENT, 2, MOST.negate(), MOST);
    }
}
