package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregate.Function;
import hengke.kernel.query.Aggregate.Grain;
import hengke.kernel.query.Aggregate.Measure;
import hengke.kernel.query.Aggregate.Through;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns a summary as asked into one that makes sense; refuses names, fields and functions that do not. */
final class AggregateResolver {
    private static final Map<String, Integer> LEVELS = Map.of("province", 2, "city", 4, "district", 6);
    private static final int MOST_RANGES = 50;
    private static final DecimalType NUMBER =
            new DecimalType(DecimalType.Form.DECIMAL, 6, new BigDecimal("-1e15"), new BigDecimal("1e15"));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Names names;
    private final FieldGuard guard;
    private final BiFunction<ObjectDefinition, Filter, Criterion> filters;
    private final Who who;
    private final ZoneId zone;
    private final FiscalYear year;

    /**
     * @param filters resolves the filter of a measure
     * @param zone in which days begin
     */
    AggregateResolver(
            Names names,
            FieldGuard guard,
            BiFunction<ObjectDefinition, Filter, Criterion> filters,
            Who who,
            ZoneId zone,
            FiscalYear year) {
        this.names = names;
        this.guard = guard;
        this.filters = filters;
        this.who = who;
        this.zone = zone;
        this.year = year;
    }

    Aggregate resolve(ObjectDefinition object, Aggregation asked) {
        List<Dimension> dimensions = Refusal.Invalid.each(asked.groups(), group -> dimension(object, group));
        List<Measure> measures = Refusal.Invalid.each(asked.measures(), measure -> measure(object, measure));
        return new Aggregate(dimensions, measures, order(asked, dimensions, measures), asked.limit());
    }

    private Dimension dimension(ObjectDefinition object, Aggregation.Group group) {
        String at = group.at() + ".field";
        FieldPath path = names.path(object, group.field(), at);
        boolean ranges = !group.ranges().isEmpty() && number(path.field().type());
        if (crossesLists(path) || !ranges && !groupable(path.field().type())) {
            throw Refusal.Invalid.at(
                    at, Message.of("query.notGroupable", path.field().label()));
        }
        Bucket bucket = ranges ? ranges(group) : bucket(path.field(), group);
        return new Dimension(group.field(), through(path.steps()), path.field(), bucket);
    }

    private static boolean crossesLists(FieldPath path) {
        return path.steps().stream().anyMatch(step -> step.reference().type() instanceof IdListType);
    }

    private List<Through> through(List<FieldPath.Step> steps) {
        return steps.stream()
                .map(step -> new Through(
                        step.reference(),
                        step.target(),
                        guard.rows(step.target()).criterion()))
                .toList();
    }

    private static boolean groupable(FieldType<?> type) {
        return switch (type) {
            case TextualType(TextualType.Form form, int _) ->
                form != TextualType.Form.LONG_TEXT && form != TextualType.Form.RICH_TEXT;
            case IdListType(IdListType.Target target) -> target instanceof IdListType.Records;
            case ChoiceType _,
                    TreeChoiceType _,
                    TextListType _,
                    IntegerType _,
                    BooleanType _,
                    IdType _,
                    DateType _,
                    DateTimeType _ -> true;
            default -> false;
        };
    }

    /** A moment without a bucket is grouped by day: nobody means the microsecond. */
    private Bucket bucket(Field<?> field, Aggregation.Group group) {
        if (!group.ranges().isEmpty()) {
            throw Refusal.Invalid.at(group.at() + ".ranges", Message.of("query.rangesOfNumbers"));
        }
        String asked = group.bucket();
        boolean moment = field.type() instanceof DateTimeType;
        if (asked == null) {
            return moment ? new Bucket.Period(Bucket.Unit.DAY, zone, year) : new Bucket.Whole();
        }
        Optional<Bucket> bucket = switch (field.type()) {
            case DateType _, DateTimeType _ -> unit(asked).or(() -> part(asked, moment));
            case TreeChoiceType(TreeChoiceType.Divisions _) ->
                Optional.ofNullable(LEVELS.get(asked)).map(Bucket.Level::new);
            case IdType(IdType.User _) ->
                Optional.of(asked)
                        .filter(Bucket.Department.WIRE::equals)
                        .map(_ -> new Bucket.Department(who.departments()));
            default -> Optional.empty();
        };
        return bucket.orElseThrow(() -> Refusal.Invalid.at(group.at() + ".bucket", Message.of("query.bucket")));
    }

    private Optional<Bucket> unit(String wire) {
        return Stream.of(Bucket.Unit.values())
                .filter(unit -> unit.wire().equals(wire))
                .<Bucket>map(unit -> new Bucket.Period(unit, zone, year))
                .findFirst();
    }

    private Optional<Bucket> part(String wire, boolean moment) {
        return Stream.of(Bucket.Part.values())
                .filter(part -> part.wire().equals(wire) && (moment || part != Bucket.Part.HOUR))
                .<Bucket>map(part -> new Bucket.Recurring(part, zone))
                .findFirst();
    }

