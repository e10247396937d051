package hengke.kernel.query;

import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SummedUp;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statement that computes the roll-ups of some records anew, all in one go; records that are right stay untouched. */
public final class RollUpQuery {
    private final ObjectDefinition parent;
    private final List<Part> parts;
    private final String base;

    /**
     * A roll-up and which of the child's records it counts.
     *
     * @param filter about the child's own values
     */
    public record Part(SummedUp rollUp, Criterion filter) {}

    /**
     * @param parts of one parent object
     * @param base the currency of sums of money
     */
    public RollUpQuery(List<Part> parts, String base) {
        this.parent = parts.getFirst().rollUp().parent();
        this.parts = List.copyOf(parts);
        this.base = base;
    }

    public Query of(Collection<Long> parents) {
        org.jooq.Field<Long> id = DSL.field(DSL.name("wanted", "id"), SQLDataType.BIGINT);
        Table<?> from = DSL.unnest(DSL.val(parents.toArray(Long[]::new), SQLDataType.BIGINT.array()))
                .as("wanted", "id");
        List<String> columns = new ArrayList<>();
        List<org.jooq.Field<?>> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            from = from.crossJoin(DSL.lateral(sum(parts.get(i), id).asTable("s" + i)));
            for (var column : parts.get(i).rollUp().field().type().columns()) {
                columns.add(parts.get(i).rollUp().field().column() + column.suffix());
                values.add(DSL.field(DSL.name("s" + i, value(column.suffix()))));
            }
        }
        return statement(columns, values, from, id);
    }

    private Query statement(
            List<String> columns, List<org.jooq.Field<?>> values, Table<?> from, org.jooq.Field<Long> id) {
        List<SelectField<?>> selected = new ArrayList<>(List.of(id));
        var targets = new ArrayList<org.jooq.Field<?>>();
        var sums = new ArrayList<org.jooq.Field<?>>();
        var stored = new ArrayList<org.jooq.Field<?>>();
        for (int i = 0; i < columns.size(); i++) {
            selected.add(values.get(i).as("c" + i));
            targets.add(DSL.field(DSL.name(columns.get(i))));
            sums.add(DSL.field(DSL.name("sums", "c" + i)));
            stored.add(DSL.field(DSL.name("p", columns.get(i))));
        }
        return DSL.query(
                "update {0} p set ({1}) = row ({2}) from ({3}) sums"
                        + " where p.id = sums.id and row ({4}) is distinct from row ({2})",
                DSL.name(parent.table()),
                DSL.list(targets),
                DSL.list(sums),
                DSL.select(selected).from(from),
                DSL.list(stored));
    }

    private static String value(String suffix) {
        return "v" + suffix;
    }

    private org.jooq.Select<?> sum(Part part, org.jooq.Field<Long> id) {
        SummedUp rollUp = part.rollUp();
        Alias child = Alias.of(rollUp.child());
        Condition pointing = CriterionSql.pointsAt(rollUp.reference(), child, parent, id);
        return DSL.select(values(rollUp, child))
                .from(child.table())
                .where(pointing)
                .and(child.living())
                .and(CriterionSql.filter(part.filter(), child));
    }

    private List<SelectField<?>> values(SummedUp rollUp, Alias child) {
        List<SelectField<?>> values = new ArrayList<>();
        org.jooq.Field<?> inBase = fitting(rollUp, aggregate(rollUp, child));
        values.add(inBase.as(value("")));
        if (rollUp.field().type() instanceof MoneyType) {
            Inward inward = Inward.of(rollUp, child);
            values.add(DSL.field("case when {0} then {1} else {2} end", inward.alike(), inward.sum(), inBase)
                    .as(value("_amount")));
            values.add(DSL.field(
                            "case when {0} then {1} when {2} is not null then {3} end",
                            inward.alike(), inward.currency(), inBase, DSL.val(base))
                    .as(value("_currency")));
        }
        return values;
    }

    /**
     * What amounts that are all in one currency come to in that currency, to the digits they have.
     *
     * @param alike are they, and is it amounts that are summed?
     */
    private record Inward(org.jooq.Field<?> alike, org.jooq.Field<?> sum, org.jooq.Field<?> currency) {
        static Inward of(SummedUp rollUp, Alias child) {
            Field<?> summed = rollUp.summed();
            if (summed == null
                    || !(summed.type() instanceof MoneyType)
                    || summed.computation() != null
                    || rollUp.rollUp().how() != Summing.SUM) {
                return new Inward(DSL.field("false"), DSL.field("0"), DSL.field("''"));
            }
            List<org.jooq.Field<?>> columns = child.columns(summed);
            org.jooq.Field<?> currency = columns.get(2);
            return new Inward(
                    DSL.field("min({0}) = max({0})", currency),
                    DSL.field("sum({0})", columns.get(1)),
                    DSL.field("min({0})", currency));
        }
    }

    private static org.jooq.Field<?> aggregate(SummedUp rollUp, Alias child) {
        Field<?> summed = rollUp.summed();
        if (summed == null) {
            return DSL.field("count(*)");
        }
        String function = switch (rollUp.rollUp().how()) {
            case COUNT -> "count({0})";
            case SUM -> "coalesce(sum({0}), 0)";
            case AVERAGE -> "avg({0})";
            case MIN -> "min({0})";
            case MAX -> "max({0})";
        };
        return DSL.field(function, child.column(summed));
    }

    /** What is too large for the field is absent. */
    private org.jooq.Field<?> fitting(SummedUp rollUp, org.jooq.Field<?> value) {
        return switch (rollUp.field().type()) {
            case IntegerType _ -> DSL.field("cast(formula_rounded(cast({0} as numeric), 0) as bigint)", value);
            case DecimalType decimal ->
                DSL.field("formula_rounded(cast({0} as numeric), {1})", value, DSL.inline(decimal.scale()));
            case MoneyType _ -> DSL.field("formula_rounded({0}, {1})", value, DSL.inline(Currencies.digits(base)));
            default -> value;
        };
    }
}
