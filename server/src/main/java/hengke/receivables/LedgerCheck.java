package hengke.receivables;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reckons all balances anew from the ledger, and says which records show another. */
@Component
public final class LedgerCheck {
    private static final String DIFFERENCES = """
            with entries as (
                select kind, contract, "order", plan, payment, customer, sum(worth) worth from receivable_entry
                group by kind, contract, "order", plan, payment, customer)
            select 'contract' object, c.id from contract c
            left join lateral (
                select coalesce(sum(worth) filter (where kind = 'planned'), 0) planned,
                       coalesce(sum(worth) filter (where kind = 'settled'), 0) settled,
                       coalesce(sum(worth) filter (where kind = 'invoiced'), 0) invoiced
                from entries e where e.contract = c.id) e on true
            where (c.planned, c.received, c.invoiced) is distinct from (e.planned, e.settled, e.invoiced)
              and c.deleted_at is null
            union all
            select 'order', o.id from "order" o
            left join lateral (
                select coalesce(sum(worth) filter (where kind = 'planned'), 0) planned,
                       coalesce(sum(worth) filter (where kind = 'settled'), 0) settled,
                       coalesce(sum(worth) filter (where kind = 'invoiced'), 0) invoiced
                from entries e where e."order" = o.id) e on true
            where (o.planned, o.received, o.invoiced) is distinct from (e.planned, e.settled, e.invoiced)
              and o.deleted_at is null
            union all
            select 'payment-plan', p.id from payment_plan p
            left join lateral (
                select coalesce(sum(worth) filter (where kind = 'planned'), 0) planned,
                       coalesce(sum(worth) filter (where kind = 'settled'), 0) settled
                from entries e where e.plan = p.id) e on true
            where (case p.status when 'replaced' then 0 else p.amount end, p.received)
                  is distinct from (e.planned, e.settled)
              and p.deleted_at is null
            union all
            select 'payment', p.id from payment p
            left join lateral (
                select coalesce(sum(worth) filter (where kind = 'received'), 0) received,
                       coalesce(sum(worth) filter (where kind = 'settled'), 0) settled
                from entries e where e.payment = p.id) e on true
            where (case p.status when 'confirmed' then p.amount else 0 end, p.matched)
                  is distinct from (e.received, e.settled)
              and p.deleted_at is null
            union all
            select 'customer', c.id from customer c
            left join lateral (
                select coalesce(sum(worth) filter (where kind = 'planned'), 0) planned,
                       coalesce(sum(worth) filter (where kind = 'received'), 0) received,
                       coalesce(sum(worth) filter (where kind = 'settled' and plan is not null), 0) settled,
                       coalesce(sum(worth) filter (where kind = 'invoiced'), 0) invoiced
                from entries e where e.customer = c.id) e on true
            where (coalesce(c.receivable, 0), coalesce(c.received, 0), coalesce(c.settled, 0), coalesce(c.invoiced, 0))
                  is distinct from (e.planned, e.received, e.settled, e.invoiced)
              and c.deleted_at is null""";

    private final DSLContext database;

    LedgerCheck(DSLContext database) {
        this.database = database;
    }

    /** A record whose balance is not what the ledger says. */
    public record Difference(String object, long id) {}

    public List<Difference> differences() {
        return database.fetch(DIFFERENCES)
                .map(row -> new Difference(row.get("object", String.class), row.get("id", Long.class)));
    }
}
