package hengke.testing;

import hengke.kernel.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL server of a test run; it forgets everything when the tests end. */
final class TestCluster {
    private static final EmbeddedPostgres SERVER = start();

    static {
        // Whoever waits for what the application does in the background gives up only when it will never happen.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    private TestCluster() {}

    static String jdbcUrl(String database) {
        return SERVER.jdbcUrl(database);
    }

    static String user() {
        return SERVER.user();
    }

    static String password() {
        return SERVER.password();
    }

    /** Runs a statement outside of any test database, such as one that creates a database. */
    static synchronized void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("hengke-test-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var server = EmbeddedPostgres.start(folder, TestPlaces.binaries(), false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(EmbeddedPostgres server, Path folder) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
