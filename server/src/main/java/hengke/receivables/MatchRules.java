package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No payment settles more than it is, and nothing is settled by more than is owed, whoever settles it at the same time:
 * payments, terms and bills are held before their sums are asked.
 */
@Component
@Order(30)
final class MatchRules implements Rule {
    private static final String STATUSES = """
            select id, status, amount_amount, received_amount from payment_plan
            where id = any(?) and deleted_at is null order by id""";

    private final PaymentMatch match;
    private final PaymentPlan plan;
    private final Payment payment;
    private final Bills bills;
    private final LiveCatalog live;
    private final Access access;

    MatchRules(PaymentMatch match, PaymentPlan plan, Payment payment, Bills bills, LiveCatalog live, Access access) {
        this.match = match;
        this.plan = plan;
        this.payment = payment;
        this.bills = bills;
        this.live = live;
        this.access = access;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(match.name());
    }

    @Override
    public void before(Batch batch) {
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        if (written.isEmpty()) {
            return;
        }
        Map<Long, Row> plans =
                Stored.held(batch.database(), live.current().object(plan.name()), ids(written, match.plan));
        Map<Long, Row> payments =
                Stored.held(batch.database(), live.current().object(payment.name()), ids(written, match.payment));
        written.forEach(edit -> follow(edit, plans));
        Map<Link, Bills.Bill> held = bills.held(
                batch.database(),
                written.stream()
                        .flatMap(edit -> match.bill(edit.after()).stream())
                        .distinct()
                        .toList());
        Settled settled = Settled.without(batch.database(), match, written, plans, payments, held);
        written.forEach(edit -> Bills.of(match, edit, held).ifPresent(bill -> {
            Row paid = payments.get(edit.after().get(match.payment));
            if (paid != null) {
                keep(batch, edit, bill, paid, plans, settled);
            }
        }));
    }

    /** A term says by itself which bill is paid. */
    private void follow(Edit edit, Map<Long, Row> plans) {
        Row term = plans.get(edit.after().get(match.plan));
        if (term != null) {
            edit.set(match.contract, term.get(plan.contract));
            edit.set(match.order, term.get(plan.order));
        }
    }

    private void keep(Batch batch, Edit edit, Bills.Bill bill, Row paid, Map<Long, Row> plans, Settled settled) {
        Money amount = edit.after().get(match.amount);
        Row term = plans.get(edit.after().get(match.plan));
        if (amount == null) {
            return; // refused as required
        }
        if (amount.amount().signum() <= 0) {
            edit.refuse(match.amount, Message.of("receivables.notPositive"));
            return;
        }
        if (!Payment.CONFIRMED.equals(paid.get(payment.status))) {
            edit.refuse(match.payment, PaymentCommand.notStanding(paid, payment));
            return;
        }
        Money whole = paid.need(payment.amount);
        if (!whole.currency().equals(amount.currency())) {
            edit.refuse(match.amount, Message.of("receivables.otherCurrency", whole.currency()));
            return;
        }
        if (term != null && PaymentPlan.REPLACED.equals(term.get(plan.status))) {
            edit.refuse(match.plan, Message.of("receivables.replaced"));
            return;
        }
        BigDecimal ofPayment = whole.amount().subtract(settled.ofPayment(paid.id()));
        BigDecimal ofBill = bill.amount().subtract(settled.ofBill(bill.link()));
        BigDecimal most = term == null
                ? ofBill
                : ofBill.min(term.need(plan.amount).amount().subtract(settled.ofPlan(term.id())));
        if (amount.amount().compareTo(ofPayment) > 0) {
            edit.refuse(
                    match.amount,
                    reads(batch, payment.name(), payment.amount)
                            ? Message.of("receivables.beyondPayment", Shown.of(ofPayment))
                            : Message.of("receivables.beyondPaymentHidden"));
        } else if (amount.amount().compareTo(most) > 0) {
            edit.refuse(
                    match.amount,
                    readsDebt(batch, bill, term)
                            ? Message.of("receivables.beyondDebt", Shown.of(most))
                            : Message.of("receivables.beyondDebtHidden"));
        } else {
            edit.set(match.amount, bill.part(amount.amount()));
            edit.set(match.customer, bill.customer());
            edit.set(match.payer, paid.get(payment.customer));
            edit.set(match.paidOn, paid.get(payment.receivedAt));
            settled.add(edit.after(), bill.link(), amount.amount());
        }
    }

