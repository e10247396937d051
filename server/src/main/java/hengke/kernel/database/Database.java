package hengke.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hengke.kernel.database.DatabaseSettings.Address;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of the product: an external one if the settings name one, else the embedded one, with its pool. */
public final class Database implements AutoCloseable {
    private static final String NAME = "hengke";
    private static final int CONNECTIONS_BESIDE = 2;
    private static final int CONNECTIONS_APART = 2;

    private final @Nullable EmbeddedPostgres server;
    private final Address address;
    private final HikariDataSource dataSource;
    private final HikariDataSource apart;

    private Database(@Nullable EmbeddedPostgres server, Address address, int connections) {
        this.server = server;
        this.address = address;
        this.dataSource = new HikariDataSource(pool(address, connections));
        this.apart = new HikariDataSource(apart(address));
    }

    static Database open(DatabaseSettings settings, DataFolder dataFolder) {
        return settings.external()
                .map(address -> new Database(null, address, settings.connections()))
                .orElseGet(() -> embedded(dataFolder, settings.connections()));
    }

    /** For a command beside the product: its database if it is running, else started for the while. */
    public static Database beside(Map<String, String> environment) {
        DatabaseSettings settings = new DatabaseSettings(
                environment.get("HENGKE_DATABASE_URL"),
                environment.get("HENGKE_DATABASE_USER"),
                environment.get("HENGKE_DATABASE_PASSWORD"),
                CONNECTIONS_BESIDE);
        DataFolder folder = new DataFolder(Path.of(environment.getOrDefault("HENGKE_DATA", "data")));
        try {
            return open(settings, folder);
        } catch (FolderInUse running) {
            return new Database(
                    null, EmbeddedPostgres.running(folder.folder("postgres"), NAME), settings.connections());
        }
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    /**
     * For what must commit at once while a transaction goes on: had it to come from the same pool, all who hold a
     * connection there could wait for one more. Gives up on a lock at once, since the
     * transaction that goes on may be the one that holds it.
     */
    public HikariDataSource apart() {
        return apart;
    }

    /** For the few who need a connection of their own outside the pool, such as one that listens for hours. */
    public Connection connectOutsideThePool() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    @Override
    public void close() {
        apart.close();
        dataSource.close();
        if (server != null) {
            server.close();
        }
    }

    private static Database embedded(DataFolder dataFolder, int connections) {
        EmbeddedPostgres server = EmbeddedPostgres.start(dataFolder.folder("postgres"));
        try {
            server.createDatabase(NAME);
            var address = new Address(server.jdbcUrl(NAME), server.user(), server.password());
            return new Database(server, address, connections);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Connects when first asked. What it commits need not be on the disk at once: whatever builds on it is written to
     * the same log later, and so never there without it.
     */
    private static HikariConfig apart(Address address) {
        HikariConfig pool = pool(address, CONNECTIONS_APART);
        pool.setPoolName("hengke-apart");
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql("set time zone 'UTC'; set lock_timeout = '250ms'; set synchronous_commit = off");
        return pool;
    }

    private static HikariConfig pool(Address address, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName("hengke");
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, 4));
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("set time zone 'UTC'");
        pool.addDataSourceProperty("ApplicationName", "hengke");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
