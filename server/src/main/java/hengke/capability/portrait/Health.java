package hengke.capability.portrait;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.SettingValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * How well a record stands, as SQL: the mean of what the factors say, each by its weight, times 100. A factor that has
 * nothing to say of a record is left out of its mean.
 */
@Component
final class Health {
    private static final List<hengke.kernel.metadata.Field<?>> ACTIVITY = List.of(Portrayed.ACTIVITY, Portrayed.TREND);
    private static final List<Field<?>> KEPT = Stream.concat(
                    Stream.of("id"), ACTIVITY.stream().map(hengke.kernel.metadata.Field::column))
            .<Field<?>>map(column -> DSL.field(DSL.name(column)))
            .toList();

    private final List<HealthFactor> factors;

    Health(List<HealthFactor> factors) {
        this.factors = List.copyOf(factors);
    }

    /** Those that count for an object. */
    List<HealthFactor> factors(ObjectDefinition object, SettingValues settings) {
        return factors.stream()
                .filter(factor -> factor.concerns(object) && settings.get(factor.weight()) > 0)
                .toList();
    }

    /** Records of other objects, apart from those that live within, a change of which changes it. */
    List<Catalog.Child> movedBy(ObjectDefinition object) {
        return factors.stream()
                .filter(factor -> factor.concerns(object))
                .flatMap(factor -> factor.movedBy(object).stream())
                .toList();
    }

    /**
     * The id, the score and the level of each, and what was reckoned of their activity, under the names of their columns.
     *
     * @param activity their id, activity and trend, of which the trend is one of the factors
     */
    Select<?> reckon(ObjectDefinition object, Subjects those, Today today, SettingValues settings, Select<?> activity) {
        Table<?> active = DSL.select(DSL.asterisk())
                .from(activity.asTable("reckoned"))
                .offset(DSL.inline(0)) // else the planner would write it out wherever the trend is used
                .asTable("active");
        Scene scene = new Scene(object, Alias.of(object), those, today, settings, active);
        List<HealthFactor> counted = factors(object, settings);
        Field<BigDecimal> score = DSL.field(DSL.name("score"), SQLDataType.NUMERIC);
        var scored = DSL.select(KEPT)
                .select(score(counted, settings).as(score))
                .from(said(counted, scene, false).asTable("said"))
                .asTable("scored");
        return DSL.select(KEPT)
                .select(
                        score.as(Portrayed.HEALTH.column()),
                        HealthLevel.of(score, settings).as(Portrayed.HEALTH_LEVEL.column()))
                .from(scored);
    }

    /** The id of each, and what every factor says of it under {@link #value}; with the facts, if they are wanted. */
    Select<Record> said(List<HealthFactor> counted, Scene scene, boolean facts) {
        List<Field<?>> columns = new ArrayList<>(List.of(scene.row().id().as("id")));
        Map<String, HealthFactor.Said> all = new LinkedHashMap<>();
        for (HealthFactor factor : counted) {
            HealthFactor.Said said = factor.said(scene);
            all.put(factor.name(), said);
            columns.add(DSL.round(said.value(), 4).as(value(factor)));
            if (facts) {
                columns.addAll(said.facts());
            }
        }
        if (scene.active() != null) {
            ACTIVITY.forEach(field -> columns.add(DSL.field(DSL.name("active", field.column()))));
        }
        SelectJoinStep<Record> from = DSL.select(columns).from(scene.rows());
        for (HealthFactor.Said said : all.values()) {
            if (said.beside() != null) {
                from = from.leftJoin(said.beside())
                        .on(DSL.field(DSL.name(said.beside().getName(), "record"), SQLDataType.BIGINT)
                                .eq(scene.row().id()));
            }
        }
        return from.where(scene.those().among(scene.row().id()), scene.row().living());
    }

    static Field<BigDecimal> value(HealthFactor factor) {
        return DSL.field(DSL.name("value_" + factor.name()), SQLDataType.NUMERIC);
    }

    private static Field<BigDecimal> score(List<HealthFactor> counted, SettingValues settings) {
        Field<BigDecimal> points = DSL.inline(BigDecimal.ZERO);
        Field<BigDecimal> weights = DSL.inline(BigDecimal.ZERO);
        for (HealthFactor factor : counted) {
            Field<BigDecimal> weight = DSL.inline(BigDecimal.valueOf(settings.get(factor.weight())));
            points = points.plus(DSL.coalesce(value(factor).times(weight), DSL.inline(BigDecimal.ZERO)));
            weights = weights.plus(DSL.when(value(factor).isNotNull(), weight).otherwise(DSL.inline(BigDecimal.ZERO)));
        }
        return DSL.round(points.times(100).div(DSL.nullif(weights, DSL.inline(BigDecimal.ZERO))), 0);
    }
}
