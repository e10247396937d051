package hengke.capability.worth;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is derived onto the living records that a condition names, in one statement: rows that are right stay
 * untouched, and those that differ are locked in the order of their ids, as every other write locks them.
 */
public final class DerivedUpdate {
    private final ObjectDefinition object;
    private final Map<String, Field<?>> values = new LinkedHashMap<>();
    private UnaryOperator<Table<?>> joined = UnaryOperator.identity();
    private @Nullable String unless;

    public DerivedUpdate(ObjectDefinition object) {
        this.object = object;
    }

    /** Computed from the row and what is joined to it. */
    public DerivedUpdate joining(UnaryOperator<Table<?>> others) {
        joined = others;
        return this;
    }

    public DerivedUpdate set(String column, Field<?> value) {
        values.put(column, value);
        return this;
    }

    /** Not where somebody changes this column meanwhile: who does so derives anew. */
    public DerivedUpdate unlessChanged(String column) {
        unless = column;
        return this;
    }

    /** Answers how many rows it wrote. */
    public int run(DSLContext within, Function<Field<Long>, Condition> which) {
        Alias row = Alias.of(object);
        Select<?> derived = DSL.select(row.id().as("id"))
                .select(
                        unless == null
                                ? List.of()
                                : List.of(
                                        DSL.field(DSL.name(row.name(), unless)).as("seen")))
                .select(values.entrySet().stream()
                        .<Field<?>>map(each -> each.getValue().as(each.getKey()))
                        .toList())
                .from(joined.apply(row.table()))
                .where(which.apply(row.id()), row.living());
        return within.execute(
                """
                with d as materialized ({0}),
                differing as materialized (
                    select c.id from {1} c join d on d.id = c.id
                    where ({2}) is distinct from ({3}) order by c.id for no key update of c)
                update {1} c set ({4}) = row ({3}) from d join differing on differing.id = d.id
                where c.id = d.id and {5}""",
                derived,
                DSL.table(DSL.name(object.table())),
                DSL.list(named("c")),
                DSL.list(named("d")),
                DSL.list(values.keySet().stream()
                        .map(name -> DSL.field(DSL.name(name)))
                        .toList()),
                unless == null
                        ? DSL.trueCondition()
                        : DSL.condition("{0} is not distinct from d.seen", DSL.field(DSL.name("c", unless))));
    }

    private List<Field<Object>> named(String alias) {
        return values.keySet().stream()
                .map(name -> DSL.field(DSL.name(alias, name)))
                .toList();
    }
}
