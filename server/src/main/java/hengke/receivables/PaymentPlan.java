package hengke.receivables;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.due.Due;
import hengke.capability.task.Tasked;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A term by which a contract or order is to be paid: how much until when. */
@Component
public final class PaymentPlan extends UnderBill {
    static final String PENDING = "pending";
    static final String PARTIAL = "partial";
    static final String SETTLED = "settled";
    static final String REPLACED = "replaced";
    static final String STATUS = "status";
    /** Something is still to be paid. */
    static final List<String> UNSETTLED = List.of(PENDING, PARTIAL);

    static final String DUE_DATE = "dueDate";

    public final Field<String> title = text("name", 60)
            .label("期次", "Term")
            .help("不填为“第几期”", "Numbered where nothing is said")
            .alsoCalled("期次名称", "款项")
            .title()
            .listed();
    public final Field<Long> customer = reference(CUSTOMER, "customer")
            .label("客户", "Customer")
            .derived()
            .indexed()
            .listed();
    public final Field<LocalDate> dueDate = date(DUE_DATE)
            .label("应收日期", "Due")
            .alsoCalled("计划回款日期", "到期日", "due date")
            .required()
            .indexedAmong(STATUS, UNSETTLED)
            .listed()
            .headline();
    public final Field<Money> amount = money(AMOUNT)
            .label("计划金额", "Amount")
            .alsoCalled("应收金额", "计划回款金额", "金额")
            .required()
            .listed()
            .headline();
    public final Field<Money> received = rollUp(
                    "received", new MoneyType(), "payment-match", PaymentMatch.PLAN, Summing.SUM, AMOUNT)
            .label("已回款", "Received")
            .listed()
            .headline();
    public final Field<BigDecimal> open = formula("open", InBase.amount(), """
                    if({status} = "replaced", 0, {amount} - {received})""")
            .label("未回款", "Open")
            .help("按本位币", "In the company's currency")
            .listed();
    public final Field<String> status = choice(
                    STATUS,
                    of(PENDING, "待回款", "Open").color("blue"),
                    of(PARTIAL, "部分回款", "Partly paid").color("orange"),
                    of(SETTLED, "已回款", "Paid").color("green"),
                    of(REPLACED, "已重排", "Planned anew").color("gray"))
            .label("状态", "Status")
            .derived()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(PENDING)));
    public final Field<String> remarks = text("remarks", 500).label("备注", "Remarks");

    {
        with(
                new Tasked(),
                new Discussed(),
                new Due(DUE_DATE, Counted.unsettled(), new Label("30 天内应收", "Due within 30 days")));
    }

    PaymentPlan() {
        super("payment-plan", "回款计划", "Payment term", "Payment plan", "plans", true);
        application("sales", "payment-plan");
    }

    @Override
    public Field<Long> customer() {
        return customer;
    }

    @Override
    public Field<Money> amount() {
        return amount;
    }

    @Override
    Ledger.Kind kind() {
        return Ledger.Kind.PLANNED;
    }

    @Override
    boolean counts(Row row) {
        return !REPLACED.equals(row.get(status));
    }

    @Override
    @Nullable
    Long plan(Row row) {
        return row.id();
    }
}
