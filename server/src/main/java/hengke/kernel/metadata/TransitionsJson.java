package hengke.kernel.metadata;

import hengke.kernel.metadata.Transitions.Move;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Transition rules as they are stored, and as administrators send and see them. */
public final class TransitionsJson {
    private TransitionsJson() {}

    public static ObjectNode write(Transitions rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("onlyListed", rules.onlyListed());
        ArrayNode moves = json.putArray("moves");
        for (Move move : rules.moves()) {
            ObjectNode each = moves.addObject().put("from", move.from()).put("to", move.to());
            move.roles().stream().sorted().forEach(each.putArray("roles")::add);
            move.required().forEach(each.putArray("required")::add);
            each.put("forbidden", move.forbidden()).put("lasting", move.lasting());
        }
        return json;
    }

    /** What {@link #write} wrote. */
    public static Transitions read(JsonNode json) {
        return new Transitions(
                json.required("onlyListed").booleanValue(),
                json.required("moves").valueStream().map(TransitionsJson::move).toList());
    }

    private static Move move(JsonNode json) {
        return new Move(
                json.required("from").stringValue(null),
                json.required("to").stringValue(null),
                json.required("roles").valueStream().map(JsonNode::longValue).collect(Collectors.toSet()),
                json.required("required")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList(),
                json.path("forbidden").asBoolean(false),
                json.path("lasting").asBoolean(false));
    }
}
