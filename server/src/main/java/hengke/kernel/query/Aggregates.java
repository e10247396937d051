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
        AggregateQuery query = new AggregateQuery(selection, aggregate, null);
        List<Summary.Group> groups = fetched(query);
        boolean more = groups.size() > aggregate.limit();
        return new Summary(
                more ? groups.subList(0, aggregate.limit()) : groups,
                !more && aggregate.addsUp() ? sums(groups, query.nothing()) : totals(query),
                more);
    }

    /** The groups alone, in one statement: one more than the limit tells that there are further ones. */
    public List<Summary.Group> groups(Selection selection, Aggregate aggregate) {
        return fetched(new AggregateQuery(selection, aggregate, null));
    }

    /**
     * The groups of what is not in some groups of another dimension.
     *
     * @param keys of these groups; null for what is absent
     */
    public List<Summary.Group> groupsWithout(
            Selection selection, Aggregate aggregate, Aggregate.Dimension dimension, List<@Nullable Object> keys) {
        return fetched(new AggregateQuery(selection, aggregate, new AggregateQuery.Except(dimension, keys)));
    }

    private List<Summary.Group> fetched(AggregateQuery query) {
        return query.groups().map(select -> dsl.fetch(select).map(query::read)).orElse(List.of());
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

    /** Two sums or counts together; null is none. */
    public static @Nullable Object sum(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one instanceof BigDecimal decimal
                ? (Object) decimal.add((BigDecimal) other)
                : (Object) Math.addExact((Long) one, (Long) other);
    }
}
