package hengke.trade;

import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DecimalType;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** A line of a quote. */
@Component
public final class QuoteLine extends TradeLine {
    private static final BigDecimal MOST = new BigDecimal("1e18");

    public final Field<BigDecimal> ordered = rollUp(
                    "ordered",
                    new DecimalType(DecimalType.Form.DECIMAL, 4, MOST.negate(), MOST),
                    "order-line",
                    OrderLine.QUOTED,
                    Summing.SUM,
                    OrderLine.HELD)
            .label("已下单数量", "Ordered");

    QuoteLine() {
        super("quote", "报价单", "Quote");
    }
}
