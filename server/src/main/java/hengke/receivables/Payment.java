package hengke.receivables;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/**
 * Money that came from a customer, and what it settles; what it settles nothing with is the customer's credit. Where the
 * company has receipts approved, one that waits counts nowhere and settles nothing.
 */
@Component
public final class Payment extends UnderBill implements Approvable {
    static final String WAITING = "waiting";
    static final String CONFIRMED = "confirmed";
    static final String REVERSED = "reversed";
    static final String STATUS = "status";

    public final Field<String> number = autoNumber("number", "R{yyyyMM}{0000}")
            .label("回款编号", "Number")
            .alsoCalled("编号", "回款单号")
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<Long> customer = reference(CUSTOMER, "customer")
            .label("付款客户", "Paid by")
            .alsoCalled("客户", "客户名称", "付款方客户")
            .required()
            .listed()
            .headline()
            .within("payments", "回款", "Payments");
    public final Field<LocalDate> receivedAt = date("receivedAt")
            .label("到账日期", "Received on")
            .alsoCalled("回款日期", "日期", "交易日期")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Now());
    public final Field<Money> amount = money(AMOUNT)
            .label("回款金额", "Amount")
            .alsoCalled("金额", "收入金额")
            .required()
            .listed()
            .headline();
    public final Field<String> method = choice(
                    "method",
                    of("transfer", "银行转账", "Bank transfer"),
                    of("draft", "承兑汇票", "Bank draft"),
                    of("cheque", "支票", "Cheque"),
                    of("wechat", "微信", "WeChat Pay"),
                    of("alipay", "支付宝", "Alipay"),
                    of("card", "刷卡", "Card"),
                    of("cash", "现金", "Cash"),
                    of("other", "其他", "Other"))
            .label("收款方式", "Method")
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("transfer")));
    public final Field<String> reference = text("reference", 100)
            .label("流水号", "Bank reference")
            .alsoCalled("银行流水号", "交易流水号")
            .searched()
            .indexed()
            .listed();
    public final Field<String> payer =
            text("payer").label("付款户名", "Name of the account").alsoCalled("对方户名", "付款人");
    public final Field<Money> matched = rollUp(
                    "matched", new MoneyType(), "payment-match", PaymentMatch.PAYMENT, Summing.SUM, AMOUNT)
            .label("已核销", "Settling")
            .listed();
    public final Field<BigDecimal> credit = formula("credit", InBase.amount(), """
                    if({status} = "confirmed", {amount} - {matched}, 0)""")
            .label("未核销", "Credit")
            .help("按本位币", "In the company's currency")
            .listed()
            .headline();
    public final Field<String> status = choice(
                    STATUS,
                    of(WAITING, "待审批", "To be approved").color("blue"),
                    of(CONFIRMED, "已到账", "Received").color("green"),
                    of(REVERSED, "已冲销", "Reversed").color("gray"))
            .label("状态", "Status")
            .derived()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(CONFIRMED)));
    public final Field<String> reversedWhy =
            text("reversedWhy", 500).label("冲销原因", "Why it was reversed").derived();
    public final Field<String> remarks =
            text("remarks", 500).label("备注", "Remarks").alsoCalled("摘要", "附言");

    {
        with(new Owned(), new Attached(), new Discussed(), new Approved());
    }

    Payment() {
        super("payment", "回款", "Payment", "Payments", "payments", false);
        application("sales", "payment");
    }

    @Override
    public Set<Field<?>> stages() {
        return Set.of(status, remarks);
    }

    /** What it settles is worked on once it is approved. */
    @Override
    public boolean coversLines() {
        return false;
    }

    /**
     * One that waits begins to count, or one that stands counts as more. One that was approved stays as it is in any case,
     * and what becomes of a new one {@link PaymentRules} says.
     */
    @Override
    public boolean binds(Row before, Row after) {
        return counts(after)
                && (WAITING.equals(before.get(status))
                        || counts(before) && !Approved.passed(before) && more(before.get(amount), after.get(amount)));
    }

    private static boolean more(@Nullable Money before, @Nullable Money after) {
        return before != null
                && after != null
                && (!before.currency().equals(after.currency())
                        || after.amount().compareTo(before.amount()) > 0);
    }

    @Override
    public boolean open(Row row) {
        return WAITING.equals(row.get(status));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("receivables.paymentStands"));
    }

    @Override
    public Map<Field<?>, @Nullable Object> follows(News news, Row row) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        if (news.approved()) {
            values.put(status, CONFIRMED);
        }
        return values;
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
        return Ledger.Kind.RECEIVED;
    }

    @Override
    boolean counts(Row row) {
        return CONFIRMED.equals(row.get(status));
    }

    @Override
    @Nullable
    Long payment(Row row) {
        return row.id();
    }
}
