package hengke.kernel.merging;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which records went into which others. */
public final class Merged {
    private static final Table<?> MERGED = table(name("merged_record"));
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> INTO = field(name("into_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation_id"), SQLDataType.BIGINT);

    private Merged() {}

    static void keep(DSLContext transaction, ObjectDefinition object, Collection<Long> merged, long into, long by) {
        var insert = transaction.insertInto(MERGED).columns(OBJECT, RECORD, INTO, OPERATION);
        for (long id : merged) {
            insert = insert.values(object.name(), id, into, by);
        }
        insert.onConflict(OBJECT, RECORD)
                .doUpdate()
                .set(INTO, into)
                .set(OPERATION, by)
                .execute();
    }

    /** Where this record went, however many times it was merged since. */
    public static Optional<Long> survivor(DSLContext database, ObjectDefinition object, long id) {
        return Optional.ofNullable(survivors(database, object, Set.of(id)).get(id));
    }

    /** Where these records went; those that went nowhere are not there. */
    public static Map<Long, Long> survivors(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        Map<Long, Long> survivors = new HashMap<>();
        Map<Long, Long> steps = steps(database, object, ids);
        while (!steps.isEmpty()) {
            survivors.replaceAll((_, at) -> steps.getOrDefault(at, at));
            steps.forEach(survivors::putIfAbsent);
            Set<Long> next = new HashSet<>(steps.values());
            steps.clear();
            steps.putAll(steps(database, object, next));
        }
        survivors.keySet().retainAll(new HashSet<>(ids));
        return survivors;
    }

    private static Map<Long, Long> steps(DSLContext database, ObjectDefinition object, Collection<Long> ids) {
        return new HashMap<>(database.select(RECORD, INTO)
                .from(MERGED)
                .where(OBJECT.eq(object.name()))
                .and(RECORD.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetchMap(RECORD, INTO));
    }

    /** The record and all that went into it, it first. */
    public static List<Long> story(DSLContext database, ObjectDefinition object, long id) {
        return database.fetch("""
                        with recursive its (id, depth) as (
                            select {0}::bigint, 0
                            union all
                            select record_id, depth + 1 from merged_record join its on into_id = its.id
                            where object = {1} and depth < 50)
                        select id from its order by depth, id""", DSL.val(id), DSL.val(object.name())).getValues(0, Long.class);
    }

    /** The records that are there again are themselves from now on. */
    static void forget(DSLContext transaction, ObjectDefinition object, Collection<Long> restored) {
        transaction
                .deleteFrom(MERGED)
                .where(OBJECT.eq(object.name()))
                .and(RECORD.eq(DSL.any(restored.toArray(Long[]::new))))
                .execute();
    }
}
