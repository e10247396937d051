package hengke.trade;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Address;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** What was sent of an order at one time, how and where to. One that came back is taken back and stays on record. */
@Component
public final class Delivery extends BusinessObject {
    static final String ORDER = "order";
    static final String STATUS = "status";
    static final String SENT = "sent";
    static final String RECEIVED = "received";
    static final String BACK = "back";

    {
        section("基本信息", "Basics");
    }

    public final Field<String> number = autoNumber("number", "D{yyyyMM}{0000}")
            .label("发货单号", "Number")
            .alsoCalled("编号", "发货编号")
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<Long> order = reference(ORDER, "order")
            .label("订单", "Order")
            .required()
            .listed()
            .headline()
            .within("deliveries", "发货", "Deliveries");
    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .derived()
            .indexed()
            .listed()
            .headline();
    public final Field<LocalDate> sentOn = date("sentOn")
            .label("发货日期", "Sent on")
            .alsoCalled("日期")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Now());
    public final Field<String> carrier = text("carrier", 60)
            .label("承运方", "Carrier")
            .alsoCalled("快递公司", "物流公司")
            .listed();
    public final Field<String> trackingNumber = text("trackingNumber", 60)
            .label("运单号", "Tracking number")
            .alsoCalled("快递单号", "物流单号")
            .searched()
            .listed();
    public final Field<String> status = choice(
                    STATUS,
                    of(SENT, "已发货", "Sent").color("blue"),
                    of(RECEIVED, "已签收", "Received").color("green"),
                    of(BACK, "已退回", "Taken back").color("gray"))
            .label("状态", "Status")
            .derived()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(SENT)));
    public final Field<LocalDate> receivedOn =
            date("receivedOn").label("签收日期", "Received on").derived();
    public final Field<String> backWhy =
            text("backWhy", 500).label("退回原因", "Why it was taken back").derived();

    {
        section("收货", "Where to");
    }

    public final Field<Address> deliveryAddress = address("deliveryAddress")
            .label("收货地址", "Delivery address")
            .help("不填即为订单的收货地址", "The order's, where nothing is said");
    public final Field<String> recipient =
            text("recipient", 100).label("收货人", "Recipient").personName();
    public final Field<String> phone = phone("phone").label("收货电话", "Phone");
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    {
        with(new Owned(), new Attached(), new Discussed());
    }

    Delivery() {
        super("delivery", "发货", "Delivery", "Deliveries");
        application("sales", "delivery");
    }
}
