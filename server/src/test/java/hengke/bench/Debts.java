package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What customers owe: a tenth of as many contracts as customers, six terms each, of which five are paid. The age of all
 * debts by customer or by person, by hand in one statement; and the balances of one contract, by hand in one look-up.
 */
record Debts(What what, Cast.Person person, Long[] owners, DSLContext database, long contracts) implements Workload {
    private static final int LISTED = 500;
    private static final String CONTRACTS = """
            insert into contract (version, created_at, updated_at, created_by, updated_by, name, number, customer, owner,
                                  status, date, tax_included, amount, amount_amount, amount_currency,
                                  planned, planned_amount, planned_currency, received, received_amount, received_currency)
            select 1, now(), now(), 0, 0, '合同 ' || n, 'B' || n, c.id, c.owner, 'active', date '2026-01-01', true,
                   6000, 6000, 'CNY', 6000, 6000, 'CNY', 5000, 5000, 'CNY'
            from generate_series(1, %1$d) n
            join customer c on c.id = 1 + n * 7 %% (select max(id) from customer)""";
    private static final String TERMS = """
            insert into payment_plan (version, created_at, updated_at, created_by, updated_by, contract, customer, name,
                                      due_date, amount, amount_amount, amount_currency,
                                      received, received_amount, received_currency, status)
            select 1, now(), now(), 0, 0, c.id, c.customer, '第 ' || n || ' 期',
                   current_date - 150 + (hashint8(c.id) & 127) + n * 10,
                   1000, 1000, 'CNY', paid, paid, 'CNY', case paid when 0 then 'pending' else 'settled' end
            from contract c
            cross join generate_series(1, 6) n
            cross join lateral (select case n when 6 then 0 else 1000 end paid) p
            where c.created_by = 0""";
    private static final String PAYMENTS = """
            insert into payment (version, created_at, updated_at, created_by, updated_by, number, contract, customer, owner,
                                 received_at, amount, amount_amount, amount_currency,
                                 matched, matched_amount, matched_currency, status)
            select 1, now(), now(), 0, 0, 'B' || p.id, p.contract, p.customer, c.owner, p.due_date,
                   1000, 1000, 'CNY', 1000, 1000, 'CNY', 'confirmed'
            from payment_plan p join contract c on c.id = p.contract
            where p.created_by = 0 and p.status = 'settled'""";
    private static final String OWED = """
            select %1$s, sum(p.amount - p.received), count(*),
                   sum(p.amount - p.received) filter (where p.due_date >= current_date),
                   sum(p.amount - p.received) filter (where p.due_date between current_date - 30 and current_date - 1),
                   sum(p.amount - p.received) filter (where p.due_date between current_date - 60 and current_date - 31),
                   sum(p.amount - p.received) filter (where p.due_date between current_date - 90 and current_date - 61),
                   sum(p.amount - p.received) filter (where p.due_date < current_date - 90)
            from payment_plan p %2$s
            where p.status in ('pending', 'partial') and p.deleted_at is null %3$s
            group by 1 order by 2 desc, 1 limit %4$d""";
    private static final String BALANCE =
            "select id, amount, planned, received, invoiced, due_since from contract where id = ? and deleted_at is null";

    /** What is asked. */
    enum What {
        CUSTOMERS,
        PEOPLE,
        BALANCE
    }

    static List<Workload> all(
            Cast.Person administrator, Cast.Person director, Long[] colleagues, DSLContext database, long customers) {
        long contracts = Math.max(1_000, customers / 10);
        return List.of(
                new Debts(What.CUSTOMERS, administrator, null, database, contracts),
                new Debts(What.CUSTOMERS, director, colleagues, database, contracts),
                new Debts(What.PEOPLE, administrator, null, database, contracts),
                new Debts(What.BALANCE, administrator, null, database, contracts));
    }

    @Override
    public String name() {
        String whose = owners == null ? "administrator" : "director of " + owners.length;
        return switch (what) {
            case CUSTOMERS -> "debts: age of %,d terms by customer, %s".formatted(contracts * 6, whose);
            case PEOPLE -> "debts: age of %,d terms by person, %s".formatted(contracts * 6, whose);
            case BALANCE -> "debts: balances of one of %,d contracts, %s".formatted(contracts, whose);
        };
    }

    @Override
    public Budget budget() {
        return new Budget(2, 4, 4);
    }

    @Override
    public int rounds() {
        return what == What.BALANCE ? 60 : 15;
    }

    /** None, so that its contracts are there for as long as it is measured and no longer. */
    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public void prepare(RandomGenerator random) {
        if (database.fetchSingle("select count(*) from contract where created_by = 0")
                        .get(0, Long.class)
                == 0) {
            database.execute(CONTRACTS.formatted(contracts));
            database.execute(TERMS);
            database.execute(PAYMENTS);
            database.execute("vacuum analyze contract");
            database.execute("vacuum analyze payment_plan");
            database.execute("vacuum analyze payment");
        }
    }

    @Override
    public void finish() {
        List.of("payment", "payment_plan", "contract")
                .forEach(table -> database.execute("delete from " + table + " where created_by = 0"));
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return switch (what) {
            case CUSTOMERS -> product.get(person, "/receivables/ageing?by=customer");
            case PEOPLE -> product.get(person, "/receivables/ageing?by=owner");
            case BALANCE ->
                product.get(
                        person,
                        "/records/contract/" + one(random)
                                + "?fields=amount,planned,received,invoiced,unpaid,dueSince");
        };
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        if (what == What.BALANCE) {
            return hand.ids(BALANCE, one(random));
        }
        String contract = "join contract c on c.id = p.contract";
        String key = what == What.CUSTOMERS ? "p.customer" : "c.owner";
        String joined = what == What.PEOPLE || owners != null ? contract : "";
        String seen = owners == null ? "" : "and c.owner = any(?)";
        Object[] who = owners == null ? new Object[0] : new Object[] {owners};
        return hand.ids(OWED.formatted(key, joined, seen, LISTED), who).stream()
                .sorted()
                .toList();
    }

    private long one(RandomGenerator random) {
        long first = database.fetchSingle("select min(id) from contract where created_by = 0")
                .get(0, Long.class);
        return first + random.nextLong(contracts);
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        var json = JsonMapper.shared().readTree(answer);
        return Optional.of(
                what == What.BALANCE
                        ? List.of(json.path("id").longValue())
                        : json.path("lines")
                                .valueStream()
                                .map(line -> line.at("/key/id").longValue())
                                .sorted()
                                .toList());
    }
}
