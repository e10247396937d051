package hengke.receivables;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was paid or invoiced is not deleted, never comes to less than that, and stays its customer's; where the product
 * itself gives it to another, because two were merged, all that belongs to it goes along.
 */
@Component
final class BillsStay implements Rule {
    private final List<UnderBill> belongings;
    private final LiveCatalog live;

    BillsStay(PaymentPlan plan, PaymentMatch match, Invoice invoice, LiveCatalog live) {
        this.belongings = List.of(plan, match, invoice);
        this.live = live;
    }

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
            if (edit.changes(billed.customer()) && !batch.caller().unlimited()) {
                edit.refuse(billed.customer(), Message.of("receivables.customerStays"));
            }
        }
    }

    @Override
    public void after(Batch batch) {
        Billed billed = batch.object().capability(Billed.class).orElseThrow();
        batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(billed.customer()))
                .forEach(edit -> belongings.forEach(under -> follow(batch, billed, under, edit)));
    }

    private void follow(Batch batch, Billed billed, UnderBill under, Edit edit) {
        ObjectDefinition object = live.current().object(under.name());
        Field<Long> reference = billed.reference().equals(Billed.CONTRACT) ? under.contract : under.order;
        List<Draft> drafts = Stored.pointing(
                        batch.database(), object, reference, edit.after().id())
                .stream()
                .map(id -> Draft.update(
                        id, null, Map.of(under.customer(), edit.after().need(billed.customer()))))
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(object, drafts);
        }
    }
}
