package hengke.kernel.report;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Summary;
import hengke.kernel.text.value.Regions;
import hengke.kernel.transfer.exporting.RecordTexts;
import java.math.BigDecimal;
import java.text.Collator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of a dimension: what they are called, in which order they stand, and how their records are found. */
final class Members {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RecordTexts texts;
    private final Actor actor;
    private final ObjectDefinition object;
    private final Organisation organisation;
    private final Language language;

    Members(RecordTexts texts, Actor actor, ObjectDefinition object, Organisation organisation, Language language) {
        this.texts = texts;
        this.actor = actor;
        this.object = object;
        this.organisation = organisation;
        this.language = language;
    }

    /** These keys as members, in the order people expect; what is absent comes last. */
    List<Member> of(Dimension dimension, Set<@Nullable Object> keys) {
        List<Object> present = new ArrayList<>();
        for (Object key : keys) {
            if (key != null) {
                present.add(key);
            }
        }
        Map<Object, String> labels = labels(dimension, present);
        present.sort(order(dimension, labels));
        List<Member> members = new ArrayList<>();
        for (Object key : present) {
            members.add(new Member(key, labels.getOrDefault(key, ""), filter(dimension, key), false));
        }
        if (keys.contains(null)) {
            members.add(new Member(null, Message.of("report.absent").in(language), absent(dimension), false));
        }
        return members;
    }

    /** What is left of a dimension besides the members shown. */
    Member others() {
        return new Member(null, Message.of("report.others").in(language), null, true);
    }

    private Comparator<Object> order(Dimension dimension, Map<Object, String> labels) {
        boolean value = dimension.bucket() instanceof Bucket.Whole || dimension.bucket() instanceof Bucket.Department;
        if (!value) {
            return Numbers::compare;
        }
        return switch (dimension.field().type()) {
            case ChoiceType(List<Option> options) -> byPlace(options);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> byPlace(options);
            case TextListType(TextListType.Choices(List<Option> options)) -> byPlace(options);
            case TextualType _, IdType _, IdListType _, TextListType _ -> {
                Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
                yield Comparator.<Object, String>comparing(key -> labels.getOrDefault(key, ""), collator)
                        .thenComparing(Object::toString);
            }
            default -> Numbers::compare;
        };
    }

    private static Comparator<Object> byPlace(List<Option> options) {
        Map<Object, Integer> places = new HashMap<>();
        for (Option option : options) {
            places.put(option.value(), places.size());
        }
        return Comparator.<Object>comparingInt(key -> places.getOrDefault(key, Integer.MAX_VALUE))
                .thenComparing(Object::toString);
    }

    private Map<Object, String> labels(Dimension dimension, List<Object> keys) {
        Map<Object, String> labels = new HashMap<>();
        switch (dimension.bucket()) {
            case Bucket.Whole _ -> labels.putAll(texts(dimension, keys));
            case Bucket.Department _ ->
                keys.forEach(key -> labels.put(
                        key,
                        organisation
                                .department((Long) key)
                                .map(department -> department.name())
                                .orElse(key.toString())));
            case Bucket.Level _ -> keys.forEach(key -> labels.put(key, Regions.name(key.toString())));
            case Bucket.Period(Bucket.Unit unit, var _, var _) ->
                keys.forEach(key -> labels.put(key, period(unit, (LocalDate) key)));
            case Bucket.Recurring(Bucket.Part part, var _) ->
                keys.forEach(key -> labels.put(key, recurring(part, (Integer) key)));
            case Bucket.Ranges(List<BigDecimal> limits) ->
                keys.forEach(key -> labels.put(key, range(limits, (Integer) key)));
        }
        return labels;
    }

