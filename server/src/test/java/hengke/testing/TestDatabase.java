package hengke.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Assumptions;

/** A real, empty (or migrated) database for one test or test class, gone when closed. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger counter = new AtomicInteger();
    private static final Map<String, String> templates = new ConcurrentHashMap<>();

    private final String name;
    private final HikariDataSource dataSource;
    private final DSLContext dsl;

    private TestDatabase(String name) {
        this.name = name;
        var settings = new HikariConfig();
        settings.setJdbcUrl(TestCluster.jdbcUrl(name));
        settings.setUsername(TestCluster.user());
        settings.setPassword(TestCluster.password());
        settings.setMaximumPoolSize(8);
        settings.setMinimumIdle(0);
        settings.setConnectionInitSql("set time zone 'UTC'");
        this.dataSource = new HikariDataSource(settings);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        this.dsl = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    /** A database without any table. */
    public static TestDatabase fresh() {
        skipAmongPureTests();
        return copyOf("template0");
    }

    /** A database as the migrations of the product leave it; they run once for all tests. */
    public static TestDatabase migrated() {
        return from(
                "migrated",
                database -> Flyway.configure()
                        .dataSource(database.dataSource())
                        .load()
                        .migrate());
    }

    /** A copy of a database that is prepared once per test run and then cloned, which takes some 30 ms. */
    public static TestDatabase from(String template, Consumer<TestDatabase> preparation) {
        skipAmongPureTests();
        return copyOf(templates.computeIfAbsent(template, _ -> prepared(preparation)));
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public DSLContext dsl() {
        return dsl;
    }

    /** A connection outside the pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    public String jdbcUrl() {
        return TestCluster.jdbcUrl(name);
    }

    public String user() {
        return TestCluster.user();
    }

    public String password() {
        return TestCluster.password();
    }

    /** Breaks every connection to this database, as a restart of the server or a lost network would. */
    public void breakConnections() {
        TestCluster.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    @Override
    public void close() {
        dataSource.close();
        TestCluster.execute("drop database if exists " + name + " with (force)");
    }

    /** {@code ./hengke check} runs the tests that need no database; the others skip themselves here. */
    public static void skipAmongPureTests() {
        Assumptions.assumeFalse("pure".equals(System.getProperty("hengke.tests")), "needs a database");
    }

    private static TestDatabase copyOf(String template) {
        String name = "test" + counter.incrementAndGet();
        TestCluster.execute("create database " + name + " template " + template + " strategy file_copy");
        return new TestDatabase(name);
    }

    private static String prepared(Consumer<TestDatabase> preparation) {
        TestDatabase database = fresh();
        preparation.accept(database);
        database.dataSource.close();
        return database.name;
    }
}
