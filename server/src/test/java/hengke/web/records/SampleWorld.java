package hengke.web.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.capability.either.Either;
import hengke.kernel.calendar.LunarDay;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.text.value.CreditCode;
import hengke.kernel.text.value.Reading;
import hengke.receivables.Billed;
import hengke.testing.ApiClient;
import hengke.trade.Lined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Made-up values for any field, as they go over the wire; what they point at is made through the API first. */
final class SampleWorld {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PEOPLE = 4;
    private static final long AMPLE = 9_000_000_000L;

    private static final Set<String> BY_NO_HAND = Set.of(
            "converted",
            "draft",
            "cancelled",
            "superseded",
            "signing",
            "terminated",
            "issued",
            "reversed",
            "partial",
            "shipped");

    /** What says nothing without another field. */
    private static final Map<String, String> WITH = Map.of("task.reminder", "dueAt", "task.repeat", "dueAt");

    /** What a rule fills in where it is left empty. */
    private static final Set<String> FILLED_IN =
            Set.of("event.endAt", "event.timeZone", "opportunity.forecastCategory");

    private static final Set<String> PAYING = Set.of("payment", "payment-plan");

    private final ApiClient admin;
    private final Catalog catalog;
    private final RandomGenerator random;
    private final Path folder;
    private final Deque<Long> people = new ArrayDeque<>();
    private final Deque<Long> departments = new ArrayDeque<>();
    /** The lines of an order of which anything may be delivered. */
    private final List<Long> ordered = new ArrayList<>();

    private long customer;
    private long shipping;
    private int files;
    private int texts;

