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
record Debts(What what, Cast.Person person, Long[] owners, DSLContext database, Fill fill, long contracts)
        implements Workload {
    private static final int LISTED = 500;
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
            Cast.Person administrator,
            Cast.Person director,
            Long[] colleagues,
            DSLContext database,
            Fill fill,
            long contracts) {
        return List.of(
                new Debts(What.CUSTOMERS, administrator, null, database, fill, contracts),
                new Debts(What.CUSTOMERS, director, colleagues, database, fill, contracts),
                new Debts(What.PEOPLE, administrator, null, database, fill, contracts),
                new Debts(What.BALANCE, administrator, null, database, fill, contracts));
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

    /** None, so that its contracts are there for as long as they are measured and no longer. */
    @Override
    public int warmUps() {
        return 0;
    }

    @Override
    public void prepare(RandomGenerator random) {
        fill.ensure();
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
        long first = database.fetchSingle("select min(id) from contract where updated_by = 0")
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
