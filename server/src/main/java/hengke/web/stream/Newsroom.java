package hengke.web.stream;

import hengke.kernel.events.Broadcast;
import hengke.kernel.identity.Sessions;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.notices.Notices;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.importing.ImportLog;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears the news of all nodes and has them told to the open pages, gathered for half a second: an import is not told
 * record by record. The ends of sessions are told at once.
 */
@Component
final class Newsroom {
    private static final Logger log = LoggerFactory.getLogger(Newsroom.class);
    private static final Duration GATHERED = Duration.ofMillis(500);
    private static final int BEHIND = 10_000;

    private final OpenStreams streams;
    private final Telling telling;
    private final BlockingQueue<News> heard = new LinkedBlockingQueue<>(BEHIND);
    private final Thread thread;

    Newsroom(OpenStreams streams, Telling telling, Broadcast broadcast, LiveCatalog catalog, List<SharedNews> shared) {
        this.streams = streams;
        this.telling = telling;
        for (String channel : List.of(Notices.CHANNEL, OperationLog.CHANNEL, ImportLog.CHANNEL)) {
            broadcast.listen(channel, listener(message -> News.Own.of(channel, message)));
        }
        broadcast.listen(ChangedRecords.CHANNEL, listener(Newsroom::records));
        for (SharedNews each : shared) {
            broadcast.listen(each.channel(), listener(message -> new News.Shared(each, Long.parseLong(message))));
        }
        broadcast.listen(Sessions.ENDED, new Broadcast.Listener() {
            @Override
            public void heard(String person) {
                atOnce(new News.Ended(Long.parseLong(person)));
            }

            @Override
            public void mayHaveMissed() {
                atOnce(new News.Missed());
            }
        });
        catalog.onSwap(next -> streams.tellAll(
                "catalog", JsonMapper.shared().createObjectNode().put("version", next.version())));
        this.thread = Thread.ofVirtual().name("newsroom").start(this::run);
    }

    @PreDestroy
    void close() {
        thread.interrupt();
    }

    private Broadcast.Listener listener(Function<String, News> reader) {
        return message -> {
            if (!streams.none() && !heard.offer(reader.apply(message))) {
                log.warn("Open pages are not told of all that happens: more than they can be told");
            }
        };
    }

    private static News records(String message) {
        String[] parts = message.split(" ");
        return new News.Records(
                parts[0], Arrays.stream(parts).skip(1).map(Long::valueOf).toList());
    }

    private void atOnce(News news) {
        Thread.ofVirtual().name("newsroom-at-once").start(() -> tell(List.of(news)));
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<News> news = new ArrayList<>(List.of(heard.take()));
                Thread.sleep(GATHERED);
                heard.drainTo(news);
                tell(news);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<News> news) {
        try {
            telling.tell(news);
        } catch (RuntimeException e) {
            log.warn("Open pages could not be told of {} things", news.size(), e);
        }
    }
}
