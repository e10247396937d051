package hengke.kernel.query;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A grouped summary as it was asked for. */
public record Aggregation(List<Group> groups, List<Measure> measures, List<Sort> sort, int limit) {
    public static final int MOST = 1_000;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_MEASURES = 20;

    /**
     * By what to group.
     *
     * @param field a field or one behind a reference
     * @param bucket a unit of time, or a level of regions
     * @param ranges the limits between ranges of a number; empty for the number itself
     */
    public record Group(String at, String field, @Nullable String bucket, List<JsonNode> ranges) {
        public Group {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * What to compute of each group.
     *
     * @param name what it is called; null to call it by its function and field
     * @param of the relation to records below, by its name; null for the records themselves
     * @param field a field of these records, or one behind a reference
     * @param filter those of them only
     * @param percent of a percentile
     */
    public record Measure(
            String at,
            @Nullable String name,
            String function,
            @Nullable String of,
            @Nullable String field,
            @Nullable JsonNode filter,
            @Nullable JsonNode percent) {

        /** What it is called where it has no name of its own: {@code count}, {@code sum_amount}. */
        public String usualName() {
            return field == null ? function : function + "_" + field;
        }
    }

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
        List<Measure> measures = measures(json);
        JsonNode limit = json.path("limit");
        if (!limit.isMissingNode() && !limit.canConvertToInt()) {
            throw Refusal.Invalid.at("limit", Message.of("query.limit", MOST));
        }
        return new Aggregation(
                groups(json, "groups"),
                measures.isEmpty() ? List.of(new Measure("measures", null, "count", null, null, null, null)) : measures,
                json.has("sort") ? Sort.parse(json.get("sort")) : List.of(),
                limit.asInt(MOST));
    }

    /** Reads a list of what to group by. */
    public static List<Group> groups(JsonNode json, String key) {
        return AskedEntry.of(json, key, Set.of("field", "bucket", "ranges")).stream()
                .map(entry -> new Group(entry.at(), entry.need("field"), entry.text("bucket"), entry.list("ranges")))
                .toList();
    }

    private static List<Measure> measures(JsonNode json) {
        return AskedEntry.of(json, "measures", Set.of("name", "function", "of", "field", "filter", "percent")).stream()
                .map(Aggregation::measure)
                .toList();
    }

    /** Reads one thing to compute. */
    public static Measure measure(AskedEntry entry) {
        return new Measure(
                entry.at(),
                entry.text("name"),
                entry.need("function"),
                entry.text("of"),
                entry.text("field"),
                entry.node("filter"),
                entry.node("percent"));
    }
}
