package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class SchemaSyncTest {
    @Test
    void an_empty_database_gets_every_table_and_then_nothing_is_left_to_do() {
        try (TestDatabase database = TestDatabase.migrated()) {
            SchemaSync sync = new SchemaSync(database.dataSource());
            assertThat(sync.bringTo(Samples.catalog())).isInstanceOfSatisfying(SchemaSync.Done.class, done -> {
                assertThat(done.steps()).hasSizeGreaterThan(6);
            });
            assertThat(database.dsl().fetchValues("select tablename::text from pg_tables where schemaname = 'public'"))
                    .map(String::valueOf)
                    .contains("shelf", "shelf_search", "book", "book_search", "loan", "loan_search");
            assertThat(sync.bringTo(Samples.catalog())).isEqualTo(new SchemaSync.Done(java.util.List.of()));
        }
    }
}
