package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.schema.SchemaSync.Done;
import hengke.kernel.schema.SchemaSync.Obstructed;
import hengke.testing.TestDatabase;
import hengke.testing.TestSchema;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaSyncTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final DSLContext dsl = database.dsl();
    private final SchemaSync sync = new SchemaSync(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_database_gets_every_table_and_then_nothing_is_left_to_do() {
        assertThat(sync.bringTo(Samples.catalog())).isInstanceOf(Done.class);
        assertThat(tables()).contains("shelf", "shelf_search", "book", "book_search", "loan", "loan_search");
        assertThat(sync.bringTo(Samples.catalog())).isEqualTo(new Done(List.of()));
        assertThat(dsl.fetchValues("select distinct state from schema_step")).isEqualTo(List.of("done"));
    }

    @Test
    void a_start_with_nothing_to_do_reads_three_times_and_writes_nothing() {
        sync.bringTo(Samples.catalog());
        List<String> statements = new ArrayList<>();
        new SchemaSync(new RecordingDataSource(database.dataSource(), statements)).bringTo(Samples.catalog());
        assertThat(statements).hasSize(3).allMatch(sql -> sql.startsWith("select"));
    }

    @Test
    void a_new_field_appears_as_a_column_and_what_is_there_stays() {
        sync.bringTo(Catalog.of(new Note()));
        insert("note", "title", "first");
        dsl.execute("alter table note add column made_by_hand text default 'kept'");
        dsl.execute("comment on column note.made_by_hand is 'retired'");

        assertThat(sync.bringTo(Catalog.of(new LongerNote()))).isInstanceOf(Done.class);

        assertThat(dsl.fetchOne("select title, made_by_hand, colour from note").intoList())
                .containsExactly("first", "kept", null);
    }

    @Test
    void wider_types_come_without_rewriting_the_table() {
        sync.bringTo(Catalog.of(new Note()));
        insert("note", "title", "first");
        dsl.execute(
                "drop index "
                        + dsl.fetchValue(
                                "select string_agg(indexname, ',') from pg_indexes where tablename = 'note' and indexdef like '%title%'"));
        dsl.execute("alter table note alter column title type varchar(40)");
        dsl.execute("alter table note alter column weight type numeric(12,2)");
        Object file = dsl.fetchValue("select pg_relation_filenode('note')");

        assertThat(sync.bringTo(Catalog.of(new Note()))).isInstanceOf(Done.class);

        assertThat(type("title")).isEqualTo("text");
        assertThat(type("weight")).isEqualTo("numeric");
        assertThat(dsl.fetchValue("select pg_relation_filenode('note')")).isEqualTo(file);
    }

    @Test
    void one_obstacle_and_nothing_at_all_is_changed() {
        sync.bringTo(Catalog.of(new Note()));
        dsl.execute("alter table note alter column weight type numeric(38,9)");

        assertThat(sync.bringTo(Catalog.of(new LongerNote())))
                .isInstanceOfSatisfying(
                        Obstructed.class,
                        obstructed -> assertThat(obstructed.obstacles())
                                .extracting(Obstacle::column)
                                .containsExactly("weight"));
        assertThat(columns("note")).doesNotContain("colour");
    }

    @Test
    void rows_that_contradict_a_new_uniqueness_are_named_and_leave_no_broken_index() {
        sync.bringTo(Catalog.of(new Note()));
        insert("note", "title", "twice");
        insert("note", "title", "twice");

        assertThat(sync.bringTo(Catalog.of(new UniqueNote())))
                .isInstanceOfSatisfying(
                        Obstructed.class,
                        obstructed -> assertThat(obstructed.obstacles())
                                .singleElement()
                                .satisfies(obstacle ->
                                        assertThat(obstacle.reason()).contains("(title)=(twice)")));
        assertThat(dsl.fetchCount(DSL.table("pg_index"), DSL.condition("not indisvalid")))
                .isZero();

        dsl.execute("delete from note where id = 2");
        assertThat(sync.bringTo(Catalog.of(new UniqueNote()))).isInstanceOf(Done.class);
    }

    @Test
    void half_a_money_or_a_pointer_to_nowhere_is_refused_by_the_database() {
        sync.bringTo(Samples.catalog());
        assertThat(failure("insert into book (version, created_at, updated_at, price) values (1, now(), now(), 5)"))
                .contains("book_price_whole");
        assertThat(failure("insert into book (version, created_at, updated_at, shelf) values (1, now(), now(), 5)"))
                .contains("book_shelf_fk");
        assertThat(failure("insert into loan (version, created_at, updated_at, about_id) values (1, now(), now(), 5)"))
                .contains("loan_about_whole");
    }

    @Test
    void the_helper_for_tests_gives_each_test_its_own_tables() {
        for (int i = 0; i < 2; i++) {
            try (TestDatabase copy = TestSchema.of(new Note())) {
                assertThat(copy.dsl().fetchCount(DSL.table("note"))).isZero();
                copy.dsl().execute("insert into note (version, created_at, updated_at) values (1, now(), now())");
            }
        }
    }

    private List<String> tables() {
        return dsl.fetch("select tablename from pg_tables where schemaname = 'public'")
                .getValues(0, String.class);
    }

    private List<String> columns(String table) {
        return dsl.fetch("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0", table)
                .getValues(0, String.class);
    }

    private Object type(String column) {
        return dsl.fetchValue(
                "select format_type(atttypid, atttypmod) from pg_attribute"
                        + " where attrelid = 'note'::regclass and attname = ?",
                column);
    }

    private void insert(String table, String column, String value) {
        dsl.execute(
                "insert into " + table + " (version, created_at, updated_at, " + column
                        + ") values (1, now(), now(), ?)",
                value);
    }

    private String failure(String sql) {
        try {
            dsl.execute(sql);
            return "none";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static class Note extends BusinessObject {
        final Field<String> title = text("title").label("题", "Title").title();
        final Field<?> weight = decimal("weight", 3).label("重", "Weight");

        Note() {
            super("note", "笔记", "Note", "Notes");
        }
    }

    static final class LongerNote extends Note {
        final Field<?> colour = text("colour").label("色", "Colour");
    }

    static final class UniqueNote extends BusinessObject {
        final Field<String> title = text("title").label("题", "Title").title().unique();

        UniqueNote() {
            super("note", "笔记", "Note", "Notes");
        }
    }
}
