package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** An order as it was asked for. */
public record Sort(String at, String field, boolean descending) {
    private static final Set<String> KEYS = Set.of("field", "descending");

    /** Reads {@code [{"field":"name","descending":true}]}. */
    public static List<Sort> parse(JsonNode json) {
        if (!json.isArray()) {
            throw unreadable("sort");
        }
        return IntStream.range(0, json.size())
                .mapToObj(i -> one(json.get(i), "sort[" + i + "]"))
                .toList();
    }

    private static Sort one(JsonNode json, String at) {
        JsonNode field = json.path("field");
        JsonNode descending = json.path("descending");
        boolean direction = descending.isMissingNode() || descending.isBoolean();
        if (!json.isObject() || !KEYS.containsAll(json.propertyNames()) || !field.isString() || !direction) {
            throw unreadable(at);
        }
        return new Sort(at, field.stringValue(), descending.asBoolean(false));
    }

    private static Refusal unreadable(String at) {
        return new Refusal.Unreadable(Message.of("query.sort", at));
    }
}
