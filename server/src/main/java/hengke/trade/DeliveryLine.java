package hengke.trade;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** How much of a line of an order was sent. */
@Component
public final class DeliveryLine extends BusinessObject {
    static final String ORDERED = "ordered";
    static final String COUNTED = "counted";

    public final Field<Long> position =
            integer("position", 1, 100_000).label("行号", "Position").following();
    public final Field<Long> delivery = reference("delivery", "delivery")
            .label("发货", "Delivery")
            .required()
            .listed()
            .asLines("lines", "发货明细", "What was sent", position);
    public final Field<Long> ordered = reference(ORDERED, "order-line")
            .label("订单明细", "Line of the order")
            .required()
            .indexed();
    public final Field<Long> product =
            reference("product", "product").label("产品", "Product").derived().indexed();
    public final Field<String> title =
            text("name").label("名称", "Name").derived().title().listed();
    public final Field<String> unit =
            text("unit", 20).label("单位", "Unit").derived().listed();
    public final Field<BigDecimal> quantity =
            decimal("quantity", 4).label("发货数量", "Quantity").required().listed();
    public final Field<BigDecimal> counted = decimal(COUNTED, 4)
            .label("计入已发数量", "Counted as delivered")
            .help("已退回的不计", "Nothing, once it was taken back")
            .derived();
    public final Field<String> remarks = text("remarks", 200).label("备注", "Remarks");

    DeliveryLine() {
        super("delivery-line", "发货明细", "Delivery line", "Delivery lines");
    }
}
