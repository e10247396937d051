package hengke.receivables;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was paid or invoiced is not deleted, and never comes to less than that. */
@Component
final class BillsStay implements Rule {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Billed.class);
    }

    @Override
    public void before(Batch batch) {
        Billed billed = batch.object().capability(Billed.class).orElseThrow();
        for (Edit edit : batch.open()) {
            BigDecimal least = Stream.of(Billed.RECEIVED, Billed.INVOICED)
                    .map(field -> Bills.amount(edit.before().get(field)))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
            if (least.signum() == 0) {
                continue;
            }
            if (edit.action() == Action.DELETE) {
                edit.refuse(new Refusal.Conflict("paid", Message.of("receivables.paidBill"), Map.of()));
                continue;
            }
            Money total = edit.after().get(billed.total());
            Money before = edit.before().get(billed.total());
            if (total == null
                    || total.amount().compareTo(least) < 0
                    || (before != null && !before.currency().equals(total.currency()))) {
                edit.refuse(billed.total(), Message.of("receivables.belowPaid", Shown.of(least)));
            }
            if (edit.changes(billed.customer())) {
                edit.refuse(billed.customer(), Message.of("receivables.customerStays"));
            }
        }
    }
}
