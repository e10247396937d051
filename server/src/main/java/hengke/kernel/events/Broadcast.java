package hengke.kernel.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small messages to all nodes, by LISTEN and NOTIFY: fast, in the order of commits, and forgotten by a node that is cut
 * off at that moment. Such a node is told, when it is back, that it may have missed some.
 */
public final class Broadcast implements AutoCloseable {
    static final String POSTGRES_CHANNEL = "hengke";

    private static final Logger log = LoggerFactory.getLogger(Broadcast.class);
    private static final int MOST_BYTES = 7_900;
    private static final Duration PULSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Connector connector;
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /** Opens a connection that the broadcast keeps for itself. */
    public interface Connector {
        Connection connect() throws SQLException;
    }

    /** Hears the messages of one channel, on the thread of the broadcast: quick, or handing over to its own. */
    public interface Listener {
        void heard(String message);

        /** Called whenever the connection is there (again): look for yourself, messages may be lost until now. */
        default void mayHaveMissed() {}
    }

    public Broadcast(Connector connector) {
        this.connector = connector;
        this.thread = Thread.ofVirtual().name("broadcast").unstarted(this::keepListening);
    }

    /** Sends a message (JSON of at most 7,900 bytes) once the transaction commits; without one, at once. */
    public static void send(DSLContext transaction, String channel, String message) {
        String envelope = envelope(channel, message);
        if (envelope.getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("Too long for a broadcast, send a key instead: " + channel);
        }
        transaction.fetch("select pg_notify(?, ?)", POSTGRES_CHANNEL, envelope);
    }

    public void listen(String channel, Listener listener) {
        listeners.computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        disconnect();
    }

    static String envelope(String channel, String message) {
        return channel + "\n" + message;
    }

    private void keepListening() {
        Duration pause = Duration.ofMillis(50);
        while (!closed) {
            try (Connection fresh = connector.connect()) {
                connection = fresh;
                try (var statement = fresh.createStatement()) {
                    statement.execute("listen " + POSTGRES_CHANNEL);
                }
                pause = Duration.ofMillis(50);
                listeners.values().forEach(all -> all.forEach(each -> tell(each, Listener::mayHaveMissed)));
                hearUntilBroken(fresh);
            } catch (SQLException e) {
                if (!closed) {
                    log.warn("Messages between nodes are interrupted: {}", e.getMessage());
                }
            }
            pause = pauseBeforeNext(pause);
        }
    }

    private void hearUntilBroken(Connection fresh) throws SQLException {
        var postgres = fresh.unwrap(PGConnection.class);
        while (!closed) {
            var heard = postgres.getNotifications((int) PULSE.toMillis());
            for (var notification : heard) {
                dispatch(notification.getParameter());
            }
            if (heard.length == 0 && !fresh.isValid((int) LONGEST_PAUSE.toSeconds())) {
                throw new SQLException("the connection does not answer");
            }
        }
    }

    private void dispatch(String envelope) {
        int end = envelope.indexOf('\n');
        if (end >= 0) {
            String message = envelope.substring(end + 1);
            listeners
                    .getOrDefault(envelope.substring(0, end), List.of())
                    .forEach(listener -> tell(listener, each -> each.heard(message)));
        }
    }

    private static void tell(Listener listener, Consumer<Listener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            log.error("A listener failed", e);
        }
    }

    private Duration pauseBeforeNext(Duration pause) {
        try {
            if (!closed) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void disconnect() {
        try {
            Connection open = connection;
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            log.debug("The connection of the broadcast was gone already", e);
        }
    }
}
