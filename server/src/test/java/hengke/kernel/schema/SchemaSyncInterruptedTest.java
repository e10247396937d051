package hengke.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hengke.kernel.metadata.Catalog;
import hengke.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens in the middle, the next start ends where an undisturbed one would have. */
class SchemaSyncInterruptedTest {
    private static final Catalog WANTED = Samples.catalog();
    private final TestDatabase database = halfWay();
    private final SchemaSync sync = new SchemaSync(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void killed_at_any_step_the_next_start_goes_on_to_the_same_schema() {
        int steps = ((SchemaSync.Done) sync.bringTo(WANTED)).steps().size();
        List<String> undisturbed = description();
        assertThat(steps).isGreaterThan(15);
        DataSource unpooled = AnotherNode.dataSource(database.jdbcUrl(), database.user(), database.password());
        for (int kill = 0; kill < 2 * steps; kill++) {
            goBackHalfWay(database);
            SchemaSync killed = new SchemaSync(unpooled, Patience.USUAL, new Killer(kill));
            assertThatThrownBy(() -> killed.bringTo(WANTED)).isInstanceOf(RuntimeException.class);
            assertThat(sync.bringTo(WANTED)).isInstanceOf(SchemaSync.Done.class);
            assertThat(description()).as("killed at %d", kill).isEqualTo(undisturbed);
        }
    }

    @Test
    void a_process_killed_in_the_middle_of_an_index_leaves_work_that_the_next_start_finishes() throws Exception {
        try (Connection report = database.dataSource().getConnection();
                Statement reading = report.createStatement()) {
            report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            report.setAutoCommit(false);
            reading.executeQuery("select * from catalog_overlay");

            Process node = startAnotherNode();
            await().until(() -> count("select count(*) from pg_index where not indisvalid") == 1);
            node.destroyForcibly().waitFor();
            await().until(() ->
                    count("select count(*) from pg_stat_activity where query like 'create%index concurrently%'"
                                    + " and pid <> pg_backend_pid() and state = 'active'")
                            == 0);
            report.commit();
        }
        assertThat(count("select count(*) from pg_index where not indisvalid")).isEqualTo(1);
        assertThat(sync.bringTo(WANTED)).isInstanceOf(SchemaSync.Done.class);
        assertThat(count("select count(*) from pg_index where not indisvalid")).isZero();
        assertThat(count("select count(*) from schema_step where state = 'interrupted'"))
                .isEqualTo(1);
    }

    @Test
    void of_several_nodes_one_works_and_the_others_find_it_done() throws Exception {
        List<CompletableFuture<SchemaSync.Outcome>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(CompletableFuture.supplyAsync(() -> sync.bringTo(WANTED)));
        }
        List<Integer> steps = new ArrayList<>();
        for (var node : nodes) {
            steps.add(((SchemaSync.Done) node.get(60, TimeUnit.SECONDS)).steps().size());
        }
        assertThat(steps).filteredOn(done -> done > 0).hasSize(1);
        assertThat(count("select count(*) from schema_step where state <> 'done'"))
                .isZero();
    }

    @Test
    void a_table_in_use_is_never_blocked_longer_than_the_lock_timeout() throws Exception {
        Patience patience = new Patience(Duration.ofMillis(200), Duration.ofMillis(20), Duration.ofMillis(50), 1000);
        CountDownLatch tries = new CountDownLatch(3);
        StepListener counting = new StepListener() {
            @Override
            public void waiting(Step step, int attempt) {
                tries.countDown();
            }
        };
        CompletableFuture<SchemaSync.Outcome> done;
        long longest = 0;
        try (Connection reader = database.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.executeQuery("select * from shelf");

            SchemaSync patient = new SchemaSync(database.dataSource(), patience, counting);
            done = CompletableFuture.supplyAsync(() -> patient.bringTo(WANTED));
            while (tries.getCount() > 0) {
                long start = System.nanoTime();
                database.dsl().execute("insert into shelf (version, created_at, updated_at) values (1, now(), now())");
                longest = Math.max(longest, System.nanoTime() - start);
            }
            assertThat(done).isNotDone();
            reader.commit();
        }
        assertThat(done.get(60, TimeUnit.SECONDS)).isInstanceOf(SchemaSync.Done.class);
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(1));
    }

    /** Kills the connection before or after the n-th step. */
    private final class Killer implements StepListener {
        private final int at;
        private int seen;

        Killer(int at) {
            this.at = at;
        }

        @Override
        public void before(Step step) {
            count();
        }

        @Override
        public void after(Step step) {
            count();
        }

        private void count() {
            if (seen++ == at) {
                database.dsl()
                        .execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                                + " and database = (select oid from pg_database where datname = current_database())");
                throw new IllegalStateException("killed");
            }
        }
    }

    /** A database of an earlier version, in which some tables lack columns and some are missing. */
    private static TestDatabase halfWay() {
        return TestDatabase.from("half way to the samples", database -> {
            Flyway.configure().dataSource(database.dataSource()).load().migrate();
            new SchemaSync(database.dataSource()).bringTo(WANTED);
            goBackHalfWay(database);
        });
    }

    private static void goBackHalfWay(TestDatabase database) {
        database.dsl().execute("drop table loan cascade");
        database.dsl().execute("alter table book drop column shelf, drop column price, drop column topics");
        database.dsl().execute("alter table shelf drop column name, drop column within");
        database.dsl().execute("truncate schema_step");
    }

    private List<String> description() {
        return database.dsl().fetch("""
                        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not attisdropped
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        union all
                        select indexdef || (select indisvalid from pg_index where indexrelid = indexname::regclass)
                        from pg_indexes where schemaname = 'public'
                        union all
                        select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
                        where connamespace = 'public'::regnamespace
                        order by 1""").getValues(0, String.class);
    }

    private Process startAnotherNode() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AnotherNode.class.getName(),
                            database.jdbcUrl(),
                            database.user(),
                            database.password())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
