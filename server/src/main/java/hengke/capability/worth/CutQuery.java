package hengke.capability.worth;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The cut points over all customers with a deal, in one statement. A value reaches a fifth when that part of all values
 * is below it, so that equal values reach the same; where many are equal there are fewer scores.
 */
final class CutQuery {
    private static final int CUTS = Cuts.SCORES - 1;
    private static final List<String> NAMES = List.of("r", "f", "m");

    private final WorthDefinition definition;
    private final LocalDate day;

    /** @param day from which one looks back */
    CutQuery(WorthDefinition definition, LocalDate day) {
        this.definition = definition;
        this.day = day;
    }

    /**
     * @param purchases of all customers
     * @param customers the table of the living ones, with their {@code id}
     */
    Cuts run(DSLContext within, Table<?> purchases, Table<?> customers, Instant at) {
        LocalDate since = definition.before(day);
        Select<?> facts = DSL.select(
                        Figures.DAYS.cast(SQLDataType.NUMERIC).as("r"),
                        Figures.DEALS.cast(SQLDataType.NUMERIC).as("f"),
                        Figures.AMOUNT.as("m"))
                .from(Figures.scored(purchases, day, since))
                .join(customers)
                .on(DSL.field(DSL.name("c", "id"), Long.class).eq(Figures.CUSTOMER));
        Record found = within.resultQuery(
                        """
                        with facts as materialized ({0}),
                        ranked as (
                            select r, f, m, count(*) over () as n,
                                rank() over (order by r desc) - 1 as below_r,
                                rank() over (order by f) - 1 as below_f,
                                rank() over (order by m) - 1 as below_m
                            from facts),
                        cut as ({1})
                        select cut.*, mean.* from cut cross join lateral ({2}) mean""",
                        facts,
                        DSL.select(DSL.count().as("found")).select(cuts()).from(DSL.table("ranked")),
                        DSL.select(means()).from(DSL.table("facts")))
                .fetchSingle();
        long customersFound = found.get("found", Long.class);
        return new Cuts(
                0,
                at,
                day,
                since,
                definition.version(),
                customersFound,
                cuts(found, "r"),
                cuts(found, "f"),
                cuts(found, "m"),
                customersFound == 0
                        ? List.of()
                        : NAMES.stream()
                                .map(name -> found.get("mean_" + name, BigDecimal.class))
                                .toList(),
                false);
    }

    private static List<Optional<BigDecimal>> cuts(Record found, String name) {
        return Cuts.list(IntStream.rangeClosed(1, CUTS)
                .mapToObj(k -> found.get(name + k, BigDecimal.class))
                .toArray(BigDecimal[]::new));
    }

    private List<Field<?>> cuts() {
        return NAMES.stream()
                .flatMap(name -> IntStream.rangeClosed(1, CUTS).mapToObj(k -> cut(name, k)))
                .<Field<?>>map(field -> field)
                .toList();
    }

    private Field<?> cut(String name, int k) {
        List<BigDecimal> typed = typed(name);
        return typed == null
                ? DSL.field(
                                name.equals("r")
                                        ? "max(r) filter (where below_r * {0} >= n * {1})"
                                        : "min({2}) filter (where {3} * {0} >= n * {1})",
                                SQLDataType.NUMERIC,
                                DSL.inline(Cuts.SCORES),
                                DSL.inline(k),
                                DSL.field(DSL.name(name)),
                                DSL.field(DSL.name("below_" + name)))
                        .as(name + k)
                : DSL.inline(typed.get(k - 1)).as(name + k);
    }

    private @Nullable List<BigDecimal> typed(String name) {
        return switch (name) {
            case "r" -> definition.recency();
            case "f" -> definition.frequency();
            default -> definition.monetary();
        };
    }

    private static List<Field<?>> means() {
        return NAMES.stream().<Field<?>>map(CutQuery::mean).toList();
    }

    private static Field<?> mean(String name) {
        String reached = name.equals("r") ? "(facts.r <= cut.r%d)" : "(facts." + name + " >= cut." + name + "%d)";
        Stream<String> points =
                IntStream.rangeClosed(1, CUTS).mapToObj(k -> "coalesce(" + reached.formatted(k) + "::int, 0)");
        return DSL.field("round(avg(1 + " + points.collect(Collectors.joining(" + ")) + "), 6)", SQLDataType.NUMERIC)
                .as("mean_" + name);
    }
}
