package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Bound;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Customers by the month of their first deal, and how many of them bought again in each month after; of the customers
 * and deals somebody sees. One statement.
 */
@Component
public final class Cohorts {
    /** How many months of first deals are looked at. */
    public static final int MONTHS = 12;

    private final PurchaseSources sources;
    private final Purchases purchases;
    private final DSLContext database;

    Cohorts(PurchaseSources sources, Purchases purchases, DSLContext database) {
        this.sources = sources;
        this.purchases = purchases;
        this.database = database;
    }

    /**
     * Those who bought first in one month.
     *
     * @param month its first day
     * @param again how many of them bought in the month itself, in the next …; a month without any is nought
     */
    public record Cohort(LocalDate month, List<Long> again) {}

    /**
     * Empty for who may not read the first deal, or nothing of the deals.
     *
     * @param day the last one that counts
     */
    public Optional<List<Cohort>> of(ObjectDefinition object, Sight sight, LocalDate day) {
        List<Bound> bound = sources.of(object).bound();
        if (bound.isEmpty() || !sight.reads(Valued.FIRST_DEAL_ON)) {
            return Optional.empty();
        }
        LocalDate from = day.withDayOfMonth(1).minusMonths(MONTHS - 1L);
        Field<LocalDate> first = sight.column(Valued.FIRST_DEAL_ON, SQLDataType.LOCALDATE);
        Table<?> customers = DSL.select(
                        sight.row().id().as("id"),
                        DSL.field("date_trunc('month', {0})::date", SQLDataType.LOCALDATE, first)
                                .as("month"))
                .from(sight.row().table())
                .where(sight.rows(), first.ge(DSL.inline(from)))
                .asTable("c");
        Field<Long> id = DSL.field(DSL.name("c", "id"), SQLDataType.BIGINT);
        Field<LocalDate> month = DSL.field(DSL.name("c", "month"), SQLDataType.LOCALDATE);
        Field<Integer> after = DSL.field(
                "(extract(year from age(date_trunc('month', {0}), {1})) * 12"
                        + " + extract(month from age(date_trunc('month', {0}), {1})))::int",
                SQLDataType.INTEGER, Purchases.DAY, month);
        Map<LocalDate, Map<Integer, Long>> found = new TreeMap<>();
        database.select(month, after.as("after"), DSL.countDistinct(id))
                .from(customers)
                .join(purchases.of(object, _ -> DSL.noCondition(), sight::of, day))
                .on(Purchases.CUSTOMER.eq(id))
                .where(Purchases.DEAL, Purchases.DAY.ge(DSL.inline(from)))
                .groupBy(DSL.field("1"), DSL.field("2"))
                .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new TreeMap<>())
                        .put(row.value2(), (long) row.value3()));
        return Optional.of(found.entrySet().stream()
                .map(each -> new Cohort(each.getKey(), again(each.getKey(), day, each.getValue())))
                .toList());
    }

    private static List<Long> again(LocalDate month, LocalDate day, Map<Integer, Long> found) {
        long months = ChronoUnit.MONTHS.between(month, day.withDayOfMonth(1));
        return LongStream.rangeClosed(0, months)
                .mapToObj(after -> found.getOrDefault((int) after, 0L))
                .toList();
    }
}