    /** What is still owed is told only to whoever may read it on the term, and on what the term is of. */
    private boolean readsDebt(Batch batch, Bills.Bill bill, @Nullable Row term) {
        Actor actor = batch.caller().actor();
        ObjectDefinition object = live.current().object(bill.link().object());
        long id = bill.link().id();
        return (term == null || reads(batch, plan.name(), plan.open))
                && access.right(actor, object, Billed.UNPAID).atLeast(FieldRight.READ)
                && access.right(
                                actor,
                                object,
                                object.capability(Billed.class).orElseThrow().total())
                        .atLeast(FieldRight.READ)
                && access.reached(batch.database(), actor, object, Verb.READ, List.of(id))
                        .contains(id);
    }

    private boolean reads(Batch batch, String object, Field<?> field) {
        return access.right(batch.caller().actor(), live.current().object(object), field)
                .atLeast(FieldRight.READ);
    }

    /** Terms say how far they are paid. */
    @Override
    public void after(Batch batch) {
        Long[] touched = batch.open().stream()
                .flatMap(edit -> Stream.of(edit.before(), edit.after()))
                .map(row -> row.get(match.plan))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        if (touched.length == 0) {
            return;
        }
        List<Draft> drafts = batch.database().fetch(STATUSES, (Object) touched).stream()
                .flatMap(row -> {
                    String before = row.get("status", String.class);
                    String now = PlanRules.status(
                            row.get("amount_amount", BigDecimal.class), row.get("received_amount", BigDecimal.class));
                    return PaymentPlan.REPLACED.equals(before) || now.equals(before)
                            ? Stream.empty()
                            : Stream.of(Draft.update(row.get("id", Long.class), null, Map.of(plan.status, now)));
                })
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(live.current().object(plan.name()), drafts);
        }
    }

    private static List<Long> ids(Collection<Edit> edits, Field<Long> reference) {
        return edits.stream()
                .map(edit -> edit.after().get(reference))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is settled already, but for what is about to change, and what of it in this batch so far. */
    private record Settled(
            PaymentMatch match,
            Map<Long, BigDecimal> plans,
            Map<Long, BigDecimal> payments,
            Map<Link, BigDecimal> bills) {

        static Settled without(
                DSLContext database,
                PaymentMatch match,
                List<Edit> changed,
                Map<Long, Row> plans,
                Map<Long, Row> payments,
                Map<Link, Bills.Bill> bills) {
            List<Long> without = changed.stream()
                    .filter(edit -> edit.action() == Action.UPDATE)
                    .map(edit -> edit.after().id())
                    .toList();
            return new Settled(
                    match,
                    by(database, match, match.plan, plans.keySet(), without),
                    by(database, match, match.payment, payments.keySet(), without),
                    Bills.sums(database, match, DSL.noCondition(), bills.keySet(), without));
        }

        private static Map<Long, BigDecimal> by(
                DSLContext database,
                PaymentMatch match,
                Field<Long> reference,
                Collection<Long> ids,
                List<Long> without) {
            return Stored.sums(
                    database, match.definition().table(), match.amount, reference, ids, without, DSL.noCondition());
        }

        BigDecimal ofPlan(long id) {
            return plans.getOrDefault(id, BigDecimal.ZERO);
        }

        BigDecimal ofPayment(long id) {
            return payments.getOrDefault(id, BigDecimal.ZERO);
        }

        BigDecimal ofBill(Link bill) {
            return bills.getOrDefault(bill, BigDecimal.ZERO);
        }

        void add(Row row, Link bill, BigDecimal amount) {
            Long term = row.get(match.plan);
            if (term != null) {
                plans.merge(term, amount, BigDecimal::add);
            }
            payments.merge(row.need(match.payment), amount, BigDecimal::add);
            bills.merge(bill, amount, BigDecimal::add);
        }
    }
}
