package hengke.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import hengke.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void a_fresh_database_is_empty_and_knows_chinese() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.dsl().fetchValue("select count(*) from pg_tables where schemaname = 'public'"))
                    .isEqualTo(0L);
            assertThat(database.dsl().fetchValue("select lower('ÀÉ') || upper('华为a')"))
                    .isEqualTo("àé华为A");
        }
    }

    @Test
    void a_copy_of_a_prepared_database_does_not_change_the_next_copy() {
        for (int i = 0; i < 2; i++) {
            try (var database = TestDatabase.from(
                    "with a table", prepared -> prepared.dsl().execute("create table thing (id int)"))) {
                assertThat(database.dsl().fetchCount(table("thing"))).isZero();
                database.dsl().execute("insert into thing values (1)");
            }
        }
    }
}
