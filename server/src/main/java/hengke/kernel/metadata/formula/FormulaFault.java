package hengke.kernel.metadata.formula;

import hengke.kernel.problem.Message;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a formula, and where.
 *
 * @param from the first character it is about, from 0
 * @param to the place after the last one
 * @param suggestion what could stand there instead
 */
public record FormulaFault(
        int from, int to, Message message, @Nullable String suggestion) {

    static FormulaFault at(int from, int to, String key, Object... arguments) {
        return new FormulaFault(from, to, Message.of(key, arguments), null);
    }
}
