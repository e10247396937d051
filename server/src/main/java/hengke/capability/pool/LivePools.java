package hengke.capability.pool;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The pools in force. Every node looks for newer ones at least every few seconds, and at once when told. */
@Component
public final class LivePools {
    private final LiveValue<List<PoolDefinition>> live;

    LivePools(DSLContext database, Clock clock, Broadcast broadcast) {
        live = new LiveValue<>("pools", database, clock, broadcast, LivePools::read);
    }

    /** All of them, in the order in which they were made. */
    public List<PoolDefinition> all() {
        return live.get();
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

    /** Looks for newer ones now. */
    void refresh() {
        live.refresh();
    }

    /** Says within a transaction that they change. */
    void change(DSLContext within) {
        live.change(within);
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
}
