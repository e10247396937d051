package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final Layout LAYOUT = Layout.of(Samples.catalog());

    @Test
    void what_is_as_it_should_be_needs_no_step() {
        assertThat(Plan.from(asWanted(LAYOUT), LAYOUT)).isEqualTo(nothing());
    }

    @Test
    void tables_come_before_the_keys_between_them() {
        assertThat(Plan.from(new Found(Map.of()), LAYOUT).steps())
                .extracting(step -> step.getClass().getSimpleName())
                .startsWith("CreateTable", "CreateTable", "CreateTable", "CreateTable", "CreateTable", "CreateTable")
                .containsSubsequence("CreateTable", "AddConstraint", "ValidateConstraint");
    }

    @Test
    void a_key_waits_until_the_table_of_people_is_there() {
        assertThat(titles(new Found(Map.of()))).noneMatch(title -> title.contains("keeper"));
        Found.Table people = new Found.Table(Map.of(), Map.of(), Map.of(), false);
        assertThat(titles(new Found(Map.of("person", people)))).contains("constrain book: book_keeper_fk");
    }

    @Test
    void a_missing_column_is_added_with_its_constraint_and_index() {
        assertThat(titles(without("book", "shelf")))
                .containsExactly(
                        "add to book: shelf",
                        "constrain book: book_shelf_fk",
                        "index book: " + index("book_shelf_"),
                        "validate book: book_shelf_fk");
    }

    @Test
    void columns_that_nobody_declares_stay_untouched() {
        Found found = change(asWanted(LAYOUT), "book", table -> withColumn(table, "old", "text"));
        assertThat(Plan.from(found, LAYOUT)).isEqualTo(nothing());
    }

    @Test
    void a_new_column_beside_a_forgotten_one_of_its_type_may_be_a_rename_and_is_refused() {
        Found found = change(without("book", "pages"), "book", table -> withColumn(table, "page_count", "bigint"));
        assertThat(Plan.from(found, LAYOUT).obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.column()).isEqualTo("pages");
            assertThat(obstacle.migration())
                    .startsWith("alter table \"book\" rename column \"page_count\" to \"pages\";");
        });
    }

    @Test
    void a_forgotten_column_that_is_retired_stands_in_nobodys_way() {
        Found found = change(without("book", "pages"), "book", table -> {
            Map<String, Found.Column> columns = new HashMap<>(table.columns());
            columns.put("page_count", new Found.Column(PostgresType.of("bigint"), true));
            return new Found.Table(columns, table.constraints(), table.indexes(), false);
        });
        assertThat(Plan.from(found, LAYOUT).obstacles()).isEmpty();
    }

    @Test
    void a_new_table_like_a_forgotten_one_may_be_a_rename_and_is_refused() {
        Map<String, Found.Table> tables = new HashMap<>(asWanted(LAYOUT).tables());
        tables.put("volume", tables.remove("book"));
        assertThat(Plan.from(new Found(tables), LAYOUT).obstacles())
                .singleElement()
                .satisfies(obstacle ->
                        assertThat(obstacle.migration()).startsWith("alter table \"volume\" rename to \"book\";"));
    }

    @Test
    void a_table_of_that_name_which_is_not_an_objects_is_refused() {
        Found.Table foreign = new Found.Table(Map.of(), Map.of(), Map.of(), false);
        assertThat(Plan.from(change(asWanted(LAYOUT), "loan", _ -> foreign), LAYOUT)
                        .obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.reason()).contains("is not an object's"));
    }

    @Test
    void a_reference_to_another_object_than_before_is_refused() {
        Found found = change(
                asWanted(LAYOUT),
                "book",
                table -> withConstraint(table, "book_shelf_fk", new Found.Constraint(true, "cupboard")));
        assertThat(Plan.from(found, LAYOUT).obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.reason()).contains("points at cupboard"));
    }

    @Test
    void an_index_left_half_built_is_built_again_and_a_key_left_unproven_is_proven() {
        String name = index("book_shelf_");
        Found found = change(asWanted(LAYOUT), "book", table -> {
            Map<String, Found.Index> indexes = new HashMap<>(table.indexes());
            indexes.put(name, new Found.Index(false, false));
            return withConstraint(
                    new Found.Table(table.columns(), table.constraints(), indexes, false),
                    "book_shelf_fk",
                    new Found.Constraint(false, "shelf"));
        });
        assertThat(titles(found))
                .containsExactly("drop index of book: " + name, "index book: " + name, "validate book: book_shelf_fk");
    }

    @Test
    void a_uniqueness_no_longer_asked_for_is_let_go_and_other_old_indexes_stay() {
        Layout lenient = Layout.of(Catalog.of(new BusinessObject("shelf", "书架", "Shelf", "Shelves") {
            final Field<String> name = text("name").label("名称", "Name").title();
            final Field<Long> within =
                    reference("within", "shelf").label("上级", "Within").within("parts", "分架", "Parts");
        }));
        assertThat(Plan.from(asWanted(LAYOUT), lenient).steps())
                .extracting(Step::title)
                .containsExactly("drop index of shelf: " + index("shelf_name_unique_"));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    character varying(40)       | text           | text
                    numeric(12,2)               | numeric(38,2)  | numeric(38,2)
                    numeric(38,2)               | numeric(38,4)  | numeric
                    numeric                     | numeric(38,4)  | as it is
                    timestamp with time zone    | timestamptz    | as it is
                    numeric(38,4)               | numeric(38,2)  | refused
                    numeric(40,2)               | numeric(38,2)  | refused
                    text                        | bigint         | refused
                    text                        | text[]         | refused
                    integer                     | bigint         | refused
                    timestamp without time zone | timestamptz    | refused
                    numeric                     | bigint         | refused
                    """)
    void a_column_is_widened_only_where_nothing_is_lost_or_rewritten(String found, String wanted, String outcome) {
        String actual = switch (PostgresType.of(found).to(PostgresType.of(wanted))) {
            case PostgresType.None _ -> "as it is";
            case PostgresType.Widened(PostgresType type) -> type.sql();
            case PostgresType.Impossible _ -> "refused";
        };
        assertThat(actual).isEqualTo(outcome);
    }

    @Test
    void a_narrower_type_is_refused_with_the_migration_to_write() {
        Found found = change(asWanted(LAYOUT), "book", table -> withColumn(table, "weight", "numeric(38,6)"));
        assertThat(Plan.from(found, LAYOUT).obstacles())
                .containsExactly(new Obstacle(
                        "book",
                        "weight",
                        "holds numeric(38,6), and numeric(38,3) is asked for: values could be lost",
                        "alter table \"book\" alter column \"weight\" type numeric(38,3)"
                                + " using (\"weight\"::numeric(38,3));"));
    }

    @Test
    void names_stay_within_what_postgresql_keeps() {
        String longName = "a".repeat(50);
        Layout layout = Layout.of(Catalog.of(new BusinessObject("o".repeat(41), "物", "Thing", "Records") {
            final Field<String> title =
                    text(longName).label("名", "Name").title().unique();
            final Field<Long> other = reference("r".repeat(50), "o".repeat(41)).label("他", "Other");
        }));
        assertThat(layout.tables().values()).allSatisfy(table -> {
            assertThat(table.indexes()).extracting(Layout.Index::name).allMatch(name -> name.length() <= 63);
            assertThat(table.indexes()).extracting(Layout.Index::name).doesNotHaveDuplicates();
            assertThat(table.constraints()).extracting(Layout.Constraint::name).allMatch(name -> name.length() <= 63);
        });
    }

    private static Plan nothing() {
        return new Plan(List.of(), List.of());
    }

    private static List<String> titles(Found found) {
        return Plan.from(found, LAYOUT).steps().stream().map(Step::title).toList();
    }

    private static String index(String start) {
        return LAYOUT.tables().values().stream()
                .flatMap(table -> table.indexes().stream())
                .map(Layout.Index::name)
                .filter(name -> name.matches(start + "[0-9a-f]{8}"))
                .findFirst()
                .orElseThrow();
    }

    private static Found asWanted(Layout layout) {
        return new Found(layout.tables().values().stream()
                .collect(Collectors.toMap(
                        Layout.Table::name,
                        table -> new Found.Table(
                                table.columns().stream()
                                        .collect(Collectors.toMap(
                                                Layout.Column::name, column -> new Found.Column(column.type(), false))),
                                table.constraints().stream()
                                        .collect(Collectors.toMap(
                                                Layout.Constraint::name,
                                                constraint -> new Found.Constraint(
                                                        true,
                                                        constraint.references() == null
                                                                ? ""
                                                                : constraint.references()))),
                                table.indexes().stream()
                                        .collect(Collectors.toMap(
                                                Layout.Index::name, index -> new Found.Index(true, index.unique()))),
                                false))));
    }

    private static Found without(String table, String column) {
        return change(asWanted(LAYOUT), table, full -> {
            Map<String, Found.Column> columns = new HashMap<>(full.columns());
            columns.remove(column);
            Map<String, Found.Constraint> constraints = new HashMap<>(full.constraints());
            constraints.keySet().removeIf(name -> name.startsWith(table + "_" + column + "_"));
            Map<String, Found.Index> indexes = new HashMap<>(full.indexes());
            indexes.keySet().removeIf(name -> name.startsWith(table + "_" + column + "_"));
            return new Found.Table(columns, constraints, indexes, false);
        });
    }

    private static Found change(Found found, String table, UnaryOperator<Found.Table> change) {
        Map<String, Found.Table> tables = new HashMap<>(found.tables());
        tables.compute(table, (_, old) -> change.apply(old));
        return new Found(tables);
    }

    private static Found.Table withColumn(Found.Table table, String name, String type) {
        Map<String, Found.Column> columns = new HashMap<>(table.columns());
        columns.put(name, new Found.Column(PostgresType.of(type), false));
        return new Found.Table(columns, table.constraints(), table.indexes(), false);
    }

    private static Found.Table withConstraint(Found.Table table, String name, Found.Constraint constraint) {
        Map<String, Found.Constraint> constraints = new HashMap<>(table.constraints());
        constraints.put(name, constraint);
        return new Found.Table(table.columns(), constraints, table.indexes(), false);
    }
}
