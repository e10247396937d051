package hengke.receivables;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The terms of a bill never come to more than the bill, and none to less than what was paid of it. */
@Component
@Order(30)
final class PlanRules implements Rule {
    private static final String TERMS = "select count(*) from payment_plan where %s = ?";

    private final PaymentPlan plan;
    private final Bills bills;

    PlanRules(PaymentPlan plan, Bills bills) {
        this.plan = plan;
        this.bills = bills;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(plan.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.DELETE
                        && Bills.amount(edit.before().get(plan.received)).signum() != 0)
                .forEach(edit ->
                        edit.refuse(new Refusal.Conflict("paid", Message.of("receivables.paidTerm"), Map.of())));
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        List<Link> links = written.stream()
                .flatMap(edit -> plan.bill(edit.after()).stream())
                .distinct()
                .toList();
        Map<Link, Bills.Bill> held = bills.held(batch.database(), links);
        Map<Link, BigDecimal> planned = Bills.sums(
                batch.database(),
                plan,
                Counted.PLANNED,
                links,
                written.stream()
                        .filter(edit -> edit.action() == Action.UPDATE)
                        .map(edit -> edit.after().id())
                        .toList());
        Map<Link, Integer> numbers = new HashMap<>();
        written.forEach(edit -> Bills.of(plan, edit, held).ifPresent(bill -> {
            edit.set(plan.customer, bill.customer());
            keep(edit, bill, planned);
            if (edit.action() == Action.CREATE) {
                int number = number(batch, bill.link(), numbers);
                if (edit.after().get(plan.title) == null) {
                    edit.set(plan.title, "第 " + number + " 期");
                }
            }
        }));
    }

    private void keep(Edit edit, Bills.Bill bill, Map<Link, BigDecimal> planned) {
        Money amount = edit.after().get(plan.amount);
        if (amount == null) {
            return; // refused as required
        }
        BigDecimal received = Bills.amount(edit.after().get(plan.received));
        if (edit.changes(plan.contract) || edit.changes(plan.order)) {
            if (received.signum() != 0 || bill.ended()) {
                edit.refuse(
                        plan.bill(edit.after()).orElseThrow().object().equals(UnderBill.ORDER)
                                ? plan.order
                                : plan.contract,
                        Message.of(bill.ended() ? "receivables.ended" : "receivables.termMoved"));
                return;
            }
        }
        BigDecimal all = planned.getOrDefault(bill.link(), BigDecimal.ZERO).add(amount.amount());
        if (amount.amount().signum() <= 0) {
            edit.refuse(plan.amount, Message.of("receivables.notPositive"));
        } else if (amount.amount().compareTo(received) < 0) {
            edit.refuse(plan.amount, Message.of("receivables.lessThanPaid", Shown.of(received)));
        } else if (PaymentPlan.REPLACED.equals(edit.after().get(plan.status))) {
            edit.set(plan.amount, bill.part(amount.amount()));
        } else if (all.compareTo(bill.amount()) > 0) {
            edit.refuse(
                    plan.amount,
                    Message.of(
                            "receivables.plannedTooMuch",
                            Shown.of(bill.amount()),
                            Shown.of(bill.amount().subtract(all).add(amount.amount()))));
        } else {
            planned.put(bill.link(), all);
            edit.set(plan.amount, bill.part(amount.amount()));
            edit.set(plan.status, status(amount.amount(), received));
        }
    }

    /** How far a term is paid. */
    static String status(BigDecimal amount, BigDecimal received) {
        if (received.signum() == 0) {
            return PaymentPlan.PENDING;
        }
        return received.compareTo(amount) < 0 ? PaymentPlan.PARTIAL : PaymentPlan.SETTLED;
    }

    /** The place of a new term among all that the bill ever had. */
    private static int number(Batch batch, Link bill, Map<Link, Integer> numbers) {
        int number = numbers.computeIfAbsent(bill, its -> terms(batch, its)) + 1;
        numbers.put(bill, number);
        return number;
    }

    private static Integer terms(Batch batch, Link bill) {
        return Objects.requireNonNull(batch.database()
                .fetchSingle(TERMS.formatted("\"" + bill.object() + "\""), bill.id())
                .get(0, Integer.class));
    }
}
