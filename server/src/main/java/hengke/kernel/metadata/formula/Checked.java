package hengke.kernel.metadata.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of reading a formula.
 *
 * @param expression null when there are faults
 * @param stored the formula with fields by their names, which no relabelling breaks
 * @param shown the formula with fields by their labels
 */
public record Checked(@Nullable Expression expression, List<FormulaFault> faults, String stored, String shown) {
    public Checked {
        faults = List.copyOf(faults);
    }

    /** The expression of a formula that is known to be good. */
    public Expression sound() {
        if (expression == null) {
            throw new IllegalStateException("a faulty formula: " + faults);
        }
        return expression;
    }
}
