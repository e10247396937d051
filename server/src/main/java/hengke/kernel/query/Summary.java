package hengke.kernel.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an aggregate gives.
 *
 * @param totals the measures over all records at once, so that an average is that of the records, not of the groups
 * @param more there are further groups beyond the limit
 */
public record Summary(List<Group> groups, List<@Nullable Object> totals, boolean more) {

    /**
     * One group.
     *
     * @param keys in the order of the dimensions: text, id, flag or first day of a period; null for absent
     * @param values in the order of the measures
     */
    public record Group(List<@Nullable Object> keys, List<@Nullable Object> values) {}

    /** A key or value on the wire: decimals and times as text, like a record's. */
    public static JsonNode json(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Boolean flag -> nodes.booleanNode(flag);
            case Long whole -> nodes.numberNode(whole);
            case BigDecimal decimal -> nodes.stringNode(decimal.toPlainString());
            default -> nodes.stringNode(value.toString());
        };
    }
}
