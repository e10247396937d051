package hengke.kernel.report;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregation;
import hengke.kernel.query.AskedEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as it is asked for; names and values nobody has checked yet.
 *
 * @param object what it is about
 * @param filter null for all records
 * @param period the days it looks at; null for all times
 * @param compare with which other days each figure is compared; null for none
 * @param rows by what is grouped downwards
 * @param columns by what is grouped sideways
 * @param figures what is computed of each group, in order
 * @param having which groups of the first row are shown
 * @param sort by which figure groups are sorted; null for their own order
 * @param top how many groups of the first row are shown; null for all
 * @param others are the rest of them shown together?
 * @param gaps are periods shown in which there is nothing?
 */
public record Question(
        String object,
        @Nullable JsonNode filter,
        @Nullable Period period,
        @Nullable Comparison compare,
        List<Aggregation.Group> rows,
        List<Aggregation.Group> columns,
        List<Asked> figures,
        List<Having> having,
        @Nullable Sorting sort,
        @Nullable Integer top,
        boolean others,
        boolean gaps) {
    private static final Set<String> KEYS = Set.of(
            "object",
            "filter",
            "period",
            "compare",
            "rows",
            "columns",
            "measures",
            "having",
            "sort",
            "top",
            "others",
            "gaps");
    private static final int MOST_ROWS = 3;
    private static final int MOST_COLUMNS = 2;
    private static final int MOST_FIGURES = 20;
    private static final int MOST_TOP = 500;

    public Question {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        figures = List.copyOf(figures);
        having = List.copyOf(having);
    }

    /** The days looked at, by the field that says to which day a record belongs. */
    public record Period(String field, JsonNode range) {}

    /** With what each figure is compared. */
    public enum Comparison {
        /** The days just before, as many of them. */
        PREVIOUS("previous"),
        /** The same days a year before. */
        LAST_YEAR("lastYear");

        private final String wire;

        Comparison(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /**
     * One figure.
     *
     * @param measure what is computed of records; null for a formula
     * @param formula of other figures, by name; null for a measure
     * @param label what people call it; null to say what it is
     * @param percent is a formula's value a share of one?
     */
    public record Asked(
            String at,
            String name,
            Aggregation.@Nullable Measure measure,
            @Nullable String formula,
            @Nullable String label,
            boolean percent,
            Show show) {}

    /** How a figure is shown. */
    public enum Show {
        VALUE("value"),
        /** As a share of the total. */
        SHARE("share"),
        /** Of what stands in its row. */
        SHARE_OF_ROW("shareOfRow"),
        /** Of what stands in its column. */
        SHARE_OF_COLUMN("shareOfColumn"),
        /** With everything above it. */
        RUNNING("running"),
        /** How much more than the one above. */
        CHANGE("change"),
        /** The same as a share of the one above. */
        GROWTH("growth");

        private final String wire;

        Show(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        /** Is the value shown a share of one, whatever it is a share of? */
        boolean percent() {
            return this == SHARE || this == SHARE_OF_ROW || this == SHARE_OF_COLUMN || this == GROWTH;
        }
    }

    /** Only groups of which a figure compares so. */
    public record Having(
            String at,
            String figure,
            String operator,
            @Nullable JsonNode value) {}

    /** Sorted by a figure. */
    public record Sorting(String figure, boolean descending) {}

    /** Reads one; refuses what nobody can read, each thing where it stands. */
    public static Question parse(ObjectNode json) {
        json.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw Refusal.Invalid.at(key, Message.of("report.unknown"));
                });
        AskedEntry whole = new AskedEntry(json, "report");
        return new Question(
                text(whole, "object").orElseThrow(() -> Refusal.Invalid.at("object", Message.of("report.object"))),
                whole.node("filter"),
                period(json),
                oneOf(
                        Comparison.values(),
                        Comparison::wire,
                        text(whole, "compare").orElse(null),
                        "compare"),
                few(Aggregation.groups(json, "rows"), MOST_ROWS, "rows"),
                few(Aggregation.groups(json, "columns"), MOST_COLUMNS, "columns"),
                figures(json),
                having(json),
                sorting(json),
                top(json),
                json.path("others").asBoolean(false),
                json.path("gaps").asBoolean(false));
    }

    private static Optional<String> text(AskedEntry entry, String key) {
        return Optional.ofNullable(entry.text(key));
    }

    private static @Nullable Period period(JsonNode json) {
        JsonNode period = json.path("period");
        if (period.isMissingNode() || period.isNull()) {
            return null;
        }
        if (!period.path("field").isString() || !period.has("range")) {
            throw Refusal.Invalid.at("period", Message.of("report.period"));
        }
        return new Period(period.path("field").stringValue(), period.get("range"));
    }

    private static <T> @Nullable T oneOf(T[] known, Function<T, String> wire, @Nullable String asked, String at) {
        if (asked == null) {
            return null;
        }
        return Stream.of(known)
                .filter(each -> wire.apply(each).equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        at,
                        Message.of(
                                "report.oneOf",
                                String.join(" ", Stream.of(known).map(wire).toList()))));
    }

    private static <T> List<T> few(List<T> all, int most, String at) {
        if (all.size() > most) {
            throw Refusal.Invalid.at(at, Message.of("query.tooManyValues", most));
        }
        return all;
    }

    private static List<Asked> figures(JsonNode json) {
        Set<String> known =
                Set.of("name", "function", "of", "field", "filter", "percent", "formula", "label", "as", "show");
        List<AskedEntry> entries = few(AskedEntry.of(json, "measures", known), MOST_FIGURES, "measures");
        if (entries.isEmpty()) {
            throw Refusal.Invalid.at("measures", Message.of("report.figures"));
        }
        List<Asked> figures = Refusal.Invalid.each(entries, Question::figure);
        Set<String> names = new HashSet<>();
        for (Asked figure : figures) {
            if (!names.add(figure.name())) {
                throw Refusal.Invalid.at(figure.at() + ".name", Message.of("report.nameTaken", figure.name()));
            }
        }
        return figures;
    }

    private static Asked figure(AskedEntry entry) {
        String formula = entry.text("formula");
        if (formula == null && entry.text("function") == null) {
            throw Refusal.Invalid.at(entry.at(), Message.of("report.functionOrFormula"));
        }
        Aggregation.Measure measure = formula == null ? Aggregation.measure(entry) : null;
        String name = text(entry, "name").orElseGet(() -> measure == null ? "" : measure.usualName());
        if (!name.matches("[A-Za-z][A-Za-z0-9_.]{0,59}")) {
            throw Refusal.Invalid.at(entry.at() + ".name", Message.of("report.name"));
        }
        Show show = oneOf(Show.values(), Show::wire, entry.text("show"), entry.at() + ".show");
        return new Asked(
                entry.at(),
                name,
                measure,
                formula,
                entry.text("label"),
                "percent".equals(entry.text("as")),
                show == null ? Show.VALUE : show);
    }

    private static List<Having> having(JsonNode json) {
        return AskedEntry.of(json, "having", Set.of("measure", "op", "value")).stream()
                .map(entry -> new Having(entry.at(), entry.need("measure"), entry.need("op"), entry.node("value")))
                .toList();
    }

    private static @Nullable Sorting sorting(JsonNode json) {
        JsonNode sort = json.path("sort");
        return sort.path("by").isString()
                ? new Sorting(
                        sort.path("by").stringValue(), sort.path("descending").asBoolean(false))
                : null;
    }

    private static @Nullable Integer top(JsonNode json) {
        JsonNode top = json.path("top");
        if (top.isMissingNode() || top.isNull()) {
            return null;
        }
        if (!top.isIntegralNumber() || top.asLong() < 1 || top.asLong() > MOST_TOP) {
            throw Refusal.Invalid.at("top", Message.of("query.limit", MOST_TOP));
        }
        return top.asInt();
    }
}
