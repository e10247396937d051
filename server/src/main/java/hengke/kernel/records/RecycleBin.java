package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.audit.AdministrationLog.Subject;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Deleted records can be restored for some time; then they are gone, or before at an administrator's wish. */
public final class RecycleBin {
    private static final Set<String> STILL_POINTED_AT = Set.of("23503", "23001");
    private static final int PART = 500;
    private static final Logger LOG = LoggerFactory.getLogger(RecycleBin.class);

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final LongConsumer files;
    private final Clock clock;

    /** @param files removes the file of an id */
    public RecycleBin(DSLContext database, LiveCatalog catalog, LongConsumer files, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Removes deleted records for good, each by itself, and says so in the administration log. Whoever calls has made
     * sure that the person may.
     *
     * @param titles what the records are called, by id; those that are not in the recycle bin count for nothing
     * @return the ids that something else still points at
     */
    public List<Long> purge(Actor by, ObjectDefinition object, Map<Long, String> titles) {
        List<Long> held = new ArrayList<>();
        titles.forEach((id, title) -> {
            Optional<Integer> gone = remove(
                    object,
                    List.of(id),
                    transaction -> AdministrationLog.record(
                            transaction,
                            by,
                            clock.instant(),
                            new Subject("record", id, title),
                            JsonMapper.shared().createObjectNode().put("object", object.name()),
                            null));
            if (gone.isEmpty()) {
                held.add(id);
            }
        });
        return held;
    }

    /** Removes what has lain there too long, again as long as that sets others free. Safe to run on several nodes. */
    public int empty(Duration kept) {
        Instant old = clock.instant().minus(kept);
        int removed = 0;
        int before;
        do {
            before = removed;
            for (ObjectDefinition object : catalog.current().objects()) {
                removed += removeOld(object, old);
            }
        } while (removed > before);
        return removed;
    }

    private int removeOld(ObjectDefinition object, Instant old) {
        int removed = 0;
        long last = 0;
        while (true) {
            List<Long> ids = database.fetch(
                            """
                            select id from {0} where deleted_at < {1} and id > {2} order by id limit {3}""",
                            DSL.table(DSL.name(object.table())),
                            DSL.val(old, SQLDataType.INSTANT),
                            DSL.val(last),
                            DSL.inline(PART))
                    .getValues(0, Long.class);
            if (ids.isEmpty()) {
                return removed;
            }
            removed += removeOrHalve(object, ids);
            last = ids.getLast();
        }
    }

    /** One that something still points at holds up no other. */
    private int removeOrHalve(ObjectDefinition object, List<Long> ids) {
        Optional<Integer> removed = remove(object, ids, _ -> {});
        if (removed.isPresent()) {
            return removed.get();
        }
        if (ids.size() == 1) {
            LOG.info("{} {} in the recycle bin is still pointed at", object.name(), ids.getFirst());
            return 0;
        }
        int half = ids.size() / 2;
        return removeOrHalve(object, ids.subList(0, half)) + removeOrHalve(object, ids.subList(half, ids.size()));
    }

    /** How many went; nothing when something that stays points at one of them, and then nothing has happened. */
    private Optional<Integer> remove(ObjectDefinition object, List<Long> ids, Consumer<DSLContext> note) {
        try {
            return Optional.of(database.transactionResult(configuration -> {
                Binned binned = new Binned(configuration.dsl(), catalog.current());
                Binned.Gone gone = binned.remove(object, ids);
                note.accept(configuration.dsl());
                removeUnused(binned, gone.files());
                return gone.rows();
            }));
        } catch (RuntimeException e) {
            if (stillPointedAt(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Removes those of the files that hang on no record any more, not even on one in the recycle bin. */
    public void removeUnused(DSLContext transaction, Collection<Long> kept) {
        removeUnused(new Binned(transaction, catalog.current()), kept);
    }

    private void removeUnused(Binned binned, Collection<Long> kept) {
        binned.unused(kept).forEach(files::accept);
    }

    /** Whoever translates the database's exceptions, the cause is its own. */
    private static boolean stillPointedAt(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return STILL_POINTED_AT.contains(String.valueOf(said.getSQLState()));
            }
        }
        return false;
    }
}
