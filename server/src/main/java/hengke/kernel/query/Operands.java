package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the value of a comparison by the field's type into the check it means. */
final class Operands {
    private static final int MOST_VALUES = 1_000;

    private final Who who;
    private final Values values;
    private final Periods periods;

    Operands(Who who, Periods periods, String base) {
        this.who = who;
        this.values = new Values(periods, base);
        this.periods = periods;
    }

    /** @param operator never a negative one; those are complements */
    Check read(Field<?> field, Operator operator, JsonNode json, String at) {
        FieldType<?> type = field.type();
        return switch (operator) {
            case EQ -> equal(type, json, at);
            case IN -> in(type, json, at);
            case LT -> new Check.Range(null, values.span(type, json, at).from().excluded());
            case LE -> new Check.Range(null, values.span(type, json, at).to());
            case GT -> new Check.Range(values.span(type, json, at).to().complement(), null);
            case GE -> new Check.Range(values.span(type, json, at).from(), null);
            case BETWEEN -> between(type, json, at);
            case CONTAINS -> new Check.Holds(values.part(json, at), false);
            case STARTS_WITH -> new Check.Holds(values.part(json, at), true);
            case UNDER -> under(type, json, at);
            case DURING ->
                periods.recurring(json, at, type instanceof DateTimeType)
                        .orElseGet(() -> during(type, periods.read(json, at)));
            case ANY -> new Check.Members(members(type, json, at), false);
            case ALL -> new Check.Members(members(type, json, at), true);
            case NE, NOT_IN, NONE, EMPTY, NOT_EMPTY -> throw new IllegalArgumentException(operator.wire());
        };
    }

    private Check equal(FieldType<?> type, JsonNode json, String at) {
        return switch (type) {
            case DateType _, DateTimeType _ -> {
                Values.Span span = values.span(type, json, at);
                yield new Check.Range(span.from(), span.to());
            }
            default -> new Check.OneOf(alternatives(type, json, at));
        };
    }

    private Check in(FieldType<?> type, JsonNode json, String at) {
        list(json, at);
        return new Check.OneOf(IntStream.range(0, json.size())
                .mapToObj(i -> alternatives(type, json.get(i), at + "[" + i + "]"))
                .flatMap(List::stream)
                .toList());
    }

    /** One value, or the people it stands for. */
    private List<Object> alternatives(FieldType<?> type, JsonNode json, String at) {
        if (type instanceof IdType(IdType.User _) && json.isString()) {
            return switch (json.stringValue()) {
                case "me" -> List.of(who.me());
                case "myTeam" -> List.copyOf(who.myTeam());
                default -> throw Refusal.Invalid.at(at, Message.of("query.person"));
            };
        }
        return List.of(values.one(type, json, at));
    }

    private Check between(FieldType<?> type, JsonNode json, String at) {
        if (!json.isArray() || json.size() != 2) {
            throw Refusal.Invalid.at(at, Message.of("query.pair"));
        }
        Check.Bound from = values.span(type, json.get(0), at + "[0]").from();
        Check.Bound to = values.span(type, json.get(1), at + "[1]").to();
        if (from.isAfter(to)) {
            throw Refusal.Invalid.at(at, Message.of("query.reversed"));
        }
        return new Check.Range(from, to);
    }

    private Check under(FieldType<?> type, JsonNode json, String at) {
        return switch (type) {
            case IdType(IdType.User _) -> {
                boolean team = json.isString() && json.stringValue().equals("me");
                yield new Check.OneOf(List.copyOf(team ? who.myTeam() : who.usersUnderDepartment(id(type, json, at))));
            }
            case IdType _ -> new Check.OneOf(List.copyOf(who.departmentsUnder(id(type, json, at))));
            case TreeChoiceType(TreeChoiceType.Divisions _) -> new Check.Within((String) values.one(type, json, at));
            case TreeChoiceType(TreeChoiceType.Nodes nodes) ->
                new Check.OneOf(List.copyOf(Values.subtree(nodes, (String) values.one(type, json, at))));
            default -> throw new IllegalArgumentException(type.kind());
        };
    }

    long id(FieldType<?> type, JsonNode json, String at) {
        return (Long) values.one(type, json, at);
    }

    private Check during(FieldType<?> type, Days period) {
        return type instanceof DateTimeType
                ? new Check.Range(
                        new Check.Bound(periods.startOf(period.from()), true),
                        new Check.Bound(periods.startOf(period.until()), false))
                : new Check.Range(new Check.Bound(period.from(), true), new Check.Bound(period.until(), false));
    }

    private List<Object> members(FieldType<?> type, JsonNode json, String at) {
        JsonNode list =
                json.isArray() ? json : JsonNodeFactory.instance.arrayNode().add(json);
        list(list, at);
        return new ArrayList<>((Collection<?>) values.one(type, list, at));
    }

    private static void list(JsonNode json, String at) {
        if (!json.isArray() || json.isEmpty()) {
            throw Refusal.Invalid.at(at, Message.of("query.list"));
        }
        if (json.size() > MOST_VALUES) {
            throw Refusal.Invalid.at(at, Message.of("query.tooManyValues", MOST_VALUES));
        }
    }
}
