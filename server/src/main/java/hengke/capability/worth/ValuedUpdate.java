package hengke.capability.worth;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.DerivedUpdate;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes figures, scores and segment onto the customers that a condition names. */
final class ValuedUpdate {
    private final ObjectDefinition object;
    private final String currency;
    private final boolean told;

    /**
     * @param currency of the company
     * @param told is there any source? Without one there is nothing to say, not even none
     */
    ValuedUpdate(ObjectDefinition object, String currency, boolean told) {
        this.object = object;
        this.currency = currency;
        this.told = told;
    }

    int run(DSLContext within, Table<?> figures, Scores scores, Function<Field<Long>, Condition> which) {
        Field<Long> deals = told ? DSL.coalesce(Figures.DEALS, DSL.inline(0L)) : DSL.castNull(SQLDataType.BIGINT);
        Field<BigDecimal> amount =
                told ? DSL.coalesce(Figures.AMOUNT, DSL.inline(BigDecimal.ZERO)) : DSL.castNull(SQLDataType.NUMERIC);
        String money = Valued.DEAL_AMOUNT.column();
        return new DerivedUpdate(object)
                .joining(row -> row.leftJoin(figures)
                        .on(Figures.CUSTOMER.eq(Alias.of(object).id())))
                .set(Valued.FIRST_DEAL_ON.column(), Figures.FIRST)
                .set(Valued.SECOND_DEAL_ON.column(), Figures.SECOND)
                .set(Valued.LAST_DEAL_ON.column(), Figures.LAST)
                .set(Valued.DEAL_COUNT.column(), deals)
                .set(money, amount)
                .set(money + "_amount", amount)
                .set(
                        money + "_currency",
                        told ? DSL.inline(currency).cast(SQLDataType.CLOB) : DSL.castNull(SQLDataType.CLOB))
                .set(Valued.RECENCY.column(), scores.recency().cast(SQLDataType.BIGINT))
                .set(Valued.FREQUENCY.column(), scores.frequency().cast(SQLDataType.BIGINT))
                .set(Valued.MONETARY.column(), scores.monetary().cast(SQLDataType.BIGINT))
                .set(Valued.SEGMENT.column(), scores.segment())
                .set(
                        Valued.LOYALTY.column(),
                        DSL.when(Figures.SECOND.isNotNull(), DSL.inline(Valued.RETURNING))
                                .when(Figures.FIRST.isNotNull(), DSL.inline(Valued.NEW)))
                .run(within, which);
    }
}
