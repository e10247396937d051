package hengke.kernel.records;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deleted records can be restored for 30 days; then they are gone, their history stays. */
public final class RecycleBin {
    private static final int PART = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(RecycleBin.class);

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Clock clock;

    public RecycleBin(DSLContext database, LiveCatalog catalog, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Removes what has lain there too long, children before the records they point at. Safe to run twice. */
    public int empty(Duration kept) {
        Instant before = clock.instant().minus(kept);
        int removed = 0;
        boolean progress = true;
        while (progress) {
            progress = false;
            for (ObjectDefinition object : catalog.current().objects()) {
                int some = remove(object, before);
                removed += some;
                progress |= some > 0;
            }
        }
        return removed;
    }

    /** A part of one object's; none while something still points at one of them, which is then tried again tomorrow. */
    private int remove(ObjectDefinition object, Instant before) {
        try {
            return database.execute(
                    """
                    delete from {0} where id in (
                        select id from {0} where deleted_at < {1} order by deleted_at limit {2} for update skip locked)""", DSL.table(DSL.name(object.table())), DSL.val(before, SQLDataType.INSTANT), DSL.inline(PART));
        } catch (DataAccessException e) {
            LOG.info("{} in the recycle bin are still pointed at: {}", object.name(), e.getMessage());
            return 0;
        }
    }
}
