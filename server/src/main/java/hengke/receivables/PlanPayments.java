package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Plans how a contract or order is paid, or plans it anew: terms that are named are changed, the others give way to the
 * new ones and stay on record, but for those of which something was paid. What was paid before there was a plan settles
 * its first terms.
 */
@Component
@Order(20)
final class PlanPayments extends HeldCommand {
    private static final Field<JsonNode> TERMS = Field.of("terms", new JsonType(), "期次", "Terms")
            .help(
                    "每期：dueDate，以及 amount 或 percent；可带 name；改已有期次时带 id",
                    "Each: dueDate, and amount or percent; may have a name; id where it changes a term")
            .required();

    private final PaymentPlan plan;
    private final PaymentMatch match;
    private final Settling settling;
    private final LiveCatalog live;

    PlanPayments(
            PaymentPlan plan, PaymentMatch match, Bills bills, Settling settling, LiveCatalog live, Access access) {
        super(access);
        this.plan = plan;
        this.match = match;
        this.settling = settling;
        this.live = live;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Label label() {
        return new Label("制定回款计划", "Plan payments");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Billed.class);
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(TERMS);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        Billed billed = object.capability(Billed.class).orElseThrow();
        return Criterion.all(
                Criterion.not(Criterion.in(billed.status(), billed.ended())),
                Criterion.present(billed.total()),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected Verdict run(Run run, Row held) {
        ObjectDefinition plans = live.current().object(plan.name());
        if (!access().may(run.caller().actor(), plans, Verb.CREATE)) {
            return forbidden(run);
        }
        try {
            return run.database().transactionResult(_ -> {
                replan(run, plans, Bills.bill(run.object(), held));
                return new Verdict.Written(held, false);
            });
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    private void replan(Run run, ObjectDefinition plans, Bills.Bill bill) {
        Money whole = bill.total();
        if (whole == null) {
            throw new Refusal.Conflict("noAmount", Message.of("receivables.noAmount"), Map.of());
        }
        List<PlannedTerms.Term> terms =
                PlannedTerms.read(TERMS.name(), run.input().need(TERMS), whole);
        Map<Long, Row> standing =
                new TreeMap<>(Stored.held(run.database(), plans, settling.planned(run.database(), bill.link())));
        List<Draft> changed = new ArrayList<>();
        List<Draft> made = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            PlannedTerms.Term term = terms.get(i);
            Map<Field<?>, @Nullable Object> values = values(bill, term, whole);
            if (term.id() == null) {
                made.add(Draft.create(values));
            } else if (standing.remove(term.id()) == null) {
                throw Refusal.Invalid.at(TERMS.name() + "[" + i + "].id", Message.of("receivables.unknownTerm"));
            } else {
                changed.add(Draft.update(term.id(), null, values));
            }
        }
        standing.forEach((id, row) -> changed.add(replaced(id, row)));
        write(run, plans, changed);
        write(run, plans, made);
        assign(run, bill);
    }

    private Map<Field<?>, @Nullable Object> values(Bills.Bill bill, PlannedTerms.Term term, Money whole) {
        boolean contract = bill.link().object().equals(UnderBill.CONTRACT);
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(contract ? plan.contract : plan.order, bill.link().id());
        values.put(plan.dueDate, term.dueDate());
        values.put(plan.amount, Money.asked(term.amount(), whole.currency()));
        if (term.name() != null) {
            values.put(plan.title, term.name());
        }
        return values;
    }

    private Draft replaced(long id, Row row) {
        if (Bills.amount(row.get(plan.received)).signum() != 0) {
            throw Refusal.Invalid.at(TERMS.name(), Message.of("receivables.paidTermLeftOut", row.need(plan.title)));
        }
        return Draft.update(id, null, Map.of(plan.status, PaymentPlan.REPLACED));
    }

    /** What was paid without a plan settles terms now. */
    private void assign(Run run, Bills.Bill bill) {
        ObjectDefinition matches = live.current().object(match.name());
        Map<Long, Row> direct =
                new TreeMap<>(Stored.held(run.database(), matches, settling.withoutTerm(run.database(), bill.link())));
        for (Row row : direct.values()) {
            List<Draft> parts =
                    settling.drafts(row.need(match.payment), row.need(match.amount), settling.of(run.database(), bill));
            Map<Field<?>, @Nullable Object> first =
                    new LinkedHashMap<>(parts.getFirst().values());
            write(run, matches, List.of(Draft.update(row.id(), null, first)));
            write(run, matches, parts.subList(1, parts.size()));
        }
    }

    private static void write(Run run, ObjectDefinition object, List<Draft> drafts) {
        List<Verdict> verdicts = drafts.isEmpty() ? List.of() : run.writing().write(object, drafts);
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw Objects.requireNonNull(refusal);
            }
        }
    }
}
