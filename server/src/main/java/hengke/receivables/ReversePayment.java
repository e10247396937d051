package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a payment back, e.g. because a cheque bounced: what it settled is owed again. The payment stays on record. */
@Component
@Order(21)
final class ReversePayment extends PaymentCommand {
    private static final Field<String> REASON = Field.of(
                    "reason", new TextualType(TextualType.Form.TEXT, 500), "原因", "Reason")
            .required();

    private final Payment payment;

    ReversePayment(Payment payment, LiveCatalog live, Access access) {
        super(payment, live, access);
        this.payment = payment;
    }

    @Override
    public String name() {
        return "reverse";
    }

    @Override
    public Label label() {
        return new Label("冲销", "Reverse");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(REASON);
    }

    @Override
    public boolean dangerous() {
        return true;
    }

    @Override
    Verdict settle(Run run, Row held) {
        return write(
                run,
                held,
                Map.of(
                        payment.status,
                        Payment.REVERSED,
                        payment.reversedWhy,
                        run.input().need(REASON)),
                List.of());
    }
}
