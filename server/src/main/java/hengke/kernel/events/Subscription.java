package hengke.kernel.events;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The progress of one subscriber through the outbox; whichever node holds its row carries it on. */
final class Subscription<P> {
    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final int BATCH = 500;

    private final Subscriber<P> subscriber;
    private final Map<String, EventKind<? extends P>> kinds;
    private final RetryQueue retries;

    Subscription(Subscriber<P> subscriber) {
        this.subscriber = subscriber;
        this.kinds = subscriber.kinds().stream().collect(Collectors.toMap(EventKind::name, Function.identity()));
        this.retries = new RetryQueue(subscriber.name());
    }

    String name() {
        return subscriber.name();
    }

    /** Makes the subscriber known; it hears what is committed from now on. */
    void register(DSLContext dsl) {
        dsl.execute(
                "insert into event_subscriber (name, seen) values (?, pg_current_snapshot()) on conflict do nothing",
                name());
    }

    /** Handles one batch, of what is due again and of what is new, and says whether there may be more at once. */
    boolean advance(DSLContext dsl) {
        return dsl.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Position position = Position.claim(transaction, name());
            if (position == null) {
                return false;
            }
            int repeated = repeat(transaction);
            List<Entry> news = read(transaction, position);
            handle(transaction, news);
            position.moveTo(transaction, news.size() < BATCH ? null : news.getLast());
            return news.size() == BATCH || repeated > 0;
        });
    }

    private int repeat(DSLContext transaction) {
        List<Entry> due = retries.due(transaction);
        for (Entry each : due) {
            Throwable failure = attempt(transaction, List.of(each));
            if (failure == null) {
                retries.remove(transaction, each.id());
            } else {
                retries.failedAgain(transaction, each.id(), failure);
            }
        }
        return due.size();
    }

    private List<Entry> read(DSLContext transaction, Position position) {
        return transaction
                .resultQuery(
                        """
                        select id, kind, object, record_id, operation_id, payload::text as payload, at,
                            exists (select 1 from event_retry earlier
                                    where earlier.subscriber = {0} and not earlier.parked
                                        and earlier.object = event.object
                                        and earlier.record_id = event.record_id) as waits
                        from outbox event
                        where written_by >= pg_snapshot_xmin({1}::pg_snapshot)
                            and not pg_visible_in_snapshot(written_by, {1}::pg_snapshot)
                            and pg_visible_in_snapshot(written_by, {2}::pg_snapshot)
                            and kind = any ({3}) and id > {4}
                        order by id limit {5}
                        """,
                        val(name()),
                        val(position.seen()),
                        val(position.reading()),
                        val(kinds.keySet().toArray(String[]::new)),
                        val(position.reached()),
                        val(BATCH))
                .fetch()
                .map(Entry::of);
    }

    /** All at once; if that fails one by one, so that one bad event holds up only those of its own record. */
    private void handle(DSLContext transaction, List<Entry> news) {
        List<Entry> free = news.stream().filter(each -> !each.waits()).toList();
        news.stream().filter(Entry::waits).forEach(each -> retries.waitBehind(transaction, each));
        if (free.isEmpty() || attempt(transaction, free) == null) {
            return;
        }
        Set<List<Object>> held = new HashSet<>();
        for (Entry each : free) {
            List<Object> line = each.line();
            if (line != null && held.contains(line)) {
                retries.waitBehind(transaction, each);
                continue;
            }
            Throwable failure = attempt(transaction, List.of(each));
            if (failure != null) {
                log.warn("{} could not handle event {}", name(), each.id(), failure);
                retries.failed(transaction, each, failure);
                if (line != null) {
                    held.add(line);
                }
            }
        }
    }

    /** Handles the entries within a savepoint; what went wrong is returned, and nothing of it stays. */
    private @Nullable Throwable attempt(DSLContext transaction, List<Entry> entries) {
        try {
            transaction.transaction(savepoint -> subscriber.handle(deliveries(entries), savepoint.dsl()));
            return null;
        } catch (RuntimeException | Error e) { // also an Error: one bad event must not end the lane of all others
            return e;
        }
    }

    private List<Delivery<? extends P>> deliveries(List<Entry> entries) {
        var deliveries = new ArrayList<Delivery<? extends P>>();
        for (Entry entry : entries) {
            EventKind<? extends P> kind = kinds.get(entry.kind());
            if (kind != null) { // else the subscriber has lost interest while the event waited
                deliveries.add(entry.delivery(kind));
            }
        }
        return deliveries;
    }
}