    private static Bucket ranges(Aggregation.Group group) {
        String at = group.at() + ".ranges";
        List<BigDecimal> limits = new ArrayList<>();
        for (JsonNode limit : group.ranges()) {
            limits.add(decimal(limit, at));
        }
        boolean ascending = IntStream.range(1, limits.size())
                .allMatch(i -> limits.get(i - 1).compareTo(limits.get(i)) < 0);
        if (!ascending || limits.size() > MOST_RANGES || group.bucket() != null) {
            throw Refusal.Invalid.at(at, Message.of("query.ranges", MOST_RANGES));
        }
        return new Bucket.Ranges(limits);
    }

    private static BigDecimal decimal(JsonNode json, String at) {
        try {
            return NUMBER.read(json);
        } catch (Unreadable e) {
            throw Refusal.Invalid.at(at, e.reason());
        }
    }

    private Measure measure(ObjectDefinition object, Aggregation.Measure asked) {
        Function function = Stream.of(Function.values())
                .filter(known -> known.wire().equals(asked.function()))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        asked.at() + ".function",
                        Message.of(
                                "query.function",
                                Stream.of(Function.values()).map(Function::wire).collect(Collectors.joining(" ")))));
        Grain grain = asked.of() == null ? Grain.OWN : below(object, asked.of(), asked.at() + ".of");
        Field<?> field = null;
        String at = asked.at() + ".field";
        if (function == Function.COUNT) {
            if (asked.field() != null) {
                throw Refusal.Invalid.at(at, Message.of("query.countOfRecords"));
            }
        } else {
            if (asked.field() == null) {
                throw Refusal.Invalid.at(at, Message.of("query.measureField", function.wire()));
            }
            FieldPath path = names.path(grain.object(object), asked.field(), at);
            field = path.field();
            if (crossesLists(path)
                    || grain != Grain.OWN && !path.steps().isEmpty()
                    || !measurable(function, field.type())) {
                throw Refusal.Invalid.at(at, Message.of("query.notMeasurable", field.label(), function.wire()));
            }
            grain = path.steps().isEmpty() ? grain : new Grain.Above(through(path.steps()));
        }
        JsonNode filter = asked.filter();
        return new Measure(
                asked.name() == null ? asked.usualName() : asked.name(),
                function,
                grain,
                field,
                filter == null
                        ? Criterion.ALWAYS
                        : filters.apply(grain.object(object), Filter.parse(filter, asked.at() + ".filter")),
                function == Function.PERCENTILE ? share(asked) : BigDecimal.ZERO);
    }

    private Grain below(ObjectDefinition object, String relation, String at) {
        Names.Children children = names.children(object, relation, at);
        if (!children.steps().isEmpty()) {
            throw Refusal.Invalid.at(at, Message.of("query.notMeasurable", relation, "of"));
        }
        Catalog.Child child = children.relation();
        return new Grain.Below(child, guard.rows(child.object()).criterion());
    }

    private static BigDecimal share(Aggregation.Measure asked) {
        String at = asked.at() + ".percent";
        JsonNode percent = asked.percent();
        BigDecimal share =
                percent == null ? BigDecimal.ZERO : decimal(percent, at).divide(HUNDRED, MathContext.DECIMAL64);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw Refusal.Invalid.at(at, Message.of("query.percent"));
        }
        return share;
    }

    private static boolean measurable(Function function, FieldType<?> type) {
        return switch (function) {
            case COUNT -> false;
            case COUNT_DISTINCT -> type instanceof FieldType.Single<?> && groupable(type);
            case SUM, AVG, MEDIAN, PERCENTILE -> number(type);
            case MIN, MAX -> number(type) || type instanceof DateType || type instanceof DateTimeType;
        };
    }

    private static boolean number(FieldType<?> type) {
        return type instanceof IntegerType || type instanceof DecimalType || type instanceof MoneyType;
    }

    private static List<Aggregate.Order> order(Aggregation asked, List<Dimension> dimensions, List<Measure> measures) {
        List<String> known =
                new ArrayList<>(dimensions.stream().map(Dimension::name).toList());
        known.addAll(measures.stream().map(Measure::name).toList());
        List<Aggregate.Order> order = new ArrayList<>();
        for (Sort sort : asked.sort()) {
            int place = place(sort.field(), known, asked);
            if (place < 0) {
                throw Refusal.Invalid.at(
                        sort.at() + ".field",
                        Message.of("query.sortOfGroups", Quoted.name(sort.field()), String.join(", ", known)));
            }
            order.add(new Aggregate.Order(place, sort.descending()));
        }
        return order;
    }

    /** By the full name, or by a group's field alone. */
    private static int place(String name, List<String> known, Aggregation asked) {
        int exact = known.indexOf(name);
        return exact >= 0
                ? exact
                : IntStream.range(0, asked.groups().size())
                        .filter(i -> asked.groups().get(i).field().equals(name))
                        .findFirst()
                        .orElse(-1);
    }
}
