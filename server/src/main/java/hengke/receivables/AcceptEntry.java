package hengke.receivables;

import hengke.capability.approval.Templates;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes a payment of money on the bank: from whom somebody says, or from whom it surely is; for the terms somebody says,
 * or for those that are proposed.
 */
@Component
@Order(20)
final class AcceptEntry extends HeldCommand {
    private static final Field<Long> CUSTOMER = Field.of(
                    "customer", new IdType(new IdType.Records(UnderBill.CUSTOMER)), "客户", "Customer")
            .help("不填则只认领有把握的", "Left empty, only what is sure is accepted");
    private static final Field<JsonNode> TERMS = Field.of("terms", new JsonType(), "核销", "What it settles")
            .help("每项：plan、amount；不填按建议，空列表记预收", "Each: plan, amount; as proposed where left out, credit where empty");

    private final BankEntry entry;
    private final Payment payment;
    private final PaymentMatch match;
    private final PaymentPlan plan;
    private final Proposals proposals;
    private final Payers payers;
    private final Templates approvals;
    private final LiveCatalog live;

    AcceptEntry(
            BankEntry entry,
            Payment payment,
            PaymentMatch match,
            PaymentPlan plan,
            Proposals proposals,
            Payers payers,
            Templates approvals,
            LiveCatalog live,
            Access access) {
        super(access);
        this.entry = entry;
        this.payment = payment;
        this.match = match;
        this.plan = plan;
        this.proposals = proposals;
        this.payers = payers;
        this.approvals = approvals;
        this.live = live;
    }

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public Label label() {
        return new Label("认领", "Accept");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(entry.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(CUSTOMER, TERMS);
    }

    @Override
    public Optional<String> makes(ObjectDefinition object) {
        return Optional.of(payment.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return access().may(actor, live.current().object(payment.name()), Verb.CREATE)
                ? Criterion.all(
                        Criterion.is(entry.status, BankEntry.OPEN),
                        access().visibility(actor, object, Verb.EDIT).criterion())
                : Criterion.NEVER;
    }

    @Override
    protected Verdict run(Run run, Row held) {
        ObjectDefinition payments = live.current().object(payment.name());
        Actor actor = run.caller().actor();
        if (!access().may(actor, payments, Verb.CREATE)) {
            return new Verdict.Refused(
                    new Refusal.Forbidden(Message.of("records.verb." + Verb.CREATE.wire(), payments.label())));
        }
        if (!BankEntry.OPEN.equals(held.get(entry.status))) {
            return refused("notOpen", "receivables.entryNotOpen");
        }
        Long chosen = run.input().get(CUSTOMER);
        if (chosen != null && !payers.sees(run.database(), actor, chosen)) {
            return new Verdict.Refused(Refusal.Invalid.at(CUSTOMER.name(), Message.of("receivables.customerUnknown")));
        }
        Proposals.Proposal proposal =
                proposals.of(run.database(), actor, List.of(held), chosen).getFirst();
        Long customer = proposal.customer();
        if (customer == null || chosen == null && !proposal.sure()) {
            return refused("notSure", "receivables.notSure");
        }
        try {
            return run.database().transactionResult(_ -> accept(run, held, customer, proposal));
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    private Verdict accept(Run run, Row held, long customer, Proposals.Proposal proposal) {
        JsonNode asked = run.input().get(TERMS);
        List<Draft> matches = asked == null
                ? proposal.parts().stream()
                        .map(part -> match(part.term().id(), part.amount(), held))
                        .toList()
                : SettledTerms.read(TERMS.name(), asked).stream()
                        .map(term -> match(term.plan(), term.amount(), held))
                        .toList();
        keepInSight(run, matches);
        Set<Link> bills =
                Stored.held(run.database(), live.current().object(plan.name()), terms(matches)).values().stream()
                        .flatMap(term -> plan.bill(term).stream())
                        .collect(Collectors.toSet());
        ObjectDefinition payments = live.current().object(payment.name());
        var lines = new Draft.Lines(live.current().lines(payments).getFirst(), matches);
        Map<Field<?>, @Nullable Object> values = values(held, customer);
        Map<Field<?>, @Nullable Object> bill = bill(bills);
        boolean mayWait = !approvals.active(payments).isEmpty();
        if (!mayWait) {
            values.putAll(bill);
        }
        Draft draft = Draft.create(values);
        Row row = written(run, payments, mayWait ? draft : draft.with(List.of(lines)));
        if (mayWait) {
            settleUnlessItWaits(run, payments, row.id(), bill, lines);
        }
        return Objects.requireNonNull(run.write(List.of(Draft.update(
                        held.id(),
                        held.version(),
                        Map.of(entry.status, BankEntry.ACCEPTED, entry.payment, row.id(), entry.customer, customer))))
                .getFirst());
    }

    private static Row written(Run run, ObjectDefinition payments, Draft draft) {
        return switch (Objects.requireNonNull(
                run.writing().write(payments, List.of(draft)).getFirst())) {
            case Verdict.Refused(Refusal refusal) -> throw refusal;
            case Verdict.Written(Row row, boolean _) -> row;
        };
    }

    /** Whether it waits for approval is known once it is stored; what waits settles its bill with the approval. */
    private void settleUnlessItWaits(
            Run run, ObjectDefinition payments, long id, Map<Field<?>, @Nullable Object> bill, Draft.Lines lines) {
        Row stored = Objects.requireNonNull(
                Stored.held(run.database(), payments, List.of(id)).get(id));
        Draft rest = Draft.update(id, null, bill);
        if (payment.counts(stored)) {
            written(run, payments, rest.with(List.of(lines)));
        } else if (!bill.isEmpty()) {
            written(run, payments, rest);
        }
    }

    private Draft match(long term, BigDecimal amount, Row held) {
        return Draft.create(Map.of(
                match.plan,
                term,
                match.amount,
                Money.asked(amount, held.need(entry.amount).currency())));
    }

    private List<Long> terms(List<Draft> matches) {
        return matches.stream()
                .map(draft -> (Long) Objects.requireNonNull(draft.values().get(match.plan)))
                .toList();
    }

    /** Only terms in sight are settled. */
    private void keepInSight(Run run, List<Draft> matches) {
        List<Long> terms = terms(matches);
        Set<Long> reached = access().reached(
                        run.database(), run.caller().actor(), live.current().object(plan.name()), Verb.READ, terms);
        for (int i = 0; i < terms.size(); i++) {
            if (!reached.contains(terms.get(i))) {
                throw Refusal.Invalid.at(TERMS.name() + "[" + i + "].plan", Message.of("receivables.unknownTerm"));
            }
        }
    }

    private Map<Field<?>, @Nullable Object> values(Row held, long customer) {
        Money amount = held.need(entry.amount);
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(payment.customer, customer);
        values.put(payment.receivedAt, held.need(entry.day));
        values.put(payment.amount, Money.asked(amount.amount(), amount.currency()));
        values.put(payment.method, "transfer");
        values.put(payment.reference, held.get(entry.reference));
        values.put(payment.payer, held.get(entry.payer));
        values.put(payment.remarks, held.get(entry.remark));
        return values;
    }

    /** What all of it settles, where that is one contract or order. */
    private Map<Field<?>, @Nullable Object> bill(Set<Link> bills) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        if (bills.size() == 1) {
            Link bill = bills.iterator().next();
            values.put(bill.object().equals(UnderBill.CONTRACT) ? payment.contract : payment.order, bill.id());
        }
        return values;
    }
}
