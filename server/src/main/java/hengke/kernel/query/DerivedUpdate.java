package hengke.kernel.query;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.Collection;
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
 * untouched, and those that differ are locked in the order of their ids, as every other write locks them. A transaction
 * with more than one such statement over the same records locks them first ({@link InOrder#lock}), or the second would
 * go back to lower ids.
 */
public final class DerivedUpdate {
    /** Under this name a query tells what a record's {@link #unlessChanged column} was when it was derived from. */
    public static final String SEEN = "seen";

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
                                : List.of(column(row.name(), unless).as(SEEN)))
                .select(values.entrySet().stream()
                        .<Field<?>>map(each -> each.getValue().as(each.getKey()))
                        .toList())
                .from(joined.apply(row.table()))
                .where(which.apply(row.id()), row.living());
        return write(within, object, derived, values.keySet(), unless, which);
    }

    /**
     * Writes what a query tells already; answers how many rows.
     *
     * @param told the {@code id}, these columns and, if some column must not have changed, what it was as {@link #SEEN}
     * @param unless not where this column is no longer as it was seen
     * @param which what the query tells of, as a condition on ids: where to look for the rows
     */
    public static int write(
            DSLContext within,
            ObjectDefinition object,
            Select<?> told,
            Collection<String> columns,
            @Nullable String unless,
            Function<Field<Long>, Condition> which) {
        return within.execute(
                """
                with told as materialized ({0}),
                differing as materialized (
                    select told.* from {1} c join told on told.id = c.id
                    where {5} and {6} and ({2}) is distinct from ({3}) order by c.id for no key update of c)
                update {1} c set ({4}) = row ({7}) from differing where c.id = differing.id and {5}""",
                told,
                DSL.table(DSL.name(object.table())),
                named("c", columns),
                named("told", columns),
                DSL.list(columns.stream().map(name -> DSL.field(DSL.name(name))).toList()),
                which.apply(column("c", "id").coerce(Long.class)),
                unless == null
                        ? DSL.trueCondition()
                        : DSL.condition("{0} is not distinct from {1}", column("c", unless), column("told", SEEN)),
                named("differing", columns));
    }

    private static org.jooq.QueryPart named(String table, Collection<String> columns) {
        return DSL.list(columns.stream().map(name -> column(table, name)).toList());
    }

    private static Field<Object> column(String table, String column) {
        return DSL.field(DSL.name(table, column));
    }
}
