package hengke.receivables;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What part of a payment settles which term, or which contract or order that has no plan. Of several people who settle
 * the same at once each sees what the others have settled: {@link MatchRules}.
 */
@Component
public final class PaymentMatch extends UnderBill {
    static final String PAYMENT = "payment";
    static final String PLAN = "plan";
    static final String PAYER = "payer";

    public final Field<Long> position =
            integer("position", 1, 100_000).label("行号", "Position").following();
    public final Field<Long> payment = reference(PAYMENT, "payment")
            .label("回款", "Payment")
            .required()
            .listed()
            .asLines("matches", "核销明细", "What it settles", position);
    public final Field<Long> plan = reference(PLAN, "payment-plan")
            .label("回款计划", "Payment term")
            .indexed()
            .listed();
    public final Field<Long> customer =
            reference(CUSTOMER, "customer").label("欠款客户", "Owed by").derived().indexed();
    public final Field<Long> payer =
            reference(PAYER, "customer").label("付款客户", "Paid by").derived().indexed();
    public final Field<LocalDate> paidOn =
            date("paidOn").label("到账日期", "Received on").derived().indexed().listed();
    public final Field<Money> amount =
            money(AMOUNT).label("核销金额", "Amount").required().listed();
    public final Field<String> remarks =
            text("remarks", 200).label("备注", "Remarks").title();

    PaymentMatch() {
        super("payment-match", "核销", "Settlement", "Settlements", null, true);
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
        return Ledger.Kind.SETTLED;
    }

    @Override
    @Nullable
    Long plan(Row row) {
        return row.get(plan);
    }

    @Override
    @Nullable
    Long payment(Row row) {
        return row.get(payment);
    }
}
