package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes whom money on the bank is from and what it pays, with the reasons, of what somebody may see. */
@Component
public final class Proposals {
    private static final String TERMS = """
            select p.id, p.customer, p.contract, p."order", p.name, p.due_date, p.amount_currency currency,
                   p.amount_amount - coalesce(p.received_amount, 0) open
            from payment_plan p
            where p.customer = any(?) and p.status in ('pending', 'partial') and p.deleted_at is null
            order by p.due_date, p.id""";

    private final BankEntry entry;
    private final PaymentPlan plan;
    private final Payers payers;
    private final LiveCatalog live;
    private final Access access;

    Proposals(BankEntry entry, PaymentPlan plan, Payers payers, LiveCatalog live, Access access) {
        this.entry = entry;
        this.plan = plan;
        this.payers = payers;
        this.live = live;
        this.access = access;
    }

    /** A term of which something is still to be paid. */
    public record Term(long id, Link bill, String name, LocalDate dueDate, BigDecimal open, String currency) {}

    /** How much of a term is paid. */
    public record Part(Term term, BigDecimal amount) {}

    /**
     * What is proposed for an entry.
     *
     * @param customer null where nobody is known by it
     * @param sure may it be accepted without looking?
     */
    public record Proposal(
            long entry, @Nullable Long customer, Message whose, List<Part> parts, Message what, boolean sure) {}

    /** @param customer whom somebody has chosen; null where the product is to say */
    public List<Proposal> of(DSLContext database, Actor actor, List<Row> entries, @Nullable Long customer) {
        Map<Long, Payers.Whose> whose = new HashMap<>();
        if (customer == null) {
            whose.putAll(payers.of(database, actor, entries));
        } else {
            entries.forEach(row -> whose.put(row.id(), payers.chosen(database, actor, row, customer)));
        }
        Set<Long> customers = new TreeSet<>();
        whose.values().forEach(its -> customers.add(its.customer()));
        Map<Long, List<Term>> terms = terms(database, actor, customers);
        return entries.stream()
                .map(row -> proposal(row, whose.get(row.id()), terms))
                .toList();
    }

    private Proposal proposal(Row row, Payers.@Nullable Whose its, Map<Long, List<Term>> terms) {
        if (its == null) {
            return new Proposal(
                    row.id(),
                    null,
                    Message.of("receivables.nobodyKnown"),
                    List.of(),
                    Message.of("receivables.nothingProposed"),
                    false);
        }
        Money amount = row.need(entry.amount);
        List<Term> open = terms.getOrDefault(its.customer(), List.of()).stream()
                .filter(term -> term.currency().equals(amount.currency()))
                .toList();
        LikelyTerms.Found found = LikelyTerms.of(amount.amount(), open, its.bills());
        return new Proposal(
                row.id(), its.customer(), its.reason(), found.parts(), found.reason(), its.sure() && found.sure());
    }

    /** What customers owe, as far as somebody sees it; the earliest first. */
    private Map<Long, List<Term>> terms(DSLContext database, Actor actor, Collection<Long> customers) {
        ObjectDefinition plans = live.current().object(plan.name());
        Map<Long, List<Term>> terms = new HashMap<>();
        boolean told = Stream.<Field<?>>of(plan.amount, plan.received, plan.dueDate, plan.customer, plan.title)
                .allMatch(field -> access.readsThroughout(actor, plans, field));
        if (!told || customers.isEmpty()) {
            return terms;
        }
        List<Record> rows =
                database.fetch(TERMS, (Object) customers.toArray(Long[]::new)).map(Record.class::cast);
        Set<Long> reached = access.reached(
                database,
                actor,
                plans,
                Verb.READ,
                rows.stream().map(row -> row.get("id", Long.class)).toList());
        rows.stream()
                .filter(row -> reached.contains(row.get("id", Long.class)))
                .filter(row -> row.get("open", BigDecimal.class).signum() > 0)
                .forEach(row -> terms.computeIfAbsent(row.get("customer", Long.class), _ -> new ArrayList<>())
                        .add(term(row)));
        return terms;
    }

    private static Term term(Record row) {
        Long contract = row.get("contract", Long.class);
        return new Term(
                row.get("id", Long.class),
                contract != null
                        ? new Link(UnderBill.CONTRACT, contract)
                        : new Link(UnderBill.ORDER, row.get("order", Long.class)),
                row.get("name", String.class),
                row.get("due_date", LocalDate.class),
                row.get("open", BigDecimal.class),
                row.get("currency", String.class));
    }
}
