package hengke.kernel.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Counts, sums and averages of the records somebody may see, in groups and in total. */
public final class Aggregates {
    private final DSLContext dsl;

    public Aggregates(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The groups in one statement and, where they do not add up to them, the totals in a second over the same records.
     * Order and limit of the selection play no part.
     */
    public Summary summary(Selection selection, Aggregate aggregate) {
        AggregateQuery query = new AggregateQuery(selection, aggregate);
        List<Summary.Group> groups =
                query.groups().map(select -> dsl.fetch(select).map(query::read)).orElse(List.of());
        boolean more = groups.size() > aggregate.limit();
        return new Summary(
                more ? groups.subList(0, aggregate.limit()) : groups,
                !more && aggregate.addsUp() ? sums(groups, query.nothing()) : totals(query),
                more);
    }

    private List<@Nullable Object> totals(AggregateQuery query) {
        return query.totals()
                .map(select -> query.read(dsl.fetchSingle(select)).values())
                .orElse(query.nothing());
    }

    private static List<@Nullable Object> sums(List<Summary.Group> groups, List<@Nullable Object> nothing) {
        List<@Nullable Object> sums = new ArrayList<>(nothing);
        for (Summary.Group group : groups) {
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sum(sums.get(i), group.values().get(i)));
            }
        }
        return sums;
    }

    private static @Nullable Object sum(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one instanceof BigDecimal decimal
                ? (Object) decimal.add((BigDecimal) other)
                : (Object) Math.addExact((Long) one, (Long) other);
    }
}
