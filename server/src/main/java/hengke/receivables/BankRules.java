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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the bank has told stays as it told it once a payment was made of it; where that payment is reversed or goes, the
 * entry is open again.
 */
@Component
@Order(31)
final class BankRules implements Rule {
    private final BankEntry entry;
    private final Payment payment;
    private final LiveCatalog live;

    BankRules(BankEntry entry, Payment payment, LiveCatalog live) {
        this.entry = entry;
        this.payment = payment;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(entry.name()) || object.name().equals(payment.name());
    }

    @Override
    public void before(Batch batch) {
        if (batch.object().name().equals(entry.name())) {
            batch.open().forEach(edit -> keep(batch, edit));
        }
    }

    private void keep(Batch batch, Edit edit) {
        boolean accepted = BankEntry.ACCEPTED.equals(edit.before().get(entry.status));
        if (edit.action() == Action.DELETE) {
            if (accepted && edit.back() == null) {
                edit.refuse(new Refusal.Conflict("accepted", Message.of("receivables.entryAccepted"), Map.of()));
            }
            return;
        }
        Money amount = edit.after().get(entry.amount);
        if (amount == null) {
            return; // refused as required
        }
        if (amount.amount().signum() <= 0) {
            edit.refuse(entry.amount, Message.of("receivables.notPositive"));
        }
        boolean toldAnew =
                Stream.of(entry.day, entry.amount, entry.payer, entry.reference).anyMatch(edit::changes);
        if (accepted && toldAnew && !batch.caller().unlimited()) {
            edit.refuse(entry.amount, Message.of("receivables.entryAccepted"));
        }
        if (toldAnew && !(batch.caller().unlimited() && edit.asked(entry.mark))) {
            // What is typed without the bank's reference may be like another.
            String reference = edit.after().get(entry.reference);
            if (reference != null) {
                edit.set(
                        entry.mark,
                        BankMark.of(reference, amount.amount(), edit.after().get(entry.day), List.of(), 0));
            } else if (edit.changes(entry.reference)) {
                edit.set(entry.mark, null);
            }
        }
    }

    @Override
    public void after(Batch batch) {
        if (!batch.object().name().equals(payment.name())) {
            return;
        }
        ObjectDefinition entries = live.current().object(entry.name());
        List<Draft> reopened = batch.open().stream()
                .filter(edit -> edit.action() == Action.DELETE
                        || edit.action() == Action.UPDATE
                                && edit.changes(payment.status)
                                && Payment.REVERSED.equals(edit.after().get(payment.status)))
                .flatMap(edit -> Stored.pointing(
                        batch.database(), entries, entry.payment, edit.after().id())
                        .stream())
                .filter(Objects::nonNull)
                .map(id -> {
                    Map<Field<?>, @Nullable Object> values = new HashMap<>();
                    values.put(entry.status, BankEntry.OPEN);
                    values.put(entry.payment, null);
                    values.put(entry.customer, null);
                    return Draft.update(id, null, values);
                })
                .toList();
        if (!reopened.isEmpty()) {
            batch.nested().write(entries, reopened);
        }
    }
}
