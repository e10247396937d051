package hengke.capability.retention;

import hengke.capability.worth.Purchases;
import hengke.kernel.learning.Buying;
import hengke.kernel.metadata.ObjectDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each record has bought: several deals of a day are one. What was taken back is none, and lowers its day. */
@Component
final class Histories {
    private static final double WEEK = 7;

    private final Purchases purchases;

    Histories(Purchases purchases) {
        this.purchases = purchases;
    }

    /**
     * One record's deals.
     *
     * @param before how it had bought until the earlier of two days; null when it had not
     * @param later on how many days it bought after that
     */
    record History(long customer, Buying whole, @Nullable Buying before, long later) {}

    /**
     * @param which of the records, as a condition on their ids
     * @param parting a day before {@code until} by which the past is divided
     */
    List<History> of(
            DSLContext within,
            ObjectDefinition object,
            Function<Field<Long>, Condition> which,
            LocalDate parting,
            LocalDate until) {
        Field<LocalDate> day = DSL.field(DSL.name("d", "day"), SQLDataType.LOCALDATE);
        Field<BigDecimal> amount = DSL.field(DSL.name("d", "amount"), SQLDataType.NUMERIC);
        Field<Long> customer = DSL.field(DSL.name("d", "customer"), SQLDataType.BIGINT);
        Condition before = day.le(DSL.inline(parting));
        Table<?> days = DSL.select(
                        Purchases.CUSTOMER.as("customer"),
                        Purchases.DAY.as("day"),
                        DSL.sum(Purchases.AMOUNT).as("amount"))
                .from(purchases.of(object, which, until))
                .where(Purchases.DEAL)
                .groupBy(Purchases.CUSTOMER, Purchases.DAY)
                .asTable("d");
        return within.select(
                        customer,
                        DSL.count().as("days"),
                        DSL.min(day).as("first"),
                        DSL.max(day).as("last"),
                        DSL.field(
                                        "{0} - (array_agg({1} order by {2}))[1]",
                                        SQLDataType.NUMERIC, DSL.sum(amount), amount, day)
                                .as("rest"),
                        DSL.count().filterWhere(before).as("days_before"),
                        DSL.max(day).filterWhere(before).as("last_before"))
                .from(days)
                .groupBy(customer)
                .fetch()
                .map(row -> history(row, parting, until));
    }

    /** Since when there have been deals, and of how many records; no day without any. */
    record Extent(@Nullable LocalDate first, long customers) {}

    Extent extent(DSLContext within, ObjectDefinition object, LocalDate until) {
        return within.select(DSL.min(Purchases.DAY), DSL.countDistinct(Purchases.CUSTOMER))
                .from(purchases.of(object, _ -> DSL.noCondition(), until))
                .where(Purchases.DEAL)
                .fetchSingle()
                .map(row -> new Extent(row.get(0, LocalDate.class), row.get(1, Long.class)));
    }

    private static History history(Record row, LocalDate parting, LocalDate until) {
        LocalDate first = row.get("first", LocalDate.class);
        long days = row.get("days", Long.class);
        long before = row.get("days_before", Long.class);
        LocalDate lastBefore = row.get("last_before", LocalDate.class);
        double rest = row.get("rest", BigDecimal.class).doubleValue();
        return new History(
                row.get("customer", Long.class),
                new Buying(
                        days - 1,
                        weeks(first, row.get("last", LocalDate.class)),
                        weeks(first, until),
                        days > 1 ? rest / (days - 1) : 0),
                lastBefore == null ? null : new Buying(before - 1, weeks(first, lastBefore), weeks(first, parting), 0),
                days - before);
    }

    private static double weeks(LocalDate from, LocalDate until) {
        return (until.toEpochDay() - from.toEpochDay()) / WEEK;
    }
}
