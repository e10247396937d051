package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A grouped summary as it was asked for. */
public record Aggregation(List<Group> groups, List<Measure> measures, List<Sort> sort, int limit) {
    public static final int MOST = 1_000;
    private static final int MOST_GROUPS = 3;
    private static final int MOST_MEASURES = 20;

    /**
     * By what to group.
     *
     * @param field a field or one behind a reference
     * @param bucket a unit of time, or a level of regions
     */
    public record Group(String at, String field, @Nullable String bucket) {}

    /** What to compute of each group. */
    public record Measure(
            String at, String function, @Nullable String field) {}

    public Aggregation {
        groups = List.copyOf(groups);
        measures = List.copyOf(measures);
        sort = List.copyOf(sort);
        if (limit < 1 || limit > MOST) {
            throw Refusal.Invalid.at("limit", Message.of("query.limit", MOST));
        }
        if (groups.size() > MOST_GROUPS) {
            throw Refusal.Invalid.at("groups", Message.of("query.tooManyValues", MOST_GROUPS));
        }
        if (measures.size() > MOST_MEASURES) {
            throw Refusal.Invalid.at("measures", Message.of("query.tooManyValues", MOST_MEASURES));
        }
    }

    /** Reads {@code groups}, {@code measures}, {@code sort} and {@code limit} of a request; the count is the default. */
    public static Aggregation parse(JsonNode json) {
        List<Group> groups = new ArrayList<>();
        for (Entry entry : entries(json, "groups", Set.of("field", "bucket"))) {
            groups.add(new Group(entry.at, entry.need("field"), entry.text("bucket")));
        }
        List<Measure> measures = new ArrayList<>();
        for (Entry entry : entries(json, "measures", Set.of("function", "field"))) {
            measures.add(new Measure(entry.at, entry.need("function"), entry.text("field")));
        }
        if (measures.isEmpty()) {
            measures.add(new Measure("measures", "count", null));
        }
        List<Sort> sort = json.has("sort") ? Sort.parse(json.get("sort")) : List.of();
        JsonNode limit = json.path("limit");
        if (!limit.isMissingNode() && !limit.canConvertToInt()) {
            throw Refusal.Invalid.at("limit", Message.of("query.limit", MOST));
        }
        return new Aggregation(groups, measures, sort, limit.asInt(MOST));
    }

    private record Entry(JsonNode json, String at) {
        private @Nullable String text(String key) {
            JsonNode text = json.path(key);
            if (text.isMissingNode() || text.isNull()) {
                return null;
            }
            if (!text.isString()) {
                throw new Refusal.Unreadable(Message.of("query.name", at + "." + key));
            }
            return text.stringValue();
        }

        private String need(String key) {
            String text = text(key);
            if (text == null) {
                throw new Refusal.Unreadable(Message.of("query.name", at + "." + key));
            }
            return text;
        }
    }

    private static List<Entry> entries(JsonNode json, String key, Set<String> known) {
        JsonNode list = json.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Refusal.Unreadable(Message.of("query.array", key));
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            String at = key + "[" + entries.size() + "]";
            if (!entry.isObject() || !known.containsAll(entry.propertyNames())) {
                throw new Refusal.Unreadable(Message.of("query.keys", at, String.join(", ", new TreeSet<>(known))));
            }
            entries.add(new Entry(entry, at));
        }
        return entries;
    }
}
