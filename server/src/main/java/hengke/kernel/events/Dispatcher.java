package hengke.kernel.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events from the outbox to the subscribers of this node, each at its own pace, woken by the broadcast. */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final DSLContext dsl;
    private final List<Lane> lanes;
    private volatile boolean closed;

    public Dispatcher(DSLContext dsl, Broadcast broadcast, List<? extends Subscriber<?>> subscribers) {
        this.dsl = dsl;
        this.lanes = subscribers.stream().map(Subscription::new).map(Lane::new).toList();
        broadcast.listen(Outbox.CHANNEL, new Broadcast.Listener() {
            @Override
            public void heard(String message) {
                lanes.forEach(Lane::wake);
            }

            @Override
            public void mayHaveMissed() {
                lanes.forEach(Lane::wake);
            }
        });
    }

    public void start() {
        mendForeignPositions(dsl);
        lanes.forEach(Lane::start);
    }

    /** Stops after the batches at hand. */
    @Override
    public void close() {
        closed = true;
        lanes.forEach(Lane::wake);
        lanes.forEach(Lane::join);
    }

    /** Transaction numbers mean nothing in another cluster: what was moved here is told again rather than never. */
    static void mendForeignPositions(DSLContext dsl) {
        dsl.transaction(configuration -> {
            configuration.dsl().execute("""
                    update event_subscriber
                    set seen = pg_snapshot '1:1:', reading = null, reached = 0
                    where pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot())
                    """);
            configuration.dsl().execute("""
                    update outbox set written_by = pg_current_xact_id()
                    where written_by >= pg_snapshot_xmax(pg_current_snapshot())
                    """);
        });
    }

    /** The thread of one subscriber on this node. */
    private final class Lane {
        private final Subscription<?> subscription;
        private final Semaphore news = new Semaphore(1);
        private final Thread thread;

        Lane(Subscription<?> subscription) {
            this.subscription = subscription;
            this.thread =
                    Thread.ofVirtual().name("events-" + subscription.name()).unstarted(this::run);
        }

        void start() {
            subscription.register(dsl);
            thread.start();
        }

        void wake() {
            news.release();
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            while (!closed && !Thread.currentThread().isInterrupted()) {
                if (!advance()) {
                    pause();
                }
            }
        }

        private boolean advance() {
            try {
                return subscription.advance(dsl);
            } catch (RuntimeException e) {
                if (!closed) {
                    log.warn("Events for {} are delayed: {}", subscription.name(), e.toString());
                }
                return false;
            }
        }

        /** Until there is news, and a moment more: writes that follow each other are told together. */
        private void pause() {
            try {
                if (news.tryAcquire(POLLING.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                    Thread.sleep(GATHERING);
                }
                news.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
