package hengke.capability.portrait;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How lively the exchange is, as SQL. With a contact's weight w by its channel, its age a in whole days, the half-life h
 * and the worth s of a score of 50:
 *
 * <pre>  worth = Σ w · 2^(−a/h)      score = 100 · (1 − 2^(−worth/s))</pre>
 *
 * So a contact counts half after every half-life, and each further s halves what is missing to 100. What is older than
 * twelve half-lives counts nothing, a 4096th would be left. Worth is summed up in whole millionths, so that the sum does
 * not depend on the order in which the database adds.
 */
@Component
final class ActivityScore {
    static final int HALF_LIVES = 12;
    private static final int TENTHS_TO_MILLIONTHS = 100_000;
    private static final Field<Integer> AGE = DSL.field(DSL.name("age"), SQLDataType.INTEGER);
    private static final Field<Integer> TENTHS = DSL.field(DSL.name("tenths"), SQLDataType.INTEGER);
    /** The columns of {@link #sums}. */
    static final Field<Long> WORTH = DSL.field(DSL.name("worth"), SQLDataType.BIGINT);

    static final Field<Long> RECENT = DSL.field(DSL.name("recent"), SQLDataType.BIGINT);
    static final Field<Long> BEFORE = DSL.field(DSL.name("before"), SQLDataType.BIGINT);
    static final Field<Integer> COUNT = DSL.field(DSL.name("number"), SQLDataType.INTEGER);

    private final Interactions interactions;

    ActivityScore(Interactions interactions) {
        this.interactions = interactions;
    }

    /** The id, the score and the trend of each, under the names of their columns. */
    Select<?> reckon(ObjectDefinition object, Subjects those, Today today, SettingValues settings) {
        Alias row = Alias.of(object);
        Table<?> sums = sums(
                        object, interactions.of(object, those, null), List.of(Interactions.RECORD), today, settings)
                .asTable("sums");
        Field<Instant> created = row.column(SystemFields.CREATED_AT).coerce(SQLDataType.INSTANT);
        return DSL.select(
                        row.id().as("id"),
                        score(filled(WORTH), settings).as(Portrayed.ACTIVITY.column()),
                        Trend.of(
                                        filled(RECENT),
                                        filled(BEFORE),
                                        today.age(created).lt(2 * Trend.DAYS))
                                .as(Portrayed.TREND.column()))
                .from(row.table())
                .leftJoin(sums)
                .on(DSL.field(DSL.name("sums", "record"), SQLDataType.BIGINT).eq(row.id()))
                .where(those.among(row.id()), row.living());
    }

    /** By these columns, what the contacts are worth today, and the weights of the two spans of the trend. */
    Select<Record> sums(
            ObjectDefinition object, Table<?> life, List<Field<?>> by, Today today, SettingValues settings) {
        long halfLife = settings.get(PortraitSettings.HALF_LIFE);
        long oldest = HALF_LIVES * halfLife;
        Field<Long> worth = DSL.field(
                "round({0} * power(2.0::float8, -{1}::float8 / {2}) * {3})::bigint",
                SQLDataType.BIGINT, TENTHS, AGE, DSL.inline(halfLife), DSL.inline(TENTHS_TO_MILLIONTHS));
        Table<?> aged = DSL.select(by)
                .select(
                        today.age(Interactions.AT).as(AGE),
                        tenths(object, settings).as(TENTHS))
                .from(life)
                .asTable("aged");
        return DSL.select(by)
                .select(
                        summed(worth, AGE.le((int) oldest)).as(WORTH),
                        summed(TENTHS.cast(SQLDataType.BIGINT), AGE.lt(Trend.DAYS))
                                .as(RECENT),
                        summed(TENTHS.cast(SQLDataType.BIGINT), AGE.between(Trend.DAYS, 2 * Trend.DAYS - 1))
                                .as(BEFORE),
                        DSL.count().filterWhere(AGE.le((int) oldest)).as(COUNT))
                .from(aged)
                .where(AGE.between(0, (int) Math.max(oldest, 2L * Trend.DAYS - 1)))
                .groupBy(by);
    }

    /** Of what the contacts are worth in all. */
    static Field<BigDecimal> score(Field<Long> worth, SettingValues settings) {
        return DSL.field(
                "round((100 * (1 - power(2.0::float8, -least({0}::float8 / 1000000 / {1}, 60))))::numeric, 0)",
                SQLDataType.NUMERIC, worth, DSL.inline(settings.get(PortraitSettings.HALF_SCORE)));
    }

    private static Field<Long> summed(Field<Long> what, org.jooq.Condition where) {
        return DSL.field("coalesce(sum({0}) filter (where {1}), 0)::bigint", SQLDataType.BIGINT, what, where);
    }

    private static Field<Long> filled(Field<Long> sum) {
        return DSL.coalesce(sum, DSL.inline(0L));
    }

    /** A contact's weight, in tenths: so many digits a weight has. */
    private Field<Integer> tenths(ObjectDefinition object, SettingValues settings) {
        @Nullable CaseConditionStep<Integer> weight = null;
        for (InteractionSource source : interactions.sources(object)) {
            for (var each : source.weights().entrySet()) {
                org.jooq.Condition its = Interactions.SOURCE
                        .eq(DSL.inline(source.key()))
                        .and(Interactions.CHANNEL.eq(DSL.inline(each.getKey())));
                weight = when(weight, its, tenths(settings, each.getValue()));
            }
            weight = when(
                    weight, Interactions.SOURCE.eq(DSL.inline(source.key())), tenths(settings, source.otherwise()));
        }
        return weight == null ? DSL.inline(0) : weight.otherwise(DSL.inline(0));
    }

    private static CaseConditionStep<Integer> when(
            @Nullable CaseConditionStep<Integer> so, org.jooq.Condition where, int tenths) {
        return so == null ? DSL.when(where, DSL.inline(tenths)) : so.when(where, DSL.inline(tenths));
    }

    private static int tenths(SettingValues settings, Setting<BigDecimal> weight) {
        return settings.get(weight).movePointRight(1).intValueExact();
    }
}
