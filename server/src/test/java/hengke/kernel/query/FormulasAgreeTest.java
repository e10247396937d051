package hengke.kernel.query;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ObjectOverlay;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.TextualType;
import hengke.testing.TestDatabase;
import hengke.testing.TestSchema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class FormulasAgreeTest {
    private static final int FORMULAS = 1_000;
    private static final int AT_ONCE = 50;
    private static final int PARCELS = 60;
    private static final int DEPOTS = 8;
    private static final BigDecimal FAR = new BigDecimal("1e18");
    private static final Depot DEPOT = new Depot();
    private static final Depot.Parcel PARCEL = new Depot.Parcel();
    /** Shanghai's last hour of January 31st 2026 in UTC is the day before its February. */
    private static final CompanyClock CLOCK = new CompanyClock(
            Clock.fixed(Instant.parse("2026-01-31T16:30:00.123456Z"), ZoneId.of("UTC")),
            () -> ZoneId.of("Asia/Shanghai"));

    @Test
    void in_the_database_and_in_memory_on_random_formulas_and_records() {
        long seed = Long.getLong("hengke.seed", new Random().nextLong());
        Random random = new Random(seed);
        int present = 0;
        try (TestDatabase database = TestSchema.of(DEPOT, PARCEL)) {
            CLOCK.governs(database.dsl());
            Store store = new Store(random);
            store.fill(database.dsl());
            RandomFormulas formulas = new RandomFormulas(random);
            for (int i = 0; i < FORMULAS / AT_ONCE; i++) {
                present += compare(catalog(formulas, random), store, database.dsl(), seed);
            }
        }
        assertThat(present).as("values that are there").isGreaterThan(FORMULAS * PARCELS / 4);
    }

    private static Catalog catalog(RandomFormulas formulas, Random random) {
        List<Field<?>> fields = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            ValueKind kind = formulas.kind();
            fields.add(Field.of("c_f" + i, type(kind, random), "算" + i, "Formula " + i)
                    .formula(formulas.of(kind, 1 + random.nextInt(4))));
        }
        return switch (Catalog.build(List.of(DEPOT, PARCEL), overlay(fields))) {
            case Catalog.Valid(Catalog catalog) -> catalog;
            case Catalog.Faulty(var faults) ->
                throw new AssertionError(faults + " in "
                        + fields.stream()
                                .map(field -> field.name() + ": " + ((Formula) field.computation()).source())
                                .toList());
        };
    }

    private static Overlay overlay(List<Field<?>> fields) {
        return Overlay.NONE.with("parcel", new ObjectOverlay(fields, Map.of(), Map.of()));
    }

    private static FieldType<?> type(ValueKind kind, Random random) {
        return switch (kind) {
            case NUMBER ->
                random.nextBoolean()
                        ? new DecimalType(DecimalType.Form.DECIMAL, random.nextInt(5), FAR.negate(), FAR)
                        : new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);
            case DATE -> new DateType();
            case MOMENT -> new DateTimeType();
            case FLAG -> new BooleanType();
            default -> new TextualType(TextualType.Form.TEXT, 10 + random.nextInt(200));
        };
    }

    private static int compare(Catalog catalog, Store store, DSLContext database, long seed) {
        ObjectDefinition parcel = catalog.object("parcel");
        List<Field<?>> fields = parcel.fields().stream()
                .filter(Field::isFormula)
                .<Field<?>>map(field -> FieldGuard.ALL.seen(parcel, field))
                .toList();
        List<Row> rows = new Pages(database)
                .page(Selection.of(parcel, Visibility.EVERYTHING)
                        .reading(fields)
                        .limit(Selection.MOST))
                .rows();
        assertThat(rows).hasSize(PARCELS);
        FormulaMemory memory = new FormulaMemory(store, CLOCK);
        int present = 0;
        for (Field<?> field : fields) {
            Formula formula = (Formula) Objects.requireNonNull(field.computation());
            Function<Row, Object> compiled = memory.of((Expression) Objects.requireNonNull(formula.expression()));
            for (Row row : rows) {
                Row stored = store.find(parcel, row.id()).orElseThrow();
                assertThat((Object) row.get(field))
                        .as("seed %d: %s = %s of %s", seed, field, formula.source(), stored)
                        .isEqualTo(compiled.apply(stored));
                present += row.get(field) == null ? 0 : 1;
            }
        }
        return present;
    }

    /** Random parcels and depots, in the database and in memory. */
    private static final class Store implements Neighbours {
        private static final List<String> TEXTS =
                List.of("华为", "华为技术有限公司", "  空格 ", "abc", "ABC", "A", "𠮷野家", "ÄÖÜ", "100%", "\u3000宽\u3000", "-12");
        private static final List<LocalDate> DAYS = List.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 1, 31),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 2, 1),
                LocalDate.of(1999, 3, 1));
        private final Random random;
        private final Map<String, Map<Long, Row>> rows = new HashMap<>();

        Store(Random random) {
            this.random = random;
        }

        void fill(DSLContext database) {
            database.execute("insert into person (id, login, name) values (1, 'li', '李四'), (2, 'ana', 'Ana')");
            put(database, "depot", DEPOT.definition(), DEPOTS);
            put(database, "parcel", PARCEL.definition(), PARCELS);
        }

        private void put(DSLContext database, String name, ObjectDefinition object, int count) {
            Map<Long, Row> its = new LinkedHashMap<>();
            for (long id = 1; id <= count; id++) {
                Map<String, Object> values = new HashMap<>();
                object.fields().forEach(field -> {
                    if (random.nextInt(5) > 0) {
                        Object value = value(field);
                        if (value != null) {
                            values.put(field.name(), value);
                        }
                    }
                });
                values.put("id", id);
                values.put("version", 1L);
                values.put("createdAt", Instant.parse("2026-01-01T00:00:00Z"));
                values.put("updatedAt", Instant.parse("2026-01-01T00:00:00Z"));
                values.remove("createdBy");
                values.remove("updatedBy");
                Row row = Row.of(values);
                its.put(id, row);
                insert(database, object, row);
            }
            rows.put(name, its);
        }

        private Object value(Field<?> field) {
            return switch (field.name()) {
                case "keeper" -> (long) random.nextInt(1, 3);
                case "depot" -> (long) random.nextInt(1, DEPOTS + 1);
                case "origin", "region" -> List.of("31", "32", "3101", "110105").get(random.nextInt(4));
                default ->
                    switch (field.type()) {
                        case TextualType _ -> TEXTS.get(random.nextInt(TEXTS.size()));
                        case IntegerType _ -> (long) random.nextInt(-6, 7);
                        case DecimalType decimal -> BigDecimal.valueOf(random.nextInt(-9999, 9999), decimal.scale());
                        case DateType _ -> DAYS.get(random.nextInt(DAYS.size()));
                        case DateTimeType _ ->
                            Instant.parse("2026-01-31T15:59:59.999999Z").plusSeconds(random.nextInt(-90, 90) * 3_600L);
                        case hengke.kernel.metadata.type.MoneyType _ ->
                            Money.ofBase(BigDecimal.valueOf(random.nextInt(-100, 100_000), 2), "CNY");
                        default -> field.type().sample(random);
                    };
            };
        }

        private static void insert(DSLContext database, ObjectDefinition object, Row row) {
            Map<org.jooq.Field<?>, Object> columns = new LinkedHashMap<>();
            object.fields().forEach(field -> put(field, row, columns));
            database.insertInto(DSL.table(DSL.name(object.table())))
                    .set(columns)
                    .execute();
        }

        private static <T> void put(Field<T> field, Row row, Map<org.jooq.Field<?>, Object> columns) {
            T value = row.get(field);
            if (value != null) {
                List<Object> values = field.type().toColumns(value);
                for (int i = 0; i < values.size(); i++) {
                    FieldType.Column column = field.type().columns().get(i);
                    columns.put(DSL.field(DSL.name(field.column() + column.suffix()), column.type()), values.get(i));
                }
            }
        }

        @Override
        public Optional<Row> find(ObjectDefinition object, long id) {
            return Optional.ofNullable(rows.get(object.name()).get(id));
        }

        @Override
        public List<Row> children(ObjectDefinition parent, long id, Catalog.Child relation) {
            return List.of();
        }

        @Override
        public Optional<String> name(Field<?> field, long id) {
            return Optional.of(id == 1 ? "李四" : "Ana");
        }
    }

    @Test
    void the_company_decides_which_day_it_is() {
        assertThat(CLOCK.today()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(SystemFields.ID.isFormula()).isFalse();
    }
}
