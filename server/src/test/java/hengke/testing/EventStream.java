package hengke.testing;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open page's stream: what was told so far and has not been waited for. */
public final class EventStream implements AutoCloseable {
    private static final Event END = new Event("end", JsonMapper.shared().createObjectNode());
    private static final long PATIENCE_SECONDS = 60;

    private final HttpResponse<Stream<String>> response;
    private final LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();

    /** One event. */
    public record Event(String name, JsonNode data) {}

    EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return response.statusCode();
    }

    /** The next event of this name that satisfies a condition; what comes before it is forgotten. */
    public JsonNode next(String name, Predicate<JsonNode> condition) {
        try {
            while (true) {
                Event event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null || event == END) {
                    throw new AssertionError("not told: " + name);
                }
                if (event.name().equals(name) && condition.test(event.data())) {
                    return event.data();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public JsonNode next(String name) {
        return next(name, _ -> true);
    }

    /** Waits until the server has ended the stream. */
    public void awaitEnd() {
        try {
            Event event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            while (event != END) {
                if (event == null) {
                    throw new AssertionError("the stream goes on");
                }
                event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        String[] name = {""};
        try {
            response.body().forEach(line -> {
                if (line.startsWith("event: ")) {
                    name[0] = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    told.add(new Event(name[0], JsonMapper.shared().readTree(line.substring("data: ".length()))));
                }
            });
        } catch (UncheckedIOException | IllegalStateException e) {
            // closed by the test
        } finally {
            told.add(END);
        }
    }
}
