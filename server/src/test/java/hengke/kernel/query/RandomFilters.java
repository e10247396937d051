package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters such as a person or an integration might send, of every kind and operator. */
final class RandomFilters {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PERIODS = List.of(
            "\"today\"",
            "\"yesterday\"",
            "\"thisWeek\"",
            "\"lastMonth\"",
            "\"thisQuarter\"",
            "\"thisFiscalQuarter\"",
            "\"lastFiscalYear\"",
            "\"nextYear\"",
            "{\"last\":7,\"unit\":\"day\"}",
            "{\"next\":2,\"unit\":\"week\"}",
            "{\"last\":1,\"unit\":\"quarter\"}",
            "{\"from\":\"2020-02-29\",\"until\":\"2026-06-30\"}",
            "{\"weekday\":[1,3]}",
            "{\"monthOfYear\":12}");

    private final Shelves shelves;
    private final Random random;

    RandomFilters(Shelves shelves, Random random) {
        this.shelves = shelves;
        this.random = random;
    }

    JsonNode filter(ObjectDefinition object, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 4);
        return switch (kind) {
            case 4 -> JSON.createObjectNode().set("and", terms(object, depth));
            case 5 -> JSON.createObjectNode().set("or", terms(object, depth));
            case 6 -> JSON.createObjectNode().set("not", filter(object, depth - 1));
            case 7 -> exists(object, depth);
            default -> compare(object);
        };
    }

    private ArrayNode terms(ObjectDefinition object, int depth) {
        ArrayNode terms = JSON.createArrayNode();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            terms.add(filter(object, depth - 1));
        }
        return terms;
    }

    private JsonNode exists(ObjectDefinition start, int depth) {
        List<Field<?>> references = start.fields().stream()
                .filter(field -> target(field) != null && !(field.type() instanceof LinkType))
                .toList();
        Field<?> reference = references.isEmpty() || random.nextInt(3) != 0 ? null : pick(references);
        ObjectDefinition object = reference == null ? start : target(reference);
        String path = reference == null ? "" : reference.name() + ".";
        List<Catalog.Child> children = Library.CATALOG.children(object);
        if (children.isEmpty()) {
            return compare(start);
        }
        Catalog.Child child = pick(children);
        Relation relation = child.reference().traits().parent();
        ObjectNode exists = JSON.createObjectNode()
                .put(
                        "exists",
                        path
                                + (relation != null
                                        ? relation.name()
                                        : child.object().name() + "."
                                                + child.reference().name()));
        return random.nextInt(4) == 0 ? exists : exists.set("where", filter(child.object(), depth - 1));
    }

    private JsonNode compare(ObjectDefinition object) {
        StringBuilder path = new StringBuilder();
        ObjectDefinition owner = object;
        Field<?> field = pick(object.fields());
        for (int steps = 0; steps < 2 && random.nextInt(3) != 0; steps++) {
            ObjectDefinition target = target(field);
            if (target == null) {
                break;
            }
            path.append(field.name()).append('.');
            if (field.type() instanceof LinkType) {
                path.append(target.name()).append('.');
            }
            owner = target;
            field = pick(target.fields());
        }
        Operator operator = pick(owner.operators(field).stream().sorted().toList());
        ObjectNode compare =
                JSON.createObjectNode().put("field", path + field.name()).put("op", operator.wire());
        return Operator.PRESENCE.contains(operator) ? compare : compare.set("value", value(field, operator));
    }

    private ObjectDefinition target(Field<?> field) {
        return switch (field.type()) {
            case IdType(IdType.Records(String object)) -> Library.CATALOG.object(object);
            case IdListType(IdListType.Records(String object)) -> Library.CATALOG.object(object);
            case LinkType _ -> pick(Library.CATALOG.targets(field));
            default -> null;
        };
    }

    private JsonNode value(Field<?> field, Operator operator) {
        return switch (operator) {
            case IN, NOT_IN -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    list.add(one(field));
                }
                yield list;
            }
            case BETWEEN -> pair(field);
            case DURING -> JSON.readTree(pick(PERIODS));
            case CONTAINS, STARTS_WITH -> JSON.getNodeFactory().stringNode(part());
            case UNDER ->
                field.type() instanceof IdType(IdType.Records _)
                        ? one(field)
                        : field.type() instanceof IdType
                                ? JSON.getNodeFactory().numberNode(random.nextInt(1, 4))
                                : one(field);
            default -> one(field);
        };
    }

    private JsonNode pair(Field<?> field) {
        JsonNode one = one(field);
        JsonNode other = one(field);
        boolean time = field.type() instanceof DateType || field.type() instanceof DateTimeType;
        boolean ordered = one.isNumber()
                ? one.asLong() <= other.asLong()
                : time ? !moment(one).isAfter(moment(other)) : amount(one).compareTo(amount(other)) <= 0;
        return ordered
                ? JSON.createArrayNode().add(one).add(other)
                : JSON.createArrayNode().add(other).add(one);
    }

    private static Instant moment(JsonNode json) {
        String text = json.stringValue();
        return text.length() > 10
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static BigDecimal amount(JsonNode json) {
        return new BigDecimal(json.isObject() ? json.get("amount").stringValue() : json.stringValue());
    }

    private JsonNode one(Field<?> field) {
        if (field.type() instanceof IdType(IdType.User _) && random.nextInt(4) == 0) {
            return JSON.getNodeFactory().stringNode(random.nextBoolean() ? "me" : "myTeam");
        }
        if (field.type() instanceof DateTimeType && random.nextInt(3) == 0) {
            return JSON.getNodeFactory().stringNode("2026-11-" + random.nextInt(10, 30));
        }
        if (field.type() instanceof DecimalType && random.nextInt(3) == 0) {
            return JSON.getNodeFactory().stringNode(random.nextInt(12) + ".00" + random.nextInt(10) + "4999");
        }
        return write(field.type(), shelves.value(field));
    }

    @SuppressWarnings("unchecked")
    private static <T> JsonNode write(FieldType<T> type, Object value) {
        return type.write((T) value);
    }

    /** A piece of a text in other case and width. */
    private String part() {
        String text = shelves.text();
        int from = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
        int length = random.nextInt(1, text.codePointCount(from, text.length()) + 1);
        String part = text.substring(from, text.offsetByCodePoints(from, length));
        String varied = switch (random.nextInt(4)) {
            case 0 -> part.toUpperCase(Locale.ROOT);
            case 1 -> part.toLowerCase(Locale.ROOT);
            case 2 -> wide(part);
            default -> part;
        };
        return varied.isBlank() ? "华" : varied;
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.codePoints().map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c).forEach(wide::appendCodePoint);
        return wide.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
