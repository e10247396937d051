package hengke.web.stream;

import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Sessions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The streams that end at this node. They are closed first when it stops, so that nobody waits for them. */
@Component
final class OpenStreams implements SmartLifecycle {
    private static final int MOST_OF_ONE = 20;

    private final Sessions sessions;
    private final Clock clock;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    OpenStreams(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Of too many streams of one person the oldest ends: mostly it is a page that has gone without a word. */
    OpenStream open(Identified.BySession session) {
        List<OpenStream> before = of(session.actor().user());
        if (before.size() >= MOST_OF_ONE) {
            Collections.min(before, Comparator.comparing(OpenStream::since)).end();
        }
        OpenStream stream = new OpenStream(session, clock.instant());
        open.add(stream);
        if (!running) {
            stream.end();
        }
        return stream;
    }

    void close(OpenStream stream) {
        open.remove(stream);
    }

    boolean none() {
        return open.isEmpty();
    }

    /** Everybody who has a page open. */
    Set<Long> people() {
        Set<Long> people = new HashSet<>();
        open.forEach(stream -> people.add(stream.person()));
        return people;
    }

    void tell(long person, String event, JsonNode data) {
        of(person).forEach(stream -> stream.tell(event, data));
    }

    void tellAll(String event, JsonNode data) {
        open.forEach(stream -> stream.tell(event, data));
    }

    /** Ends those streams of a person whose session is over. */
    void endOver(long person) {
        endOver(stream -> stream.person() == person);
    }

    void endOver() {
        endOver(_ -> true);
    }

    private void endOver(Predicate<OpenStream> which) {
        for (OpenStream stream : open) {
            if (which.test(stream) && !sessions.lives(stream.session())) {
                stream.end("session", JsonMapper.shared().createObjectNode().put("ended", true));
            }
        }
    }

    private List<OpenStream> of(long person) {
        List<OpenStream> streams = new ArrayList<>();
        open.forEach(stream -> {
            if (stream.person() == person && !stream.ended()) {
                streams.add(stream);
            }
        });
        return streams;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(OpenStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
