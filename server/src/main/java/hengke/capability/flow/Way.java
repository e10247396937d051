package hengke.capability.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of several ways that go from a step.
 *
 * @param condition a filter over the record; null holds always
 */
public record Way<N>(String id, String name, @Nullable JsonNode condition, List<N> nodes) {
    public Way {
        condition = condition == null || condition.isNull() ? null : condition;
        nodes = List.copyOf(nodes);
    }
}
