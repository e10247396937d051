package hengke.receivables;

import hengke.capability.approval.Templates;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets a payment stand that still waits for an approval nobody asks for any more: the company has given that up. */
@Component
@Order(23)
final class ConfirmPayment extends HeldCommand {
    private final Payment payment;
    private final Templates approvals;

    ConfirmPayment(Payment payment, Templates approvals, Access access) {
        super(access);
        this.payment = payment;
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "confirm";
    }

    @Override
    public Label label() {
        return new Label("确认到账", "Confirm");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(payment.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of();
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return approvals.active(object).isEmpty()
                ? Criterion.all(
                        Criterion.is(payment.status, Payment.WAITING),
                        access().visibility(actor, object, Verb.EDIT).criterion())
                : Criterion.NEVER;
    }

    /** Refused as any other way is where an approval is needed after all. */
    @Override
    protected Verdict run(Run run, Row held) {
        return Payment.WAITING.equals(held.get(payment.status))
                ? Objects.requireNonNull(run.write(List.of(
                                Draft.update(held.id(), held.version(), Map.of(payment.status, Payment.CONFIRMED))))
                        .getFirst())
                : refused("notWaiting", "receivables.notWaiting");
    }
}
