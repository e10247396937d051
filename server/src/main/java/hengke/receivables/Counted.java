package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import hengke.kernel.metadata.Operator;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which records count: what sums and lists say alike. */
final class Counted {
    /** The same in SQL: terms that are part of the plan. */
    static final Condition PLANNED =
            field(name(PaymentPlan.STATUS), SQLDataType.CLOB).ne(PaymentPlan.REPLACED);

    private Counted() {}

    /** Terms that are part of the plan. */
    static JsonNode planned() {
        return in(PaymentPlan.STATUS, List.of(PaymentPlan.PENDING, PaymentPlan.PARTIAL, PaymentPlan.SETTLED));
    }

    /** Terms of which something is still to be paid. */
    static JsonNode unsettled() {
        return in(PaymentPlan.STATUS, PaymentPlan.UNSETTLED);
    }

    /** Payments that stand. */
    static JsonNode received() {
        return in(Payment.STATUS, List.of(Payment.CONFIRMED));
    }

    /** Invoices that stand, those with their red letters included. */
    static JsonNode invoiced() {
        return in(Invoice.STATUS, List.of(Invoice.ISSUED, Invoice.REVERSED));
    }

    /** What settles a term. */
    static JsonNode ofTerms() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", PaymentMatch.PLAN)
                .put("op", Operator.NOT_EMPTY.wire());
    }

    private static JsonNode in(String field, List<String> values) {
        var filter = JsonMapper.shared().createObjectNode().put("field", field).put("op", Operator.IN.wire());
        values.forEach(filter.putArray("value")::add);
        return filter;
    }
}
