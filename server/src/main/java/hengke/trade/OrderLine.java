package hengke.trade;

import hengke.kernel.metadata.Field;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** A line of an order. */
@Component
public final class OrderLine extends TradeLine {
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

    OrderLine() {
        super("order", "订单", "Order");
    }
}
