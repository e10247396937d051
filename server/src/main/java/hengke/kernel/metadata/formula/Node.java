package hengke.kernel.metadata.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a formula as it is written: nothing is known yet of fields and kinds. */
sealed interface Node {
    int from();

    /** The place after the last character. */
    int to();

    /** A number, text, day, yes or no; null for nothing. */
    record Literal(
            int from, int to, ValueKind kind, @Nullable Object value) implements Node {}

    /** A field, or one behind a reference. */
    record Name(int from, int to, List<Token> parts) implements Node {}

    /** A function or operator with its arguments. */
    record Apply(int from, int to, FormulaFunction function, List<Node> arguments) implements Node {}
}
