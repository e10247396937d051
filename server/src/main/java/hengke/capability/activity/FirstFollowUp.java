package hengke.capability.activity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** When somebody was first in touch about a record since a moment, notes among colleagues apart. */
public final class FirstFollowUp {
    private FirstFollowUp() {}

    /**
     * By record; those that nobody has followed up are left out. People write down times to the minute, so that the
     * minute of the moment itself counts.
     */
    public static Map<Long, Instant> since(DSLContext database, ObjectDefinition object, Map<Long, Instant> since) {
        Map<Long, Instant> first = new HashMap<>();
        if (since.isEmpty()) {
            return first;
        }
        org.jooq.Field<Long> about = field(name("about_id"), SQLDataType.BIGINT);
        org.jooq.Field<Instant> at = field(name("at"), SQLDataType.INSTANT);
        database.select(about, at)
                .from(table(name("activity")))
                .where(field(name("about_object"), SQLDataType.CLOB).eq(object.name()))
                .and(about.eq(DSL.any(since.keySet().toArray(Long[]::new))))
                .and(at.ge(Collections.min(since.values()).truncatedTo(ChronoUnit.MINUTES)))
                .and(field(name("kind")).isDistinctFrom(DSL.inline(Activity.NOTE)))
                .and(field(name("deleted_at")).isNull())
                .orderBy(at)
                .forEach(found -> {
                    Instant from = since.get(found.value1());
                    if (from != null && !found.value2().isBefore(from.truncatedTo(ChronoUnit.MINUTES))) {
                        first.putIfAbsent(found.value1(), found.value2().isBefore(from) ? from : found.value2());
                    }
                });
        return first;
    }
}
