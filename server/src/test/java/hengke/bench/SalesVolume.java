package hengke.bench;

import org.jooq.DSLContext;

/** Opportunities and leads that are there for as long as they are measured: a pool and the worth of customers ask for them. */
record SalesVolume(DSLContext database) {
    /** Most are open, stages are as good as random, and one in twenty belongs to somebody else than its customer. */
    private static final String OPPORTUNITIES = """
            insert into opportunity (version, created_at, updated_at, created_by, updated_by, name, customer, owner,
                                     pipeline, stage, outcome, amount, amount_amount, amount_currency, probability,
                                     close_date)
            select 1, now(), timestamptz '2026-11-01' - n * interval '1 minute', 0, 0, '商机' || n, c.id,
                   case when n %% 20 = 0 then 1001 + n / 20 %% (select count(distinct owner) from customer) else c.owner end,
                   'standard', stage, case when stage in ('won', 'lost') then stage else 'open' end,
                   n %% 1000 * 100, n %% 1000 * 100, 'CNY', 50, date '2026-11-01' + (n::bigint * 7919 %% 400)::int
            from generate_series(1, %1$d) n
            cross join lateral (select (array['contact','needs','proposal','quote','negotiation','won','lost'])
                [1 + (hashint8(n) & 2147483647) %% 7] stage) s
            join customer c on c.id = 1 + n %% (select max(id) from customer)""";

    private static final String LEADS = """
            insert into lead (version, created_at, updated_at, created_by, updated_by, name, company, phone, status, owner)
            select 1, now(), timestamptz '2026-11-01' - id * interval '1 minute', 0, 0, '线索' || id, name, phone,
                   (array['new','following','qualified','converted','invalid'])[1 + (hashint8(id) & 2147483647) %% 5], owner
            from customer where id <= %d""";

    void ensure(long deals) {
        ensure("opportunity", OPPORTUNITIES, deals);
    }

    void ensureLeads(long leads) {
        ensure("lead", LEADS, leads);
    }

    private void ensure(String table, String made, long wanted) {
        // there may be fewer customers than their highest id
        if (database.fetchSingle("select count(*) from " + table).get(0, Long.class) < wanted * 9 / 10) {
            remove(table);
            database.execute(made.formatted(wanted));
            database.execute("vacuum analyze " + table);
        }
    }

    void remove() {
        remove("opportunity");
        remove("lead");
    }

    private void remove(String table) {
        database.execute("delete from " + table + " where created_by = 0");
    }
}
