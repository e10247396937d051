package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a payment settles where nobody says so: what was due first. */
@Component
final class Settling {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Condition LIVING = field(name("deleted_at")).isNull();
    private static final Condition UNSETTLED =
            field(name(PaymentPlan.STATUS), SQLDataType.CLOB).in(PaymentPlan.UNSETTLED);

    private final PaymentPlan plan;
    private final PaymentMatch match;
    private final LiveCatalog live;

    Settling(PaymentPlan plan, PaymentMatch match, LiveCatalog live) {
        this.plan = plan;
        this.match = match;
        this.live = live;
    }

    /** Something that is owed: the open part of a term, or of a bill without a plan. */
    record Debt(Link bill, @Nullable Long plan, BigDecimal open, String currency) {}

    /** What a payment settles already, in order. */
    List<Long> standing(DSLContext database, long payment) {
        return database.select(ID)
                .from(table(name(match.definition().table())))
                .where(of(match.payment, payment), LIVING)
                .orderBy(field(name(match.position.column())), ID)
                .fetch(ID);
    }

    /** The terms of a bill, as it is planned now. */
    List<Long> planned(DSLContext database, Link bill) {
        return ids(database, plan, bill, Counted.PLANNED);
    }

    /** What settles a bill, but none of its terms. */
    List<Long> withoutTerm(DSLContext database, Link bill) {
        return ids(database, match, bill, field(name(match.plan.column())).isNull());
    }

    private static List<Long> ids(DSLContext database, UnderBill under, Link bill, Condition condition) {
        Field<Long> reference = bill.object().equals(UnderBill.CONTRACT) ? under.contract : under.order;
        return database.select(ID)
                .from(table(name(under.definition().table())))
                .where(of(reference, bill.id()), LIVING, condition)
                .fetch(ID);
    }

    /** What is owed of a bill that is held. */
    List<Debt> of(DSLContext database, Bills.Bill bill) {
        List<Long> terms = planned(database, bill.link());
        if (!terms.isEmpty()) {
            return ofTerms(database, terms);
        }
        BigDecimal settled = Bills.sums(database, match, DSL.noCondition(), List.of(bill.link()), List.of())
                .getOrDefault(bill.link(), BigDecimal.ZERO);
        BigDecimal open = bill.amount().subtract(settled);
        return open.signum() > 0 ? List.of(new Debt(bill.link(), null, open, bill.currency())) : List.of();
    }

    /** The terms of a customer of which something is still to be paid; their ids. */
    List<Long> termsOf(DSLContext database, long customer) {
        return database.select(ID)
                .from(table(name(plan.definition().table())))
                .where(of(plan.customer, customer), LIVING, UNSETTLED)
                .fetch(ID);
    }

    /** What is owed of terms, held from now on; the earliest first. */
    List<Debt> ofTerms(DSLContext database, Collection<Long> terms) {
        return Stored.held(database, live.current().object(plan.name()), terms).values().stream()
                .filter(term -> !PaymentPlan.REPLACED.equals(term.get(plan.status)))
                .sorted(Comparator.comparing((Row term) -> term.need(plan.dueDate))
                        .thenComparing(Row::id))
                .map(term -> new Debt(
                        plan.bill(term).orElseThrow(),
                        term.id(),
                        term.need(plan.amount).amount().subtract(Bills.amount(term.get(plan.received))),
                        term.need(plan.amount).currency()))
                .filter(debt -> debt.open().signum() > 0)
                .toList();
    }

    /** What settles debts one after another, as far as the money goes; debts in another currency stay. */
    List<Draft> drafts(long payment, Money left, List<Debt> debts) {
        List<Draft> drafts = new ArrayList<>();
        BigDecimal rest = left.amount();
        for (Debt debt : debts) {
            BigDecimal part = rest.min(debt.open());
            if (part.signum() > 0 && debt.currency().equals(left.currency())) {
                rest = rest.subtract(part);
                drafts.add(Draft.create(values(payment, debt, Money.asked(part, left.currency()))));
            }
        }
        return drafts;
    }

    private Map<Field<?>, @Nullable Object> values(long payment, Debt debt, Money part) {
        boolean contract = debt.bill().object().equals(UnderBill.CONTRACT);
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(match.payment, payment);
        values.put(match.plan, debt.plan());
        values.put(contract ? match.contract : match.order, debt.bill().id());
        values.put(match.amount, part);
        return values;
    }

    private static Condition of(Field<Long> reference, long id) {
        return field(name(reference.column()), SQLDataType.BIGINT).eq(id);
    }
}
