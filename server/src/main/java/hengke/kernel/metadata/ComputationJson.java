package hengke.kernel.metadata;

import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.Computation.Summing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of how a field is computed. */
public final class ComputationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComputationJson() {}

    public static ObjectNode write(Computation computation) {
        return switch (computation) {
            case Formula(String source, var _) -> NODES.objectNode().put("formula", source);
            case RollUp rollUp ->
                NODES.objectNode()
                        .put("rollup", rollUp.how().wire())
                        .put("child", rollUp.child())
                        .put("reference", rollUp.reference())
                        .put("field", rollUp.field())
                        .set("filter", rollUp.filter() == null ? NODES.nullNode() : rollUp.filter());
        };
    }

    /** What {@link #write} wrote. */
    public static Computation read(JsonNode json) {
        if (json.has("formula")) {
            return new Formula(json.required("formula").stringValue());
        }
        JsonNode filter = json.path("filter");
        return new RollUp(
                json.required("child").stringValue(),
                json.required("reference").stringValue(),
                Summing.of(json.required("rollup").stringValue()).orElseThrow(),
                json.path("field").stringValue(null),
                filter.isObject() ? filter : null);
    }
}
