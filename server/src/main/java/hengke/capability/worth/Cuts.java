package hengke.capability.worth;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Where one score ends and the next begins, as reckoned over all customers with a deal in the window; kept, so that a
 * single customer is scored by the same until the next run.
 *
 * @param at when they were reckoned
 * @param day the day from which one looked back
 * @param since the last day before the window; null when it had no beginning
 * @param version of the definition that held
 * @param customers how many had a deal
 * @param recency days at most for 2, 3, 4 and 5; null where nobody reaches it
 * @param frequency deals at least
 * @param monetary amount at least
 * @param means the average scores of recency, frequency and amount; empty without customers
 * @param done was every customer reckoned with them?
 */
public record Cuts(
        long id,
        Instant at,
        LocalDate day,
        @Nullable LocalDate since,
        long version,
        long customers,
        List<Optional<BigDecimal>> recency,
        List<Optional<BigDecimal>> frequency,
        List<Optional<BigDecimal>> monetary,
        List<BigDecimal> means,
        boolean done) {
    /** How many scores there are. */
    static final int SCORES = 5;

    /** The newest of an object, as this transaction sees them. */
    public static Optional<Cuts> newest(DSLContext within, String object) {
        return within.fetchOptional("select * from worth_cut where object = ? order by id desc limit 1", object)
                .map(Cuts::read);
    }

    /** Writes them down; answers them with their id. */
    Cuts keep(DSLContext within, String object) {
        return within.fetchSingle(
                        """
                        insert into worth_cut
                            (object, at, day, since, version, customers, recency, frequency, monetary, means)
                        values (?, cast(? as timestamptz), ?, cast(? as date), ?, ?, ?, ?, ?, ?) returning *""",
                        object,
                        at,
                        day,
                        since,
                        version,
                        customers,
                        array(recency),
                        array(frequency),
                        array(monetary),
                        means.toArray(BigDecimal[]::new))
                .map(Cuts::read);
    }

    void done(DSLContext within, Instant when) {
        within.execute(
                "update worth_cut set done_at = cast(? as timestamptz) where id = ? and done_at is null", when, id);
    }

    private static Cuts read(Record row) {
        return new Cuts(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("day", LocalDate.class),
                row.get("since", LocalDate.class),
                row.get("version", Long.class),
                row.get("customers", Long.class),
                list(row.get("recency", BigDecimal[].class)),
                list(row.get("frequency", BigDecimal[].class)),
                list(row.get("monetary", BigDecimal[].class)),
                List.of(row.get("means", BigDecimal[].class)),
                row.get("done_at") != null);
    }

    static List<Optional<BigDecimal>> list(@Nullable BigDecimal[] values) {
        return Arrays.stream(values).map(Optional::ofNullable).toList();
    }

    private static @Nullable BigDecimal[] array(List<Optional<BigDecimal>> values) {
        return values.stream().map(value -> value.orElse(null)).toArray(BigDecimal[]::new);
    }
}
