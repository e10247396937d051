package hengke.receivables;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The record is paid for: it has a payment plan, payments and invoices, and knows how far it is paid.
 *
 * @param reference the field by which those point at it: {@link #CONTRACT} or {@link #ORDER}
 * @param customer who owes it
 * @param total what is owed altogether
 * @param status how far it is
 * @param ended statuses in which nothing more is owed
 */
public record Billed(
        String reference, Field<Long> customer, Field<Money> total, Field<String> status, Set<String> ended)
        implements Capability {
    public static final String NAME = "billed";
    /** The references by which a record is the bill of others. */
    public static final String CONTRACT = UnderBill.CONTRACT;

    public static final String ORDER = UnderBill.ORDER;

    private static final Label SECTION = new Label("回款与开票", "Payments and invoices");
    public static final Field<Money> PLANNED =
            Field.of("planned", new MoneyType(), "计划回款", "Planned").in(SECTION);
    public static final Field<Money> RECEIVED =
            Field.of("received", new MoneyType(), "已回款", "Received").in(SECTION).headline();
    public static final Field<Money> INVOICED =
            Field.of("invoiced", new MoneyType(), "已开票", "Invoiced").in(SECTION);
    public static final Field<BigDecimal> UNPAID =
            Field.of("unpaid", InBase.amount(), "未回款", "Unpaid").in(SECTION).help("按本位币", "In the company's currency");
    public static final Field<BigDecimal> PAID_SHARE = Field.of("paidShare", InBase.percent(), "回款率", "Paid (%)")
            .in(SECTION)
            .headline();
    public static final Field<LocalDate> DUE_SINCE = Field.of(
                    "dueSince", new DateType(), "最早未回款应收日", "Earliest open term")
            .in(SECTION);
    public static final Field<Long> DAYS_OVERDUE = Field.of(
                    "daysOverdue", new IntegerType(0, Long.MAX_VALUE), "逾期天数", "Days overdue")
            .in(SECTION);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(
                sum(PLANNED, "payment-plan", Counted.planned()),
                sum(RECEIVED, "payment-match", null),
                sum(INVOICED, "invoice", Counted.invoiced()),
                UNPAID.formula("{%s} - {received}".formatted(total.name())),
                PAID_SHARE.formula("round({received} * 100 / {%s}, 2)".formatted(total.name())),
                DUE_SINCE.computed(new Computation.RollUp(
                        "payment-plan", reference, Summing.MIN, PaymentPlan.DUE_DATE, Counted.unsettled())),
                DAYS_OVERDUE.formula("max(0, daysBetween({dueSince}, today()))"));
    }

    private Field<Money> sum(Field<Money> field, String child, @Nullable JsonNode filter) {
        return field.computed(new Computation.RollUp(child, reference, Summing.SUM, UnderBill.AMOUNT, filter));
    }
}
