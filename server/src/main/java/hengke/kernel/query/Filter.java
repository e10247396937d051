package hengke.kernel.query;

import hengke.kernel.metadata.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A condition as it was asked: names and values nobody has checked yet. Each part knows where it stood in the request,
 * so that a refusal can point there.
 */
public sealed interface Filter {
    /** Where it stood in the request, e.g. {@code filter.and[0]}. */
    String at();

    /** All of these hold. */
    record And(String at, List<Filter> terms) implements Filter {
        public And {
            terms = someOf(terms);
        }
    }

    /** At least one of these holds. */
    record Or(String at, List<Filter> terms) implements Filter {
        public Or {
            terms = someOf(terms);
        }
    }

    /** This does not hold. */
    record Not(String at, Filter term) implements Filter {}

    /**
     * A field compared with a value.
     *
     * @param path a field, or one behind references: {@code customer.region}
     * @param value null for {@code empty} and {@code notEmpty}
     */
    record Compare(
            String at,
            String path,
            Operator operator,
            @Nullable JsonNode value) implements Filter {}

    /** There is a child record, and it meets the condition if there is one. */
    record Exists(String at, String relation, @Nullable Filter where) implements Filter {}

    /** Reads the JSON of a filter; what is malformed, empty or too large is refused. */
    static Filter parse(JsonNode json) {
        return parse(json, "filter");
    }

    /** The same for a filter that stands somewhere else in the request. */
    static Filter parse(JsonNode json, String at) {
        return new FilterReader().read(json, at);
    }

    private static List<Filter> someOf(List<Filter> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("an empty list of conditions means nothing");
        }
        return List.copyOf(terms);
    }
}
