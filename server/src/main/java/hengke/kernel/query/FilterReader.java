package hengke.kernel.query;

import hengke.kernel.metadata.Operator;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one filter from JSON within limits that keep it harmless. */
final class FilterReader {
    static final int MAX_DEPTH = 8;
    static final int MAX_PARTS = 200;
    private static final int MAX_NAME = 200;

    private int parts;

    Filter read(JsonNode json, String at) {
        return read(json, at, 1);
    }

    private Filter read(JsonNode json, String at, int depth) {
        if (!json.isObject()) {
            throw unreadable("query.object", at);
        }
        if (json.isEmpty()) {
            throw unreadable("query.empty", at);
        }
        if (depth > MAX_DEPTH) {
            throw unreadable("query.tooDeep", at, MAX_DEPTH);
        }
        if (++parts > MAX_PARTS) {
            throw unreadable("query.tooLarge", at, MAX_PARTS);
        }
        if (json.has("and")) {
            keys(json, at, "and");
            return new Filter.And(at, terms(json.get("and"), at + ".and", depth));
        }
        if (json.has("or")) {
            keys(json, at, "or");
            return new Filter.Or(at, terms(json.get("or"), at + ".or", depth));
        }
        if (json.has("not")) {
            keys(json, at, "not");
            return new Filter.Not(at, read(json.get("not"), at + ".not", depth + 1));
        }
        if (json.has("exists")) {
            keys(json, at, "exists", "where");
            return new Filter.Exists(at, name(json, "exists", at), where(json, at, depth));
        }
        keys(json, at, "field", "op", "value");
        return compare(json, at);
    }

    private List<Filter> terms(JsonNode list, String at, int depth) {
        if (!list.isArray()) {
            throw unreadable("query.listOfFilters", at);
        }
        if (list.isEmpty()) {
            throw unreadable("query.empty", at);
        }
        List<Filter> terms = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            terms.add(read(list.get(i), at + "[" + i + "]", depth + 1));
        }
        return terms;
    }

    private @Nullable Filter where(JsonNode json, String at, int depth) {
        return json.has("where") ? read(json.get("where"), at + ".where", depth + 1) : null;
    }

    private static Filter compare(JsonNode json, String at) {
        String path = name(json, "field", at);
        String asked = name(json, "op", at);
        Operator operator = Operator.of(asked)
                .orElseThrow(() -> unreadable("query.operator", at + ".op", Quoted.name(asked), operators()));
        boolean given = json.has("value") && !json.get("value").isNull();
        if (Operator.PRESENCE.contains(operator)) {
            if (given) {
                throw unreadable("query.valueUnexpected", at + ".value", asked);
            }
            return new Filter.Compare(at, path, operator, null);
        }
        if (!given) {
            throw unreadable("query.valueMissing", at + ".value", asked);
        }
        return new Filter.Compare(at, path, operator, json.get("value"));
    }

    private static String name(JsonNode json, String key, String at) {
        JsonNode name = json.path(key);
        if (!name.isString()
                || name.stringValue().isBlank()
                || name.stringValue().length() > MAX_NAME) {
            throw unreadable("query.name", at + "." + key);
        }
        return name.stringValue();
    }

    private static void keys(JsonNode json, String at, String... allowed) {
        Set<String> known = Set.of(allowed);
        for (String key : json.propertyNames()) {
            if (!known.contains(key)) {
                throw unreadable("query.key", at, Quoted.name(key), String.join(", ", allowed));
            }
        }
    }

    private static String operators() {
        return Arrays.stream(Operator.values()).map(Operator::wire).collect(Collectors.joining(" "));
    }

    private static Refusal unreadable(String key, Object... arguments) {
        return new Refusal.Unreadable(Message.of(key, arguments));
    }
}