    SampleWorld(ApiClient admin, Catalog catalog, RandomGenerator random, Path folder) {
        this.admin = admin;
        this.catalog = catalog;
        this.random = random;
        this.folder = folder;
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(made("/api/users", "{\"login\":\"sample%d\",\"name\":\"样例%d\"}".formatted(i, i)));
            departments.add(made("/api/departments", "{\"name\":\"样例部门%d\"}".formatted(i)));
        }
        useDollars();
    }

    /** A draft with a value for every field without which the object is refused. */
    ObjectNode draft(ObjectDefinition object) {
        ObjectNode draft = JSON.createObjectNode();
        object.with(Trait.REQUIRED).stream()
                .filter(field -> !field.traits().is(Trait.DERIVED))
                .filter(field ->
                        field.traits().defaultValue() == null || field.traits().is(Trait.TITLE))
                .forEach(field -> draft.set(field.name(), anyValue(field)));
        object.capability(Either.class).filter(Either::needed).ifPresent(either -> {
            Field<?> first = either.among().getFirst();
            draft.set(first.name(), anyValue(first));
        });
        return draft;
    }

    /** One customer serves all drafts that must have one, except where it may be pointed at once only. */
    private JsonNode anyValue(Field<?> field) {
        if (!(field.type() instanceof IdType(IdType.Records(String target)))
                || !target.equals("customer")
                || onlyOnce(field)) {
            return value(field);
        }
        if (customer == 0) {
            customer = record(catalog.object(target));
        }
        return number(customer);
    }

    private static boolean onlyOnce(Field<?> field) {
        return field.traits().is(Trait.UNIQUE) || field.traits().is(Trait.SEEN_TOGETHER);
    }

    /** Puts a value in the place of what cannot stand beside it. */
    void put(ObjectDefinition object, ObjectNode draft, Field<?> field, JsonNode value) {
        if (field.name().equals("stage") && draft.has("pipeline")) {
            return; // not every pipeline has every stage
        }
        object.capability(Either.class)
                .filter(either -> either.among().contains(field))
                .ifPresent(either -> either.among().forEach(other -> draft.remove(other.name())));
        draft.set(field.name(), value);
        String other = WITH.get(object.name() + "." + field.name());
        if (other != null && !draft.has(other)) {
            draft.set(other, value(object.field(other).orElseThrow()));
        }
    }

    /** Can it not be cleared, although it is not required by itself? */
    boolean needed(ObjectDefinition object, Field<?> field) {
        return FILLED_IN.contains(object.name() + "." + field.name())
                || object.capability(Either.class)
                        .filter(either -> either.needed() && either.among().contains(field))
                        .isPresent();
    }

    /** The days of a record in the order of its fields, as a beginning stands before an end. */
    void orderDays(ObjectDefinition object, ObjectNode draft) {
        List<Field<?>> fields = object.fields().stream()
                .filter(field -> field.type() instanceof DateType && draft.has(field.name()))
                .sorted(Comparator.comparing(field -> field.name().endsWith("Until")))
                .toList();
        List<String> days = fields.stream()
                .map(field -> draft.get(field.name()).asString())
                .sorted()
                .toList();
        for (int i = 0; i < days.size(); i++) {
            draft.put(fields.get(i).name(), days.get(i));
        }
    }

    /** A second record like the first, apart from what no two may share. */
    ObjectNode another(ObjectDefinition object, ObjectNode first) {
        ObjectNode draft = first.deepCopy();
        object.fields().stream()
                .filter(field -> draft.has(field.name()))
                .filter(field -> onlyOnce(field)
                        || delivers(field)
                        || field.type() instanceof IdListType
                        || Set.of("share", "event-participant").contains(object.name())
                                && field.type() instanceof IdType(IdType.User()))
                .forEach(field -> draft.set(field.name(), value(field)));
        return draft;
    }

    /** Tax is less than what it is in. */
    private long cents(Field<?> field) {
        return field.name().equals("tax") ? random.nextLong(1, 90_000) : random.nextLong(100_000, 500_000_000);
    }

    /** Does it point at the order that is delivered? */
    private static boolean delivers(Field<?> field) {
        Relation parent = field.traits().parent();
        return parent != null && parent.name().equals("deliveries");
    }

    /** An order of which something may be delivered. */
    private long underWay(int lines) {
        ObjectNode order = draft(catalog.object("order")).put("status", "active");
        ArrayNode its = order.putArray("lines");
        for (int i = 0; i < lines; i++) {
            its.addObject().put("name", "样例" + ++texts).put("price", 0).put("quantity", AMPLE);
        }
        return made("/api/records/order", order.toString());
    }

    /** A line of the order of which anything may be delivered. */
    private long line() {
        if (ordered.isEmpty()) {
            shipping = underWay(5);
            admin.get("/api/records/order/" + shipping)
                    .expect(200)
                    .body()
                    .path("lines")
                    .forEach(line -> ordered.add(line.path("id").asLong()));
        }
        return ordered.get(random.nextInt(ordered.size()));
    }

    /** A record; what can be paid, or pays, has an amount with which others can be any part of it. */
    long record(ObjectDefinition object) {
        ObjectNode draft = draft(object);
        if (object.has(Billed.class) && object.has(Lined.class)) {
            draft.putArray("lines").addObject().put("name", "样例").put("price", AMPLE);
        }
        if (object.name().equals("delivery")) {
            draft.putArray("lines").addObject().put("ordered", line()).put("quantity", 1);
            draft.put("order", shipping);
        }
        if (PAYING.contains(object.name())) {
            draft.put("amount", AMPLE);
        }
        return made("/api/records/" + object.name(), draft.toString());
    }

    JsonNode valueOtherThan(Field<?> field, JsonNode value) {
        for (int attempt = 0; attempt < 100; attempt++) {
            JsonNode other = value(field);
            if (!other.equals(value)) {
                return other;
            }
        }
        throw new AssertionError(field + " has one value only");
    }

    JsonNode value(Field<?> field) {
        return switch (field.type()) {
            case IdType(IdType.User()) -> number(next(people));
            case IdType(IdType.Department()) -> number(next(departments));
            case IdType(IdType.Records _) when delivers(field) -> number(underWay(1));
            case IdType(IdType.Records _) when field.name().equals("ordered") -> number(line());
            case IdType(IdType.Records(String target)) -> number(record(catalog.object(target)));
            case IdListType(IdListType.Records(String target)) ->
                JSON.createArrayNode().add(number(record(catalog.object(target))));
            case IdListType(IdListType.Files()) -> JSON.createArrayNode().add(number(file()));
            case LinkType _ -> {
                List<ObjectDefinition> targets = catalog.targets(field);
                ObjectDefinition target = targets.stream()
                        .filter(each -> each.name().equals("customer")) // of which everything can be said
                        .findFirst()
                        .orElseGet(targets::getFirst);
                yield JSON.createObjectNode().put("object", target.name()).set("id", number(record(target)));
            }
            case MoneyType _ ->
                JSON.createObjectNode()
                        .put("amount", BigDecimal.valueOf(cents(field), 2).toPlainString())
                        .put("currency", "CNY");
            case TextualType(TextualType.Form form, int _)
            when form == TextualType.Form.TEXT && field.traits().is(Trait.UNIQUE) -> once(sample(field.type()));
            case DateType _ when field.name().matches("until|.*Until") -> later(sample(field.type()));
            case DateTimeType _ when field.name().equals("endAt") -> laterThanAny(sample(field.type()));
            default ->
                switch (field.name()) {
                    case "creditCode" -> creditCode();
                    case "lunarBirthday" -> lunarDay();
                    case "split" -> split();
                    case "status" -> byHand(field);
                    case "currency" -> currency();
                    case "timeZone" -> JSON.getNodeFactory().stringNode(random.nextBoolean() ? "Asia/Tokyo" : "UTC");
                    case "repeat" -> field.type() instanceof TextualType ? rule() : sample(field.type());
                    default -> sample(field.type());
                };
        };
    }

    /** A status that no command is needed for, and that nothing keeps from following on another. */
    private JsonNode byHand(Field<?> status) {
        JsonNode value = sample(status.type());
        boolean kept = status.traits().is(Trait.DERIVED); // and so by no hand at all
        return !kept && BY_NO_HAND.contains(value.asString()) ? byHand(status) : value;
    }

    /** One of those in use. */
    private JsonNode currency() {
        return JSON.getNodeFactory().stringNode(random.nextBoolean() ? "CNY" : "USD");
    }

    private void useDollars() {
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{\"money.active\":[\"USD\"]}}".formatted(settings()))
                .expect(200);
        admin.post("/api/settings/rates", """
                        {"version":%d,"currency":"USD","from":"1990-01-01","rate":"7"}""".formatted(settings())).expect(200);
    }

    private long settings() {
        return admin.get("/api/settings").expect(200).number("/version");
    }

    /** Made-up words meet each other sooner than one thinks. */
    private JsonNode once(JsonNode words) {
        return JSON.getNodeFactory().stringNode(words.asString() + ++texts);
    }

    /** What ends does so after it began. */
    private static JsonNode later(JsonNode date) {
        return JSON.getNodeFactory()
                .stringNode(LocalDate.parse(date.stringValue()).plusYears(10).toString());
    }

    /** What ends does so after it began. */
    private static JsonNode laterThanAny(JsonNode moment) {
        return JSON.getNodeFactory()
                .stringNode(Instant.parse(moment.stringValue())
                        .plus(Duration.ofDays(3_650))
                        .toString());
    }

    /** A rule of repetition that any day may begin. */
    private JsonNode rule() {
        return JSON.getNodeFactory().stringNode("FREQ=DAILY;COUNT=" + random.nextInt(100, 999));
    }

    /** A day of the lunar year, as it is always written. */
    private JsonNode lunarDay() {
        List<LunarDay> days = LunarDay.all();
        return JSON.getNodeFactory()
                .stringNode(days.get(random.nextInt(days.size())).text());
    }

    /** Two members of a team have no more than all of it. */
    private JsonNode split() {
        return JSON.getNodeFactory()
                .stringNode(BigDecimal.valueOf(random.nextLong(0, 5_000), 2).toPlainString());
    }

    /** A text whose form a rule knows and not its kind: its last character is a check digit. */
    private JsonNode creditCode() {
        String digits = "91310115%09d".formatted(random.nextInt(1_000_000_000));
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> digits + (char) last)
                .filter(code -> CreditCode.read(code) instanceof Reading.Value<String>)
                .map(JSON.getNodeFactory()::stringNode)
                .findFirst()
                .orElseThrow();
    }

    /** What was read, as it is written: ids without the labels of what they point at. */
    static JsonNode wire(Field<?> field, JsonNode read) {
        if (read.isNull() || read.isMissingNode()) {
            return JSON.nullNode();
        }
        return switch (field.type()) {
            case IdType _ -> read.isObject() ? read.get("id") : read;
            case IdListType _ -> {
                ArrayNode ids = JSON.createArrayNode();
                read.forEach(each -> ids.add(each.isObject() ? each.get("id") : each));
                yield ids;
            }
            case LinkType _ -> {
                ObjectNode link = ((ObjectNode) read).deepCopy();
                link.remove("label");
                yield link;
            }
            default -> read;
        };
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long file() {
        Path file = write("样例" + ++files + ".txt", "样例 " + files);
        return admin.upload("/api/files", file).expect(201).number("/id");
    }

    private long made(String path, String body) {
        return admin.post(path, body).expect(201).number("/id");
    }

    private <T> JsonNode sample(FieldType<T> type) {
        T value = type.sample(random);
        if (value == null) {
            throw new AssertionError("no sample of " + type);
        }
        return JSON.readTree(type.write(value).toString());
    }

    private static long next(Deque<Long> ring) {
        long first = ring.removeFirst();
        ring.addLast(first);
        return first;
    }

    /** As small as a parsed answer holds it, so that both compare. */
    private static JsonNode number(long id) {
        return JSON.readTree(Long.toString(id));
    }
}
