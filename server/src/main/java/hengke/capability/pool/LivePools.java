package hengke.capability.pool;

import hengke.kernel.events.Broadcast;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The pools in force. Every node looks for newer ones at least every few seconds, and at once when told. */
@Component
public final class LivePools implements Broadcast.Listener {
    static final String CHANNEL = "pools";

    private static final Duration TRUSTED = Duration.ofSeconds(2);

    private final DSLContext database;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    /** What was read, and until when it is taken for the newest without a look. */
    private record Seen(long version, List<PoolDefinition> pools, Instant trustedUntil) {}

    LivePools(DSLContext database, Clock clock, Broadcast broadcast) {
        this.database = database;
        this.clock = clock;
        broadcast.listen(CHANNEL, this);
    }

    /** All of them, in the order in which they were made. */
    public List<PoolDefinition> all() {
        Seen last = seen;
        if (last != null && clock.instant().isBefore(last.trustedUntil)) {
            return last.pools;
        }
        return refresh();
    }

    public List<PoolDefinition> of(ObjectDefinition object) {
        return all().stream()
                .filter(pool -> pool.object().equals(object.name()))
                .toList();
    }

    public Optional<PoolDefinition> find(@Nullable Long id) {
        return all().stream().filter(pool -> id != null && pool.id() == id).findFirst();
    }

    /** The one that a record of the object belongs to when it names none. */
    public Optional<PoolDefinition> standard(ObjectDefinition object) {
        return of(object).stream().filter(PoolDefinition::standard).findFirst();
    }

    /** The pool a record waits in, or goes back to. */
    public Optional<PoolDefinition> belonging(ObjectDefinition object, @Nullable Long pool) {
        return pool == null ? standard(object) : find(pool);
    }

    /** The version is read first: should something change in between, the next look finds a higher one. */
    List<PoolDefinition> refresh() {
        long version = database.fetchSingle("select version from pool_version").get(0, Long.class);
        Seen last = seen;
        List<PoolDefinition> pools = last != null && last.version == version ? last.pools : read(database);
        seen = new Seen(version, pools, clock.instant().plus(TRUSTED));
        return pools;
    }

    /** As this transaction sees them. */
    static List<PoolDefinition> read(DSLContext within) {
        return within.fetch("""
                        select pool_id, name, definition, d.version
                        from pool_definition d join pool on pool.id = d.pool_id
                        where deleted_at is null order by pool_id
                        """)
                .map(row -> JsonMapper.shared()
                        .readValue(row.get("definition", JSONB.class).data(), PoolDefinition.class)
                        .as(
                                row.get("pool_id", Long.class),
                                row.get("name", String.class),
                                row.get("version", Long.class)));
    }

    @Override
    public void heard(String message) {
        mayHaveMissed();
    }

    @Override
    public void mayHaveMissed() {
        Seen last = seen;
        if (last != null) {
            seen = new Seen(last.version, last.pools, Instant.MIN);
        }
    }
}
