package hengke.kernel.schema;

import java.time.Duration;
import org.jooq.DSLContext;

/** Held by the one connection, of all nodes, that changes the schema; let go by the server when that connection dies. */
final class SchemaLock implements AutoCloseable {
    private static final long KEY = 0x48656e676b65L;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DSLContext database;

    private SchemaLock(DSLContext database) {
        this.database = database;
    }

    /**
     * Waits until nobody else changes the schema. It asks again and again, because a connection waiting inside a
     * statement would keep the other from finishing an index beside running statements. From then on the server looks
     * every second whether we live, so that a killed node does not hold the lock until its statement ends.
     */
    static SchemaLock take(DSLContext database) {
        while (!database.fetchSingle("select pg_try_advisory_lock(" + KEY + ")").into(boolean.class)) {
            Pause.of(PAUSE);
        }
        database.execute("set client_connection_check_interval = '1s'");
        return new SchemaLock(database);
    }

    @Override
    public void close() {
        database.execute("reset client_connection_check_interval");
        database.execute("select pg_advisory_unlock(" + KEY + ")");
    }
}
