package hengke.kernel.metadata;

import hengke.kernel.metadata.formula.Expression;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the value of a field comes about that nobody writes. */
public sealed interface Computation {
    /** The kind on the wire. */
    String kind();

    /**
     * From other fields of the record and of records it points at, whenever it is asked for; never stored.
     *
     * @param source with fields by their names in braces
     * @param expression what it means; null until a catalog has checked it
     */
    record Formula(String source, @Nullable Expression expression) implements Computation {
        public Formula(String source) {
            this(source, null);
        }

        @Override
        public String kind() {
            return "formula";
        }

        /** Does it look at other records? */
        boolean crosses() {
            return expression != null && expression.all().anyMatch(Expression.Across.class::isInstance);
        }

        Formula seenBy(Function<ObjectDefinition, Expression.Sight> sights) {
            return new Formula(source, expression == null ? null : expression.seenBy(sights));
        }
    }

    /**
     * From the living records of another object that point here; stored, and kept right in the transaction of every
     * change of those.
     *
     * @param child the other object
     * @param reference its field that points here
     * @param field its field that is summed up; null for a count
     * @param filter in the filter language, about the child's own values; null for all
     */
    record RollUp(
            String child,
            String reference,
            Summing how,
            @Nullable String field,
            @Nullable JsonNode filter) implements Computation {
        @Override
        public String kind() {
            return "rollup";
        }
    }

    /** What a roll-up computes. */
    enum Summing {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Summing> of(String wire) {
            return Arrays.stream(values())
                    .filter(each -> each.wire().equals(wire))
                    .findFirst();
        }
    }
}
