package hengke.automation;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How plans are written, on the wire and in the database alike. */
public final class Plans {
    private static final JsonMapper KEPT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();
    private static final JsonMapper STRICT = KEPT.rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Plans() {}

    /** Reads what somebody sends; refuses it at the place that cannot be read, unknown keys too. */
    public static Plan read(ObjectNode json) {
        try {
            return STRICT.treeToValue(json, Plan.class);
        } catch (JacksonException unreadable) {
            throw Refusal.Invalid.at(path(unreadable), Message.of("automation.unreadable"));
        }
    }

    private static String path(JacksonException unreadable) {
        String path = unreadable.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** The same as a tree. */
    public static ObjectNode json(Plan plan) {
        JsonNode tree = KEPT.valueToTree(plan);
        return (ObjectNode) tree;
    }

    static Plan kept(String json) {
        return KEPT.readValue(json, Plan.class);
    }

    static String write(Plan plan) {
        return KEPT.writeValueAsString(plan);
    }
}
