package hengke.trade;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.stage.Staged;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Message;
import hengke.receivables.Billed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** What a customer has ordered, and what we deliver. */
@Component
public final class Order extends TradeDocument implements Approvable {
    static final String DRAFT = "draft";
    static final String ACTIVE = "active";
    static final String PARTIAL = "partial";
    static final String SHIPPED = "shipped";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";
    /** It was agreed on, and goes on or has been done. */
    static final List<String> UNDER_WAY = List.of(ACTIVE, PARTIAL, SHIPPED, DONE);
    /** Something of it may still be delivered. */
    static final List<String> DELIVERABLE = List.of(ACTIVE, PARTIAL);
    /** Statuses that follow the deliveries by themselves. */
    static final List<String> FOLLOWING = List.of(ACTIVE, PARTIAL, SHIPPED);

    {
        section("基本信息", "Basics");
    }

    public final Field<String> number = number("S{yyyyMM}{0000}").title();
    public final Field<String> subject = subject();
    public final Field<Long> customer = customer();
    public final Field<Long> opportunity = opportunity().indexed();
    public final Field<Long> quote = quote();
    public final Field<Long> contact = contact("联系人", "Contact");
    public final Field<String> status = choice(
                    "status",
                    of(DRAFT, "草稿", "Draft").color("gray"),
                    of(ACTIVE, "执行中", "Under way").color("blue"),
                    of(PARTIAL, "部分发货", "Partly delivered").color("orange"),
                    of(SHIPPED, "已发货", "Delivered").color("cyan"),
                    of(DONE, "已完成", "Done").color("green"),
                    of(CANCELLED, "已取消", "Cancelled").color("gray"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(DRAFT)));

    {
        section("交付", "Delivery");
    }

    public final Field<LocalDate> deliveryDate =
            date("deliveryDate").label("要求交货日期", "Wanted by").indexed().listed();
    public final Field<Address> deliveryAddress = address("deliveryAddress").label("收货地址", "Delivery address");
    public final Field<String> recipient =
            text("recipient", 100).label("收货人", "Recipient").personName();
    public final Field<String> phone = phone("phone").label("收货电话", "Phone");

    {
        section("条款", "Terms");
    }

    public final Field<String> terms = longText("terms").label("商务条款", "Terms").alsoCalled("付款方式", "条款");
    public final Field<String> remarks = remarks();

    {
        workedOn(
                new Lined("order-line", customer, status, Set.of(DRAFT), List.of(number, customer, terms), null),
                new Billed(Billed.ORDER, customer, Lined.TOTAL, status, Set.of(CANCELLED)),
                new Printed(Papers.order()),
                new Approved(),
                new Staged(
                        status,
                        Documents.closing(
                                DRAFT,
                                Stream.concat(UNDER_WAY.stream(), Stream.of(CANCELLED))
                                        .toList(),
                                UNDER_WAY.stream()
                                        .map(to -> new Move(CANCELLED, to, Set.of(), List.of(), true, false))
                                        .toList())),
                new ToDeliver(status.name(), deliveryDate.name()));
    }

    Order() {
        super("order", "订单", "Order", "Orders");
    }

    @Override
    public Set<Field<?>> stages() {
        return Set.of(status);
    }

    /** It is under way, and may be delivered. */
    @Override
    public boolean binds(Row before, Row after) {
        String from = before.get(status);
        return (from == null || from.equals(DRAFT)) && Approvable.at(after.get(status), UNDER_WAY);
    }

    @Override
    public boolean open(Row row) {
        return DRAFT.equals(row.get(status));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("trade.orderStands"));
    }
}
