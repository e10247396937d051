package hengke.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a dashboard asks, one report after the other: grouped, by several dimensions, compared with the year before, only
 * the first groups. By hand it is the statement one would write for it, or two where two times are compared.
 */
record ReportTiles(String name, Cast.Person person, DSLContext database, long deals, Tile tile) implements Workload {
    private static final String DEALS = "opportunity where deleted_at is null";
    private static final String MONTH = "date_trunc('month', close_date)";

    /**
     * A report and how it is written by hand.
     *
     * @param counted which of its figures is the number of records, by its place
     * @param statements each gives that number first; the last of them those that are shown
     * @param people whose records are seen besides; null for all
     */
    private record Tile(String question, int counted, List<String> statements, Long[] people) {}

    static List<Workload> all(
            Cast.Person administrator, Cast.Person director, Long[] colleagues, DSLContext database, long customers) {
        return Stream.of(
                        tile(
                                administrator,
                                "number and amount by stage",
                                "administrator",
                                new Tile(
                                        """
                                {"object":"opportunity","rows":[{"field":"stage"}],
                                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""",
                                        0,
                                        List.of("select count(*), stage, sum(amount) from " + DEALS
                                                + " group by stage"),
                                        null),
                                database,
                                customers),
                        tile(
                                administrator,
                                "won by owner, the first twenty",
                                "administrator",
                                new Tile(
                                        """
                                {"object":"opportunity","filter":{"field":"outcome","op":"eq","value":"won"},
                                 "rows":[{"field":"owner"}],"sort":{"by":"sum_amount","descending":true},"top":20,
                                 "measures":[{"function":"sum","field":"amount"},{"function":"count"}]}""",
                                        1,
                                        List.of(
                                                "select count(*), sum(amount) from " + DEALS + " and outcome = 'won'",
                                                "select count(*), owner, sum(amount) from " + DEALS
                                                        + " and outcome = 'won' group by owner order by 3 desc, 2 limit 20"),
                                        null),
                                database,
                                customers),
                        tile(
                                administrator,
                                "by month and stage",
                                "administrator",
                                new Tile(
                                        """
                                {"object":"opportunity","rows":[{"field":"closeDate","bucket":"month"}],
                                 "columns":[{"field":"stage"}],
                                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""",
                                        0,
                                        List.of("select count(*), " + MONTH + ", stage, sum(amount) from " + DEALS
                                                + " group by 2, 3"),
                                        null),
                                database,
                                customers),
                        tile(
                                administrator,
                                "by month, against the year before",
                                "administrator",
                                new Tile("""
                                {"object":"opportunity","rows":[{"field":"closeDate","bucket":"month"}],
                                 "period":{"field":"closeDate","range":{"from":"2027-01-01","until":"2027-12-31"}},
                                 "compare":"lastYear",
                                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""", 0, List.of(byMonth(2026), byMonth(2027)), null),
                                database,
                                customers),
                        tile(
                                administrator,
                                "won and lost by owner, and the rate",
                                "administrator",
                                new Tile(
                                        """
                                {"object":"opportunity","rows":[{"field":"owner"}],"measures":[
                                 {"function":"count"},
                                 {"name":"won","function":"count","filter":{"field":"outcome","op":"eq","value":"won"}},
                                 {"name":"rate","formula":"won / count","as":"percent"}]}""",
                                        0,
                                        List.of("select count(*), owner, count(*) filter (where outcome = 'won'),"
                                                + " count(*) filter (where outcome = 'won')::numeric / count(*) from "
                                                + DEALS
                                                + " group by owner"),
                                        null),
                                database,
                                customers),
                        tile(
                                administrator,
                                "by province of the customer",
                                "administrator",
                                new Tile(
                                        """
                                {"object":"opportunity","rows":[{"field":"customer.region","bucket":"province"}],
                                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""",
                                        0,
                                        List.of(
                                                "select count(*), left(c.region, 2), sum(o.amount) from opportunity o left join customer c"
                                                        + " on c.id = o.customer and c.deleted_at is null where o.deleted_at is null group by 2"),
                                        null),
                                database,
                                customers),
                        tile(
                                director,
                                "number and amount by stage",
                                "director of " + colleagues.length,
                                new Tile(
                                        """
                                {"object":"opportunity","rows":[{"field":"stage"}],
                                 "measures":[{"function":"count"},{"function":"sum","field":"amount"}]}""",
                                        0,
                                        List.of(
                                                "select count(*), stage, sum(amount) from ("
                                                        + "select stage, amount from " + DEALS + " and owner = any(?)"
                                                        + " union all select stage, amount from " + DEALS
                                                        + " and exists (select from customer c where c.id = customer and c.deleted_at is null"
                                                        + " and c.owner = any(?)) and (owner = any(?)) is not true) seen group by stage"),
                                        colleagues),
                                database,
                                customers))
                .map(Workload.class::cast)
                .toList();
    }

    private static String byMonth(int year) {
        return "select count(*), " + MONTH + ", sum(amount) from " + DEALS + " and close_date >= '" + year
                + "-01-01' and close_date < '" + (year + 1) + "-01-01' group by 2";
    }

    private static ReportTiles tile(
            Cast.Person person, String what, String whose, Tile tile, DSLContext database, long deals) {
        return new ReportTiles(
                "reports: %s, %s".formatted(what, whose), person, database, Math.max(1_000, deals), tile);
    }

    @Override
    public Budget budget() {
        return new Budget(1.5, 4, 0);
    }

    @Override
    public int rounds() {
        return 9;
    }

    @Override
    public void prepare(RandomGenerator random) {
        new SalesVolume(database).ensure(deals);
    }

    @Override
    public void finish() {
        if (tile.people() != null) {
            new SalesVolume(database).remove();
        }
    }

    @Override
    public String product(Product product, RandomGenerator random) {
        return product.post(person, "/reports/run", tile.question());
    }

    @Override
    public List<Long> byHand(ByHand hand, RandomGenerator random) {
        List<Long> counts = List.of();
        for (String statement : tile.statements()) {
            Object[] who = statement.contains("?")
                    ? new Object[] {tile.people(), tile.people(), tile.people()}
                    : new Object[0];
            counts = hand.ids(statement, who);
        }
        return counts.stream().sorted().toList();
    }

    @Override
    public Optional<List<Long>> ids(String answer) {
        return Optional.of(JsonMapper.shared()
                .readTree(answer)
                .at("/levels/0/cells")
                .valueStream()
                .map(cell -> cell.path("values").get(tile.counted()))
                .filter(JsonNode::isNumber)
                .map(JsonNode::longValue)
                .sorted()
                .toList());
    }
}
