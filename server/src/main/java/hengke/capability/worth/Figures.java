package hengke.capability.worth;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What the deals of each customer come to: one grouped statement, a row for each customer who has any. */
final class Figures {
    static final Field<Long> CUSTOMER = DSL.field(DSL.name("f", "customer"), SQLDataType.BIGINT);
    static final Field<LocalDate> FIRST = DSL.field(DSL.name("f", "first_on"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> SECOND = DSL.field(DSL.name("f", "second_on"), SQLDataType.LOCALDATE);
    static final Field<LocalDate> LAST = DSL.field(DSL.name("f", "last_on"), SQLDataType.LOCALDATE);
    /** Days since the last deal in the window. */
    static final Field<Integer> DAYS = DSL.field(DSL.name("f", "days"), SQLDataType.INTEGER);
    /** Deals in the window. */
    static final Field<Long> DEALS = DSL.field(DSL.name("f", "deals"), SQLDataType.BIGINT);
    /** What they came to, less what was taken back in the window. */
    static final Field<BigDecimal> AMOUNT = DSL.field(DSL.name("f", "amount"), SQLDataType.NUMERIC);

    private Figures() {}

    /** Everything that is kept on a customer. */
    static Table<?> whole(Table<?> purchases, LocalDate day, @Nullable LocalDate since) {
        return DSL.select(Purchases.CUSTOMER.as("customer"))
                .select(
                        DSL.min(Purchases.DAY).filterWhere(Purchases.DEAL).as("first_on"),
                        DSL.field(
                                        "(array_agg({0} order by {0}) filter (where {1}))[2]",
                                        SQLDataType.LOCALDATE, Purchases.DAY, Purchases.DEAL)
                                .as("second_on"),
                        DSL.max(Purchases.DAY).filterWhere(Purchases.DEAL).as("last_on"))
                .select(window(day, since))
                .from(purchases)
                .groupBy(Purchases.CUSTOMER)
                .asTable("f");
    }

    /** Only what scores are made from, of those with a deal in the window. */
    static Table<?> scored(Table<?> purchases, LocalDate day, @Nullable LocalDate since) {
        Select<?> grouped = DSL.select(Purchases.CUSTOMER.as("customer"))
                .select(window(day, since))
                .from(purchases)
                .where(within(since))
                .groupBy(Purchases.CUSTOMER)
                .having(DSL.count().filterWhere(Purchases.DEAL).gt(0));
        return grouped.asTable("f");
    }

    private static Field<?>[] window(LocalDate day, @Nullable LocalDate since) {
        Condition within = within(since);
        Condition deal = within.and(Purchases.DEAL);
        return new Field<?>[] {
            DSL.field(
                            "({0} - {1})",
                            SQLDataType.INTEGER,
                            DSL.inline(day),
                            DSL.max(Purchases.DAY).filterWhere(deal))
                    .as("days"),
            DSL.count().filterWhere(deal).cast(SQLDataType.BIGINT).as("deals"),
            DSL.coalesce(DSL.sum(Purchases.AMOUNT).filterWhere(within), DSL.inline(BigDecimal.ZERO))
                    .as("amount")
        };
    }

    private static Condition within(@Nullable LocalDate since) {
        return since == null ? DSL.trueCondition() : Purchases.DAY.gt(DSL.inline(since));
    }
}
