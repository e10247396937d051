package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Random records of the library, in the database and in memory. */
final class Shelves implements Neighbours {
    static final int USERS = 6;
    private static final Map<String, Integer> SIZES = Map.of("branch", 8, "book", 70, "loan", 70, "remark", 60);
    private static final List<String> TEXTS = List.of(
            "华为技术有限公司",
            "华为",
            "上海分馆",
            "张三",
            "ＡＢＣ　ｄｅｆ",
            "abc def",
            "ABC DEF",
            "100%",
            "a_b",
            "a\\b",
            "!bang!",
            "Straße",
            "İstanbul",
            "ΣΊΣΥΦΟΣ",
            "𠮷野家",
            "emoji 😀",
            "' or 1=1 --",
            "[x]^-$.*(y)?+{2}|",
            "\u212Aelvin",
            "重庆");

    private final Map<String, Map<Long, Row>> living = new HashMap<>();
    private final Random random;

    private Shelves(Random random) {
        this.random = random;
    }

    static Shelves filled(DSLContext dsl, Random random) {
        Shelves shelves = new Shelves(random);
        for (ObjectDefinition object : Library.CATALOG.objects()) {
            shelves.fill(dsl, object);
        }
        return shelves;
    }

    List<Row> rows(ObjectDefinition object) {
        return List.copyOf(living.get(object.name()).values());
    }

    @Override
    public Optional<Row> find(ObjectDefinition object, long id) {
        return Optional.ofNullable(living.get(object.name()).get(id));
    }

    @Override
    public List<Row> children(ObjectDefinition parent, long id, Catalog.Child relation) {
        return rows(relation.object()).stream()
                .filter(row -> switch (row.get(relation.reference())) {
                    case Link link -> link.equals(new Link(parent.name(), id));
                    case Long reference -> reference == id;
                    case null, default -> false;
                })
                .toList();
    }

    private void fill(DSLContext dsl, ObjectDefinition object) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        for (long id = 1; id <= SIZES.get(object.name()); id++) {
            Row row = row(object, id);
            boolean deleted = random.nextInt(8) == 0;
            Map<org.jooq.Field<?>, Object> columns = new LinkedHashMap<>();
            for (Field<?> field : object.fields()) {
                put(field, row, columns);
            }
            if (deleted) {
                columns.put(DSL.field(DSL.name("deleted_at"), Instant.class), Instant.EPOCH);
            } else {
                rows.put(id, row);
            }
            dsl.insertInto(DSL.table(DSL.name(object.table()))).set(columns).execute();
        }
        living.put(object.name(), rows);
    }

    private static <T> void put(Field<T> field, Row row, Map<org.jooq.Field<?>, Object> columns) {
        T value = row.get(field);
        if (value != null) {
            List<FieldType.Column> names = field.type().columns();
            List<Object> values = field.type().toColumns(value);
            for (int i = 0; i < names.size(); i++) {
                FieldType.Column column = names.get(i);
                columns.put(DSL.field(DSL.name(field.column() + column.suffix()), column.type()), values.get(i));
            }
        }
    }

    private Row row(ObjectDefinition object, long id) {
        Map<String, Object> values = new HashMap<>();
        object.fields().forEach(field -> {
            if (random.nextInt(4) != 0) {
                values.put(field.name(), value(field));
            }
        });
        values.put(SystemFields.ID.name(), id);
        values.put(SystemFields.VERSION.name(), 1L);
        values.put(SystemFields.CREATED_AT.name(), moment());
        values.put(SystemFields.UPDATED_AT.name(), moment());
        return Row.of(values);
    }

    /** A value of the field; few different ones, so that comparisons often hit. */
    Object value(Field<?> field) {
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _) ->
                switch (form) {
                    case PHONE -> "+861380000000" + random.nextInt(5);
                    case EMAIL -> "Reader" + random.nextInt(5) + "@example.com";
                    case URL -> "https://example.com/" + random.nextInt(5);
                    case RICH_TEXT -> "<p>" + text().replaceAll("[^\\p{L} %_]", "") + "</p>";
                    case TEXT, LONG_TEXT, AUTO_NUMBER -> text();
                };
            case IdType(IdType.Records(String object)) -> id(object);
            case IdType _ -> (long) random.nextInt(1, USERS + 1);
            case IdListType(IdListType.Records(String object)) ->
                Stream.of(id(object), id(object)).distinct().toList();
            case IdListType _ -> List.of((long) random.nextInt(1, 9));
            case LinkType _ -> {
                String object = random.nextBoolean() ? "book" : "branch";
                yield new Link(object, id(object));
            }
            case TextListType(TextListType.Tags _) -> some(TEXTS.subList(0, 6));
            case TextListType(TextListType.Choices _) -> some(List.of("war", "love", "sea"));
            case DateType _ -> LocalDate.of(2026, 11, 22).plusDays(random.nextInt(-40, 40));
            case DateTimeType _ -> moment();
            case IntegerType _ -> (long) random.nextInt(1, 12);
            case DecimalType decimal ->
                BigDecimal.valueOf(random.nextInt(0, 12)).setScale(decimal.scale());
            case MoneyType _ -> Money.ofBase(BigDecimal.valueOf(random.nextInt(0, 1200), 2), "CNY");
            case AddressType _ ->
                new Address(random.nextBoolean() ? "310101" : null, random.nextBoolean() ? text() : null, "200000");
            case TreeChoiceType(TreeChoiceType.Divisions _) ->
                List.of("31", "3101", "310101", "310115", "32", "320102", "11").get(random.nextInt(7));
            default -> field.type().sample(random);
        };
    }

    String text() {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? text + TEXTS.get(random.nextInt(TEXTS.size())) : text;
    }

    /** At the edges of days in Shanghai and elsewhere. */
    private Instant moment() {
        return Instant.parse("2026-11-21T16:00:00Z")
                .plusSeconds(random.nextInt(-40, 40) * 43_200L)
                .plusNanos(random.nextInt(-1, 2) * 1_000L);
    }

    private long id(String object) {
        return random.nextInt(1, SIZES.get(object) + 3);
    }

    private <T> List<T> some(List<T> pool) {
        List<T> some = new ArrayList<>(Set.of(pool.get(random.nextInt(pool.size()))));
        T other = pool.get(random.nextInt(pool.size()));
        if (!some.contains(other)) {
            some.add(other);
        }
        return some;
    }
}
