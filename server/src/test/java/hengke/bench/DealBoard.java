package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A board of opportunities by stage: number and amount of each column, and its first fifty cards. By hand it is one
 * statement for the columns, one for the cards, along the index on stages, and one for the names of their customers. A
 * director sees what his people own and what belongs to their customers, whoever owns it.
 */
record DealBoard(Cast.Person person, String whose, Long[] owners, DSLContext database, long deals) implements Workload {
    private static final int CARDS = 50;
    private static final String ASKED = """
            {"groupBy":"stage","sum":"amount","limit":%d,"may":true,
            "fields":["name","customer","amount","closeDate","owner","stage","pipeline","tasksDone"]}""".formatted(CARDS);
    private static final String ITS_CUSTOMERS =
            "exists (select from customer c where c.id = customer and c.deleted_at is null and c.owner = any(?))";
    private static final String ALL =
            "select count(*), stage, sum(amount) from opportunity" + " where deleted_at is null group by stage";
    /** Two ways apart, because with "or" there is no index for either. */
    private static final String OWN_AND_FOLLOWING = "select count(*), stage, sum(amount) from ("
            + "select stage, amount from opportunity where deleted_at is null and owner = any(?)"
            + " union all select stage, amount from opportunity where deleted_at is null and " + ITS_CUSTOMERS
            + " and (owner = any(?)) is not true) seen group by stage";

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
        new SalesVolume(database).ensure(deals);
    }

    @Override
    public void finish() {
        new SalesVolume(database).remove();
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return product.post(person, "/records/opportunity/board", ASKED);
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        String seen = "deleted_at is null" + (owners == null ? "" : " and (owner = any(?) or " + ITS_CUSTOMERS + ")");
        Object[] who = owners == null ? new Object[0] : new Object[] {owners, owners};
        hand.ids(
                owners == null ? ALL : OWN_AND_FOLLOWING, owners == null ? who : new Object[] {owners, owners, owners});
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
