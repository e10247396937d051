package hengke.kernel.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Something the company has configured, read once and kept until it changes. Every node looks for a newer one at least
 * every few seconds, and at once when told.
 *
 * @param <T> an immutable value
 */
public final class LiveValue<T> implements Broadcast.Listener {
    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final String name;
    private final DSLContext database;
    private final Clock clock;
    private final Function<DSLContext, T> read;
    private volatile @Nullable Seen<T> seen;

    /** What was read, and until when it is taken for the newest without a look. */
    private record Seen<T>(long version, T value, Instant trustedUntil) {}

    /**
     * @param name of the value, and of the channel on which nodes are told
     * @param read reads it as a transaction sees it
     */
    public LiveValue(String name, DSLContext database, Clock clock, Broadcast broadcast, Function<DSLContext, T> read) {
        this.name = name;
        this.database = database;
        this.clock = clock;
        this.read = read;
        broadcast.listen(name, this);
    }

    /** As this node knows it. */
    public T get() {
        Seen<T> last = seen;
        return last != null && clock.instant().isBefore(last.trustedUntil) ? last.value : refresh();
    }

    /** Looks for a newer one now. The version is read first: should it change in between, the next look finds a higher. */
    public T refresh() {
        Instant now = clock.instant();
        long version = database.fetchOptional("select version from live_version where name = ?", name)
                .map(row -> row.get(0, Long.class))
                .orElse(0L);
        Seen<T> last = seen;
        T value = last != null && last.version == version ? last.value : read.apply(database);
        seen = new Seen<>(version, value, now.plus(TRUSTED));
        return value;
    }

    /** As this transaction sees it. */
    public T within(DSLContext transaction) {
        return read.apply(transaction);
    }

    /**
     * Says within a transaction, before anything is written, that it changes: changes come one after the other, and on
     * commit every node looks again.
     */
    public void change(DSLContext transaction) {
        transaction.execute("""
                insert into live_version (name, version) values (?, 1)
                on conflict (name) do update set version = live_version.version + 1
                """, name);
        Broadcast.send(transaction, name, "changed");
    }

    @Override
    public void heard(String message) {
        mayHaveMissed();
    }

    @Override
    public void mayHaveMissed() {
        Seen<T> last = seen;
        if (last != null) {
            seen = new Seen<>(last.version, last.value, Instant.MIN);
        }
    }
}
