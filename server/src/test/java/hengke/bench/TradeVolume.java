package hengke.bench;

import java.util.List;
import org.jooq.DSLContext;

/**
 * Contracts with six terms each, of which five are paid, and as many quotes and orders; made by whom they belong to, and
 * last written by nobody, by which they are told.
 */
record TradeVolume(DSLContext database, long contracts) {
    private static final String CONTRACTS = """
            insert into contract (version, created_at, updated_at, created_by, updated_by, name, number, customer, owner,
                                  status, date, tax_included, amount, amount_amount, amount_currency,
                                  planned, planned_amount, planned_currency, received, received_amount, received_currency)
            select 1, now(), now(), c.owner, 0, '合同 ' || n, 'B' || n, c.id, c.owner, 'active', date '2026-01-01', true,
                   6000, 6000, 'CNY', 6000, 6000, 'CNY', 5000, 5000, 'CNY'
            from generate_series(1, %1$d) n
            join customer c on c.id = 1 + n * 7 %% (select max(id) from customer)""";
    private static final String TERMS = """
            insert into payment_plan (version, created_at, updated_at, created_by, updated_by, contract, customer, name,
                                      due_date, amount, amount_amount, amount_currency,
                                      received, received_amount, received_currency, status)
            select 1, now(), now(), c.owner, 0, c.id, c.customer, '第 ' || n || ' 期',
                   current_date - 150 + (hashint8(c.id) & 127) + n * 10,
                   1000, 1000, 'CNY', paid, paid, 'CNY', case paid when 0 then 'pending' else 'settled' end
            from contract c
            cross join generate_series(1, 6) n
            cross join lateral (select case n when 6 then 0 else 1000 end paid) p
            where c.updated_by = 0""";
    private static final String PAYMENTS = """
            insert into payment (version, created_at, updated_at, created_by, updated_by, number, contract, customer, owner,
                                 received_at, amount, amount_amount, amount_currency,
                                 matched, matched_amount, matched_currency, status)
            select 1, now(), now(), c.owner, 0, 'B' || p.id, p.contract, p.customer, c.owner, p.due_date,
                   1000, 1000, 'CNY', 1000, 1000, 'CNY', 'confirmed'
            from payment_plan p join contract c on c.id = p.contract
            where p.updated_by = 0 and p.status = 'settled'""";
    /** One in twenty is somebody else's than its customer's. */
    private static final String PAPERS = """
            insert into %1$s (version, created_at, updated_at, created_by, updated_by, name, number, customer, owner,
                              status, date, tax_included, total, total_amount, total_currency)
            select 1, now(), timestamptz '2026-11-01' - n * interval '1 minute', c.owner, 0, '单据 ' || n, 'B' || n, c.id,
                   case when n %% 20 = 0 then 1001 + n / 20 %% (select count(distinct owner) from customer) else c.owner end,
                   (array[%2$s])[1 + (hashint8(n) & 2147483647) %% %3$d], date '2026-11-01' - (n %% 400)::int, true,
                   n %% 1000 * 100, n %% 1000 * 100, 'CNY'
            from generate_series(1, %4$d) n
            join customer c on c.id = 1 + n * 11 %% (select max(id) from customer)""";

    Fill debts() {
        return new Fill(
                () -> {
                    removeDebts();
                    database.execute(CONTRACTS.formatted(contracts));
                    database.execute(TERMS);
                    database.execute(PAYMENTS);
                    analyze(List.of("contract", "payment_plan", "payment"));
                },
                this::removeDebts);
    }

    Fill papers() {
        return new Fill(
                () -> {
                    removePapers();
                    database.execute(
                            PAPERS.formatted("quote", "'draft','sent','accepted','declined','expired'", 5, contracts));
                    database.execute(PAPERS.formatted(
                            "\"order\"", "'draft','active','partial','shipped','done','cancelled'", 6, contracts));
                    analyze(List.of("quote", "\"order\""));
                },
                this::removePapers);
    }

    private void removeDebts() {
        remove(List.of("payment", "payment_plan", "contract"));
    }

    private void removePapers() {
        remove(List.of("\"order\"", "quote"));
    }

    private void analyze(List<String> tables) {
        tables.forEach(table -> database.execute("vacuum analyze " + table));
    }

    private void remove(List<String> tables) {
        tables.forEach(table -> database.execute("delete from " + table + " where updated_by = 0"));
    }
}
