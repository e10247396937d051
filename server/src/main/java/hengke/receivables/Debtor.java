package hengke.receivables;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The record is of somebody who owes and pays us. */
public record Debtor() implements Capability {
    private static final Label SECTION = new Label("往来款", "Account");
    public static final Field<Money> RECEIVABLE =
            Field.of("receivable", new MoneyType(), "应收总额", "Planned").in(SECTION);
    public static final Field<Money> RECEIVED =
            Field.of("received", new MoneyType(), "回款总额", "Received").in(SECTION);
    public static final Field<Money> SETTLED =
            Field.of("settled", new MoneyType(), "已核销应收", "Settled").in(SECTION);
    public static final Field<Money> USED =
            Field.of("usedCredit", new MoneyType(), "已核销回款", "Payments used").in(SECTION);
    public static final Field<Money> INVOICED =
            Field.of("invoiced", new MoneyType(), "开票总额", "Invoiced").in(SECTION);
    public static final Field<BigDecimal> UNPAID = inBase("unpaid", "应收未收", "Unpaid");
    public static final Field<BigDecimal> CREDIT = inBase("credit", "预收余额", "Credit");
    public static final Field<LocalDate> DUE_SINCE = Field.of(
                    "dueSince", new DateType(), "最早未回款应收日", "Earliest open term")
            .in(SECTION);
    public static final Field<Long> DAYS_OVERDUE = Field.of(
                    "daysOverdue", new IntegerType(0, Long.MAX_VALUE), "逾期天数", "Days overdue")
            .in(SECTION);
    public static final Field<Boolean> DUNNING_MAILS = Field.of(
                    "dunningMails", new BooleanType(), "发送催收邮件", "Reminders by mail")
            .in(SECTION)
            .help(
                    "应收到期前后发邮件给财务联系人，需在设置里打开",
                    "Before and after something is due, to the contact for finance; to be turned on in the settings");

    @Override
    public String name() {
        return "debtor";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(
                sum(RECEIVABLE, "payment-plan", UnderBill.CUSTOMER, Counted.planned()),
                sum(RECEIVED, "payment", UnderBill.CUSTOMER, Counted.received()),
                sum(SETTLED, "payment-match", UnderBill.CUSTOMER, Counted.ofTerms()),
                sum(USED, "payment-match", PaymentMatch.PAYER, null),
                sum(INVOICED, "invoice", UnderBill.CUSTOMER, Counted.invoiced()),
                UNPAID.formula("{receivable} - {settled}"),
                CREDIT.formula("{received} - {usedCredit}"),
                DUE_SINCE.computed(new Computation.RollUp(
                        "payment-plan", UnderBill.CUSTOMER, Summing.MIN, PaymentPlan.DUE_DATE, Counted.unsettled())),
                DAYS_OVERDUE.formula("max(0, daysBetween({dueSince}, today()))"),
                DUNNING_MAILS);
    }

    private static Field<Money> sum(Field<Money> field, String child, String reference, @Nullable JsonNode filter) {
        return field.computed(new Computation.RollUp(child, reference, Summing.SUM, UnderBill.AMOUNT, filter));
    }

    private static Field<BigDecimal> inBase(String name, String chinese, String english) {
        return Field.of(name, InBase.amount(), chinese, english).in(SECTION).help("按本位币", "In the company's currency");
    }
}
