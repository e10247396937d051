package hengke.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of each of these people, open and listening. */
final class OpenPages implements AutoCloseable {
    private static final String SECRET = "bench-page-";

    private final DSLContext database;
    private final Delays delays;
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch listening;
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();

    OpenPages(DSLContext database, List<Long> people, int port, Delays delays) throws InterruptedException {
        this.database = database;
        this.delays = delays;
        this.listening = new CountDownLatch(people.size());
        database.execute("""
                insert into user_session
                    (secret_hash, person_id, csrf, created_at, last_seen_at, expires_at, address, device)
                select sha256(convert_to(? || id, 'UTF8')), id, 'bench', now(), now(), now() + interval '1 hour', '', 'bench'
                from unnest(cast(? as bigint[])) id on conflict do nothing""", SECRET, people.toArray(Long[]::new));
        people.forEach(person -> Thread.ofVirtual().start(() -> listen(person, port)));
        listening.await();
    }

    private void listen(long person, int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            synchronized (sockets) {
                sockets.add(socket);
            }
            socket.getOutputStream()
                    .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\nCookie: hengke_session=%s%d\r\n\r\n"
                            .formatted(SECRET, person)
                            .getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("retry: ")) {
                    listening.countDown();
                } else if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (event.equals("notice") && line.startsWith("data: ")) {
                    heard(person, JsonMapper.shared().readTree(line.substring("data: ".length())));
                }
            }
        } catch (IOException e) {
            // closed at the end
        }
    }

    private void heard(long person, JsonNode notice) {
        delays.add(Duration.between(Instant.parse(notice.path("at").asString()), Instant.now()));
        boolean own = database.fetchSingle(
                        "select person from notice where id = ?",
                        notice.path("id").longValue())
                .get(0, Long.class)
                .equals(person);
        if (!own) {
            strange.add(person + " heard " + notice);
        }
    }

    void requireEverybodysOwn() {
        if (!strange.isEmpty()) {
            throw new IllegalStateException(strange.toString());
        }
    }

    @Override
    public void close() {
        synchronized (sockets) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        database.execute("delete from user_session where device = 'bench'");
    }
}
