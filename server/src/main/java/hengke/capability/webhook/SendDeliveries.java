package hengke.capability.webhook;

import hengke.capability.webhook.DeliveryQueue.Due;
import hengke.capability.webhook.DeliveryQueue.Sent;
import hengke.kernel.outbound.OutboundFault;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, outside of any transaction: every endpoint in a lane of its own, so that a slow one holds up nobody
 * else. What a killed node was sending is sent again with the same id.
 */
@Component
public final class SendDeliveries implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SendDeliveries.class);
    /** For one request, from the connection to the end of the answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int KEPT = 1_000;
    private static final int GONE = 410;

    /** One that fails for so long is given up. */
    private static final Duration ENOUGH = Duration.ofDays(5);

    private final DeliveryQueue queue;
    private final Endpoints endpoints;
    private final SwitchOff switchOff;
    private final Map<String, Carrier> carriers;
    private final DSLContext database;
    private final Clock clock;
    private final Set<Long> lanes = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    SendDeliveries(
            DeliveryQueue queue,
            Endpoints endpoints,
            SwitchOff switchOff,
            List<Carrier> carriers,
            DSLContext database,
            Clock clock) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.switchOff = switchOff;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::kind, Function.identity()));
        this.database = database;
        this.clock = clock;
    }

    /** Opens a lane for each endpoint for which something is due, unless it is open. */
    public void run() {
        for (long endpoint : queue.endpoints(now())) {
            if (!closed && lanes.add(endpoint)) {
                threads.execute(() -> lane(endpoint));
            }
        }
    }

    /** What is under way is waited for; it takes no longer than one request may. */
    @Override
    public void destroy() {
        closed = true;
        threads.close();
    }

    private void lane(long endpoint) {
        try {
            while (!closed) {
                Endpoint its = endpoints.find(endpoint).orElse(null);
                List<Due> some = its == null
                        ? List.of()
                        : queue.claim(endpoint, carrier(its).pace(), now());
                if (its == null || some.isEmpty()) {
                    return;
                }
                List<Future<?>> sent = some.stream()
                        .<Future<?>>map(due -> threads.submit(() -> send(its, due)))
                        .toList();
                for (Future<?> each : sent) {
                    each.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // what is held is free again after a while
            log.warn("Messages to endpoint {} are delayed", endpoint, e);
        } finally {
            lanes.remove(endpoint);
        }
    }

    private void send(Endpoint endpoint, Due due) {
        Sent sent = sent(endpoint, due);
        Instant since = database.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            DeliveryQueue.attempted(within, due, sent);
            if (sent.success()) {
                DeliveryQueue.delivered(within, due, carrier(endpoint).pace(), now());
                return now();
            }
            return DeliveryQueue.failed(within, due, carrier(endpoint).pauses(), now());
        });
        if (Objects.equals(sent.status(), GONE)) {
            switchOff.of(endpoint, Message.of("webhook.offGone"));
        } else if (since.plus(ENOUGH).isBefore(now())) {
            switchOff.of(endpoint, Message.of("webhook.offFailing", ENOUGH.toDays()));
        }
    }

    private Sent sent(Endpoint endpoint, Due due) {
        Instant at = now();
        long begun = System.nanoTime();
        try {
            Carrier.Reply reply = carrier(endpoint).carry(endpoint, new Carrier.Letter(due.message(), due.body()), at);
            return new Sent(at, millis(begun), reply.status(), reply.fault(), kept(reply.text()));
        } catch (OutboundFault fault) {
            return new Sent(at, millis(begun), null, fault.reason(), null);
        } catch (SecretBox.Sealed sealed) {
            return new Sent(at, millis(begun), null, Message.of("webhook.sealed"), null);
        }
    }

    private Carrier carrier(Endpoint endpoint) {
        return Objects.requireNonNull(carriers.get(endpoint.kind()), endpoint.kind());
    }

    /** The database keeps no zero characters. */
    private static @Nullable String kept(@Nullable String answer) {
        if (answer == null) {
            return null;
        }
        String text = answer.replace("\0", "");
        return text.substring(0, text.offsetByCodePoints(0, Math.min(KEPT, text.codePointCount(0, text.length()))));
    }

    private static long millis(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
