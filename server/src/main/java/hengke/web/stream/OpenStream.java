package hengke.web.stream;

import hengke.kernel.identity.Identified;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * The stream of one open page. Whoever tells it something never waits: a page that reads too slowly loses its stream
 * and opens another one.
 */
final class OpenStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int LOOKS = 3;
    private static final int BEHIND = 256;
    private static final String END = "";

    private final Identified.BySession session;
    private final Instant since;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(BEHIND);
    private volatile boolean ended;

    OpenStream(Identified.BySession session, Instant since) {
        this.session = session;
        this.since = since;
    }

    Instant since() {
        return since;
    }

    boolean ended() {
        return ended;
    }

    long person() {
        return session.actor().user();
    }

    Identified.BySession session() {
        return session;
    }

    void tell(String event, JsonNode data) {
        if (!ended && !waiting.offer("event: " + event + "\ndata: " + data + "\n\n")) {
            end();
        }
    }

    /** Nothing more is said, not even what was waiting. */
    void end() {
        ended = true;
        waiting.clear();
        waiting.offer(END);
    }

    /** The same, with a last word. */
    void end(String event, JsonNode data) {
        ended = true;
        waiting.clear();
        waiting.offer("event: " + event + "\ndata: " + data + "\n\n");
        waiting.offer(END);
    }

    /** Writes what is told, until it ends or the page is gone; a sign of life in between, and a look whether it may go on. */
    void writeTo(OutputStream page, BooleanSupplier mayGoOn) throws IOException, InterruptedException {
        write(page, "retry: 3000\n\n");
        int quiet = 0;
        while (true) {
            String next = waiting.poll(patience().toMillis(), TimeUnit.MILLISECONDS);
            if (patience().isZero()) {
                return;
            }
            if (next == null) {
                quiet++;
                if (quiet % LOOKS == 0 && !mayGoOn.getAsBoolean()) {
                    return;
                }
                write(page, ":\n\n");
            } else if (next.equals(END)) {
                return;
            } else {
                write(page, next);
            }
        }
    }

    /** How long to wait for news: until the next sign of life, or until an administrator's look as another is over. */
    private Duration patience() {
        Identified.Viewing viewing = session.viewing();
        if (viewing == null) {
            return HEARTBEAT;
        }
        Duration left = Duration.between(Instant.now(), viewing.until());
        return left.isNegative() ? Duration.ZERO : left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT;
    }

    private static void write(OutputStream page, String text) throws IOException {
        page.write(text.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }
}
