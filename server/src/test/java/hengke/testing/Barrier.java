package hengke.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Whoever wants to write to a table waits until this is closed. */
public final class Barrier implements AutoCloseable {
    private final Connection connection;

    private Barrier(Connection connection) {
        this.connection = connection;
    }

    /** Waits itself until nobody is writing to the table. */
    public static Barrier before(TestDatabase database, String table) {
        try {
            Connection connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table " + table + " in share mode");
            }
            return new Barrier(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
