package hengke.kernel.report;

import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.FormulaMemory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the figures of a group out of what was computed of its records. */
final class Calculation {
    private static final int POINTS = 2;

    private final List<Figure> figures;
    private final Aggregate aggregate;
    private final Map<Integer, Function<Row, @Nullable Object>> formulas = new HashMap<>();

    Calculation(List<Figure> figures, Aggregate aggregate, FormulaMemory memory) {
        this.figures = figures;
        this.aggregate = aggregate;
        for (int i = 0; i < figures.size(); i++) {
            Expression formula = figures.get(i).formula();
            if (formula != null) {
                formulas.put(i, memory.of(formula));
            }
        }
    }

    /** What is computed of no record at all. */
    List<@Nullable Object> nothing() {
        List<@Nullable Object> nothing = new ArrayList<>();
        aggregate.measures().forEach(measure -> nothing.add(measure.counts() ? 0L : null));
        return nothing;
    }

    /** The figures of a group in which there is nothing: what counts and sums is nought, what relates to others absent. */
    List<@Nullable Object> empty() {
        List<@Nullable Object> made = figures(nothing());
        for (int i = 0; i < made.size(); i++) {
            if (figures.get(i).show() != Question.Show.VALUE) {
                made.set(i, null);
            }
        }
        return made;
    }

    /** The figures in their order; a formula speaks of those before it. The sum of nothing is nought. */
    List<@Nullable Object> figures(List<@Nullable Object> computed) {
        List<@Nullable Object> made = new ArrayList<>();
        Map<String, @Nullable Object> known = new HashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            Function<Row, @Nullable Object> formula = formulas.get(i);
            Object value = formula == null ? computed(computed, figure.place()) : formula.apply(Row.of(known));
            if (figure.points() && value instanceof BigDecimal number) {
                value = number.movePointLeft(POINTS);
            }
            made.add(value);
            known.put(figure.name(), Numbers.of(value));
        }
        return made;
    }

    private @Nullable Object computed(List<@Nullable Object> computed, int place) {
        Object value = computed.get(place);
        return value == null && aggregate.measures().get(place).function() == Aggregate.Function.SUM
                ? BigDecimal.ZERO
                : value;
    }

    /** By a figure; where there is none comes last either way. */
    static Comparator<@Nullable Object> order(boolean descending) {
        Comparator<Object> by = Numbers::compare;
        return Comparator.nullsLast(descending ? by.reversed() : by);
    }
}
