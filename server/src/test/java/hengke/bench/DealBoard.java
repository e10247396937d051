package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A board of opportunities by stage: number and amount of each column, and its first fifty cards. By hand it is one
 * statement for the columns, one for the cards, along the index on stages, and one for the names of their customers.
 */
record DealBoard(Cast.Person person, String whose, Long[] owners, DSLContext database, long deals) implements Workload {
    private static final int CARDS = 50;
    private static final String ASKED = """
            {"groupBy":"stage","sum":"amount","limit":%d,"may":true,
            "fields":["name","customer","amount","closeDate","owner","stage","pipeline","tasksDone"]}""".formatted(CARDS);
    /** Most are open; stages are as good as random. */
    private static final String MADE = """
            insert into opportunity (version, created_at, updated_at, created_by, updated_by, name, customer, owner,
                                     pipeline, stage, outcome, amount, amount_amount, amount_currency, probability)
            select 1, now(), timestamptz '2026-11-01' - n * interval '1 minute', 0, 0, '商机' || n, c.id, c.owner,
                   'standard', stage, case when stage in ('won', 'lost') then stage else 'open' end,
                   n %% 1000 * 100, n %% 1000 * 100, 'CNY', 50
            from generate_series(1, %1$d) n
            cross join lateral (select (array['contact','needs','proposal','quote','negotiation','won','lost'])
                [1 + (hashint8(n) & 2147483647) %% 7] stage) s
            join customer c on c.id = 1 + n %% (select max(id) from customer)""";

    static List<Workload> all(
            Cast.Person administrator, Cast.Person director, Long[] colleagues, DSLContext database, long customers) {
        long deals = Math.max(1_000, customers / 10);
        return List.of(
                new DealBoard(administrator, "administrator", null, database, deals),
                new DealBoard(director, "director of " + colleagues.length, colleagues, database, deals));
    }

    @Override
    public String name() {
        return "board: %,d opportunities, %s".formatted(deals, whose);
    }

    /** Three statements for the board, one that finds out whose token it is, and for some one that has the plan kept. */
    @Override
    public Budget budget() {
        return new Budget(2, 4, owners == null ? 4 : 5);
    }

    @Override
    public int rounds() {
        return 30;
    }

    @Override
    public void prepare(RandomGenerator random) {
        if (database.fetchSingle("select count(*) from opportunity").get(0, Long.class) < deals) {
            database.execute(MADE.formatted(deals));
            database.execute("vacuum analyze opportunity");
        }
    }

    /** Customers with open deals are not taken back by a pool, and measured otherwise by what comes after. */
    @Override
    public void finish() {
        database.execute("delete from opportunity where created_by = 0");
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return product.post(person, "/records/opportunity/board", ASKED);
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        String seen = "deleted_at is null" + (owners == null ? "" : " and owner = any(?)");
        Object[] who = owners == null ? new Object[0] : new Object[] {owners};
        hand.ids("select count(*), stage, sum(amount) from opportunity where " + seen + " group by stage", who);
        List<Long> cards = hand.ids(
                "select d.* from unnest(array['contact','needs','proposal','quote','negotiation','won','lost']) s"
                        + " cross join lateral (select * from opportunity where stage = s and " + seen
                        + " order by updated_at desc, id desc limit " + CARDS + ") d",
                who);
        hand.ids(
                "select c.id, c.name from customer c join opportunity o on o.customer = c.id where o.id = any(?)",
                (Object) cards.toArray(Long[]::new));
        return cards.stream().sorted().toList();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.of(JsonMapper.shared()
                .readTree(answer)
                .path("columns")
                .valueStream()
                .flatMap(column -> column.path("items").valueStream())
                .map(card -> card.path("id").longValue())
                .sorted()
                .toList());
    }
}
