package hengke.trade;

import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DecimalType;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** A line of an order. */
@Component
public final class OrderLine extends TradeLine {
    private static final BigDecimal MOST = new BigDecimal("1e18");
    static final String QUOTED = "quoted";
    static final String HELD = "held";

    public final Field<Long> quoted = reference(QUOTED, "quote-line")
            .label("来自报价明细", "From the quote's line")
            .derived()
            .indexed();
    public final Field<BigDecimal> held = decimal(HELD, 4)
            .label("占用报价数量", "Taken from the quote")
            .help("已取消的订单不占用", "Nothing, once the order is cancelled")
            .derived();
    public final Field<BigDecimal> delivered = rollUp(
                    "delivered",
                    new DecimalType(DecimalType.Form.DECIMAL, 4, MOST.negate(), MOST),
                    "delivery-line",
                    DeliveryLine.ORDERED,
                    Summing.SUM,
                    DeliveryLine.COUNTED)
            .label("已发数量", "Delivered");
    public final Field<BigDecimal> undelivered = formula(
                    "undelivered",
                    new DecimalType(DecimalType.Form.DECIMAL, 4, MOST.negate(), MOST),
                    "{quantity} - {delivered}")
            .label("未发数量", "To deliver");

    OrderLine() {
        super("order", "订单", "Order");
    }
}
