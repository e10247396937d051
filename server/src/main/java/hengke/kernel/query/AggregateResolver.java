package hengke.kernel.query;

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
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate.Bucket;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregate.Function;
import hengke.kernel.query.Aggregate.Measure;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns a summary as asked into one that makes sense; refuses names, fields and functions that do not. */
final class AggregateResolver {
    private static final Map<String, Integer> LEVELS = Map.of("province", 2, "city", 4, "district", 6);

    private final Names names;
    private final FieldGuard guard;
    private final ZoneId zone;

    AggregateResolver(Names names, FieldGuard guard, ZoneId zone) {
        this.names = names;
        this.guard = guard;
        this.zone = zone;
    }

    Aggregate resolve(ObjectDefinition object, Aggregation asked) {
        List<Dimension> dimensions = Refusal.Invalid.each(asked.groups(), group -> dimension(object, group));
        List<Measure> measures = Refusal.Invalid.each(asked.measures(), measure -> measure(object, measure));
        return new Aggregate(dimensions, measures, order(asked, dimensions, measures), asked.limit());
    }

    private Dimension dimension(ObjectDefinition object, Aggregation.Group group) {
        String at = group.at() + ".field";
        FieldPath path = names.path(object, group.field(), at);
        boolean crossesOne = path.steps().size() <= 1
                && path.steps().stream().noneMatch(step -> step.reference().type() instanceof IdListType);
        if (!crossesOne || !groupable(path.field().type())) {
            throw Refusal.Invalid.at(
                    at, Message.of("query.notGroupable", path.field().label()));
        }
        Aggregate.Through through = path.steps().stream()
                .findFirst()
                .map(step -> new Aggregate.Through(
                        step.reference(),
                        step.target(),
                        guard.rows(step.target()).criterion()))
                .orElse(null);
        String name = group.field();
        return new Dimension(name, through, path.field(), bucket(path.field(), group));
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
        String asked = group.bucket();
        boolean moment = field.type() instanceof DateTimeType;
        if (asked == null) {
            return moment ? new Bucket.Period(Bucket.Unit.DAY, zone) : new Bucket.Whole();
        }
        Optional<Bucket> bucket = switch (field.type()) {
            case DateType _, DateTimeType _ -> unit(asked).map(unit -> new Bucket.Period(unit, zone));
            case TreeChoiceType(TreeChoiceType.Divisions _) ->
                Optional.ofNullable(LEVELS.get(asked)).map(Bucket.Level::new);
            default -> Optional.empty();
        };
        return bucket.orElseThrow(() -> Refusal.Invalid.at(group.at() + ".bucket", Message.of("query.bucket")));
    }

    private static Optional<Bucket.Unit> unit(String wire) {
        return Stream.of(Bucket.Unit.values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(wire))
                .findFirst();
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
        String name = asked.field();
        if (function == Function.COUNT) {
            if (name != null) {
                throw Refusal.Invalid.at(asked.at() + ".field", Message.of("query.countOfRecords"));
            }
            return new Measure(function.wire(), function, null);
        }
        String at = asked.at() + ".field";
        if (name == null) {
            throw Refusal.Invalid.at(at, Message.of("query.measureField", function.wire()));
        }
        Field<?> field = names.field(object, name, at);
        if (!measurable(function, field.type())) {
            throw Refusal.Invalid.at(at, Message.of("query.notMeasurable", field.label(), function.wire()));
        }
        return new Measure(function.wire() + "_" + name, function, field);
    }

    private static boolean measurable(Function function, FieldType<?> type) {
        boolean number = type instanceof IntegerType || type instanceof DecimalType || type instanceof MoneyType;
        return switch (function) {
            case COUNT -> false;
            case COUNT_DISTINCT -> type instanceof FieldType.Single<?> && groupable(type);
            case SUM, AVG -> number;
            case MIN, MAX -> number || type instanceof DateType || type instanceof DateTimeType;
        };
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
