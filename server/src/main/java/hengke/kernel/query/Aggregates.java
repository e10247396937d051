package hengke.kernel.query;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Counts, sums and averages of the records somebody may see, in groups and in total. */
public final class Aggregates {
    private final DSLContext dsl;

    public Aggregates(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Two statements: the groups and, over the same records, the totals. Order and limit of the selection play no part. */
    public Summary summary(Selection selection, Aggregate aggregate) {
        AggregateQuery query = new AggregateQuery(selection, aggregate);
        List<Summary.Group> groups =
                query.groups().map(select -> dsl.fetch(select).map(query::read)).orElse(List.of());
        List<@Nullable Object> totals = query.totals()
                .map(select -> query.read(dsl.fetchSingle(select)).values())
                .orElse(query.nothing());
        boolean more = groups.size() > aggregate.limit();
        return new Summary(more ? groups.subList(0, aggregate.limit()) : groups, totals, more);
    }
}