    private Map<Object, String> texts(Dimension dimension, List<Object> keys) {
        Field<?> field = dimension.field();
        List<Row> rows = keys.stream()
                .map(key -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put(SystemFields.ID.name(), 0L);
                    values.put(field.name(), dimension.isList() ? List.of(key) : key);
                    return Row.of(values);
                })
                .toList();
        List<Map<String, String>> written = texts.of(actor, dimension.owner(object), rows, List.of(field), language);
        Map<Object, String> labels = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String text = written.get(i).getOrDefault(field.name(), "");
            labels.put(keys.get(i), text.isEmpty() ? Message.of("report.unseen").in(language) : text);
        }
        return labels;
    }

    private String period(Bucket.Unit unit, LocalDate start) {
        String name = switch (unit) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
            case FISCAL_QUARTER -> "fiscalQuarter";
            case FISCAL_YEAR -> "fiscalYear";
        };
        return Message.of(
                        "report.period." + name,
                        Integer.toString(start.getYear()),
                        two(start.getMonthValue()),
                        two(start.getDayOfMonth()),
                        Integer.toString((start.getMonthValue() + 2) / 3))
                .in(language);
    }

    private String recurring(Bucket.Part part, int number) {
        Locale locale = Locale.forLanguageTag(language.tag());
        return switch (part) {
            case WEEKDAY -> DayOfWeek.of(number).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
            case MONTH_OF_YEAR -> Month.of(number).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
            case HOUR -> two(number) + ":00";
        };
    }

    private static String range(List<BigDecimal> limits, int reached) {
        if (reached == 0) {
            return "< " + limits.getFirst().toPlainString();
        }
        String from = limits.get(reached - 1).toPlainString();
        return reached == limits.size()
                ? "≥ " + from
                : from + " – " + limits.get(reached).toPlainString();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static JsonNode filter(Dimension dimension, Object key) {
        String field = dimension.name();
        return switch (dimension.bucket()) {
            case Bucket.Whole _ ->
                dimension.isList()
                        ? compare(field, "any").set("value", NODES.arrayNode().add(Summary.json(key)))
                        : compare(field, "eq").set("value", Summary.json(key));
            case Bucket.Department(Map<Long, Long> of) -> compare(field, "in").set("value", members(of, key));
            case Bucket.Level _ -> compare(field, "under").put("value", key.toString());
            case Bucket.Period(Bucket.Unit unit, var _, var _) ->
                during(field, (LocalDate) key, Spans.until(unit, (LocalDate) key));
            case Bucket.Recurring(Bucket.Part part, var _) ->
                during(
                        field,
                        NODES.objectNode().set(part.wire(), NODES.arrayNode().add((Integer) key)));
            case Bucket.Ranges(List<BigDecimal> limits) -> within(field, limits, (Integer) key);
        };
    }

    private static JsonNode members(Map<Long, Long> of, Object department) {
        ArrayNode people = NODES.arrayNode();
        of.entrySet().stream()
                .filter(person -> person.getValue().equals(department))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(people::add);
        return people;
    }

    private static JsonNode within(String field, List<BigDecimal> limits, int reached) {
        ArrayNode both = NODES.arrayNode();
        if (reached > 0) {
            both.add(compare(field, "ge").put("value", limits.get(reached - 1).toPlainString()));
        }
        if (reached < limits.size()) {
            both.add(compare(field, "lt").put("value", limits.get(reached).toPlainString()));
        }
        return both.size() == 1 ? both.get(0) : NODES.objectNode().set("and", both);
    }

    /** Nobody, and whoever is in no department, have none. */
    private static JsonNode absent(Dimension dimension) {
        if (dimension.bucket() instanceof Bucket.Department(Map<Long, Long> of) && !of.isEmpty()) {
            ArrayNode people = NODES.arrayNode();
            of.keySet().stream().sorted().forEach(people::add);
            return compare(dimension.name(), "notIn").set("value", people);
        }
        return compare(dimension.name(), "empty");
    }

    /** A filter for a period of any kind. */
    static JsonNode during(String field, JsonNode period) {
        return compare(field, "during").set("value", period);
    }

    /** A filter for the days from one until before another. */
    static JsonNode during(String field, LocalDate from, LocalDate until) {
        return during(
                field,
                NODES.objectNode()
                        .put("from", from.toString())
                        .put("until", until.minusDays(1).toString()));
    }

    private static ObjectNode compare(String field, String operator) {
        return NODES.objectNode().put("field", field).put("op", operator);
    }

    /**
     * All keys a dimension has where its gaps are shown too. Of days that have begun to pass, those to come are no gap.
     */
    static List<Object> filled(Dimension dimension, Set<@Nullable Object> keys, Report report, LocalDate today) {
        return switch (dimension.bucket()) {
            case Bucket.Recurring(Bucket.Part part, var _) ->
                IntStream.rangeClosed(part.first(), part.last())
                        .<Object>mapToObj(each -> each)
                        .toList();
            case Bucket.Ranges(List<BigDecimal> limits) ->
                IntStream.rangeClosed(0, limits.size())
                        .<Object>mapToObj(each -> each)
                        .toList();
            case Bucket.Period period -> periods(period, keys, report, dimension, today);
            case Bucket.Whole _, Bucket.Level _, Bucket.Department _ -> List.of();
        };
    }

    private static List<Object> periods(
            Bucket.Period period, Set<@Nullable Object> keys, Report report, Dimension dimension, LocalDate today) {
        List<LocalDate> known = keys.stream()
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .sorted()
                .toList();
        var days = report.days();
        if (days != null && dimension.name().equals(report.periodField())) {
            LocalDate last = Spans.start(period, days.until().minusDays(1));
            LocalDate now = Spans.start(period, today);
            if (days.from().isBefore(today) && now.isBefore(last)) {
                LocalDate latest = known.isEmpty() ? now : known.getLast();
                last = latest.isAfter(now) ? latest : now;
            }
            return List.copyOf(Spans.between(period.unit(), Spans.start(period, days.from()), last));
        }
        return known.isEmpty()
                ? List.of()
                : List.copyOf(Spans.between(period.unit(), known.getFirst(), known.getLast()));
    }
}
