package hengke.receivables;

import hengke.capability.approval.Approved;
import hengke.capability.approval.Templates;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a payment may be. A new one for a contract or order settles its terms by itself, the earliest first, where nobody
 * says what it settles. Where receipts are approved, it waits first, and does so with its approval.
 */
@Component
@Order(30)
final class PaymentRules implements Rule {
    private final Payment payment;
    private final PaymentMatch match;
    private final Bills bills;
    private final Settling settling;
    private final Templates approvals;
    private final LiveCatalog live;

    PaymentRules(
            Payment payment,
            PaymentMatch match,
            Bills bills,
            Settling settling,
            Templates approvals,
            LiveCatalog live) {
        this.payment = payment;
        this.match = match;
        this.bills = bills;
        this.settling = settling;
        this.approvals = approvals;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(payment.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.DELETE
                        && Bills.amount(edit.before().get(payment.matched)).signum() != 0)
                .forEach(edit ->
                        edit.refuse(new Refusal.Conflict("settles", Message.of("receivables.settles"), Map.of())));
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        Map<Link, Bills.Bill> held = bills.held(
                batch.database(),
                written.stream()
                        .flatMap(edit -> payment.bill(edit.after()).stream())
                        .toList());
        written.forEach(edit -> {
            Optional<Bills.Bill> bill = Bills.of(payment, edit, held);
            if (edit.after().get(payment.customer) == null) {
                bill.ifPresent(its -> edit.set(payment.customer, its.customer()));
            }
            keep(edit, bill, batch.caller().unlimited());
            if (made(batch, edit) && !edit.withLines()) {
                edit.set(payment.status, Payment.WAITING);
            }
        });
    }

    private void keep(Edit edit, Optional<Bills.Bill> bill, boolean unlimited) {
        Money amount = edit.after().get(payment.amount);
        if (amount == null) {
            return; // refused as required
        }
        BigDecimal matched = Bills.amount(edit.after().get(payment.matched));
        if (amount.amount().signum() <= 0) {
            edit.refuse(payment.amount, Message.of("receivables.notPositive"));
        } else if (amount.amount().compareTo(matched) < 0) {
            edit.refuse(payment.amount, Message.of("receivables.lessThanSettled", Shown.of(matched)));
        } else if (edit.action() == Action.UPDATE
                && !unlimited
                && Payment.REVERSED.equals(edit.before().get(payment.status))
                && (edit.changes(payment.amount) || edit.changes(payment.customer))) {
            edit.refuse(payment.amount, Message.of("receivables.reversed"));
        } else if (edit.action() == Action.UPDATE
                && !unlimited
                && payment.counts(edit.before())
                && Approved.passed(edit.before())
                && Stream.<Field<?>>of(payment.amount, payment.customer, payment.receivedAt)
                        .anyMatch(edit::changes)) {
            edit.refuse(payment.amount, Message.of("receivables.approvedStays"));
        } else if (edit.changes(payment.amount)) {
            bill.ifPresent(its -> edit.set(payment.amount, its.part(amount.amount())));
        }
    }

    @Override
    public void after(Batch batch) {
        refuseSettled(batch);
        confirm(batch);
        settle(batch);
        batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE
                        && (edit.changes(payment.customer) || edit.changes(payment.receivedAt)))
                .forEach(edit -> write(
                        batch,
                        settling.standing(batch.database(), edit.after().id()).stream()
                                .map(id -> Draft.update(
                                        id,
                                        null,
                                        Map.of(
                                                match.payer,
                                                edit.after().need(payment.customer),
                                                match.paidOn,
                                                edit.after().need(payment.receivedAt))))
                                .toList()));
    }

    private boolean made(Batch batch, Edit edit) {
        return edit.action() == Action.CREATE
                && !approvals.active(batch.object()).isEmpty();
    }

    /** Where somebody says what a new one settles, it must need no approval. */
    private void refuseSettled(Batch batch) {
        for (Edit edit : batch.open()) {
            if (made(batch, edit) && payment.counts(edit.after()) && needsApproval(batch, edit)) {
                throw Refusal.Invalid.at("matches", Message.of("receivables.approvedFirst"));
            }
        }
    }

    private boolean needsApproval(Batch batch, Edit edit) {
        return approvals
                .applying(batch.database(), batch.object(), edit.after().id())
                .isPresent();
    }

    /** What waits and needs no approval, as it is stored now, stands. */
    private void confirm(Batch batch) {
        List<Draft> drafts = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> Payment.WAITING.equals(edit.after().get(payment.status))
                        && edit.after().get(Approved.APPROVAL) == null
                        && !needsApproval(batch, edit))
                .map(edit -> Draft.update(edit.after().id(), null, Map.of(payment.status, Payment.CONFIRMED)))
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(batch.object(), drafts);
        }
    }

    private boolean begins(Edit edit) {
        return payment.counts(edit.after())
                && (edit.action() == Action.CREATE
                        || edit.action() == Action.UPDATE
                                && Payment.WAITING.equals(edit.before().get(payment.status)));
    }

    private void settle(Batch batch) {
        List<Edit> made = batch.open().stream()
                .filter(edit -> begins(edit)
                        && payment.bill(edit.after()).isPresent()
                        && settling.standing(batch.database(), edit.after().id())
                                .isEmpty())
                .toList();
        Map<Link, Bills.Bill> held = bills.held(
                batch.database(),
                made.stream()
                        .flatMap(edit -> payment.bill(edit.after()).stream())
                        .toList());
        for (Edit edit : made) {
            Bills.Bill bill =
                    Objects.requireNonNull(held.get(payment.bill(edit.after()).orElseThrow()));
            List<Draft> drafts = settling.drafts(
                    edit.after().id(), edit.after().need(payment.amount), settling.of(batch.database(), bill));
            write(batch, drafts);
        }
    }

    private void write(Batch batch, List<Draft> matches) {
        if (!matches.isEmpty()) {
            batch.nested().write(live.current().object(match.name()), matches);
        }
    }
}
