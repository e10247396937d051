package hengke.kernel.schema;

import hengke.kernel.events.Broadcast;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's catalog at what the other nodes have changed: when told, and from time to time in any case. */
final class CatalogWatch implements Broadcast.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CatalogWatch.class);

    private final Catalogs catalogs;
    private final ScheduledExecutorService executor;

    CatalogWatch(Catalogs catalogs, Duration interval) {
        this.catalogs = catalogs;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("catalog-watch").factory());
        executor.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void heard(String version) {
        executor.execute(this::look);
    }

    @Override
    public void mayHaveMissed() {
        executor.execute(this::look);
    }

    private void look() {
        try {
            catalogs.follow();
        } catch (RuntimeException e) {
            log.warn("The catalog could not be compared with the stored one; it will be tried again", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
