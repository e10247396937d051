package hengke.kernel.merging;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whoever points at a merged record means the survivor: a form that was open meanwhile, another system that knows the
 * old number, a record that comes out of the recycle bin. The target is held until the end of the transaction, so that
 * it cannot be merged between the question and the writing.
 */
final class FollowMerged implements Rule {
    private final LiveCatalog catalog;

    FollowMerged(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return true;
    }

    @Override
    public void before(Batch batch) {
        Pointers.from(catalog.current(), batch.object()).forEach(pointers -> follow(batch, pointers));
    }

    private static void follow(Batch batch, Pointers pointers) {
        Map<Edit, Set<Long>> wanted = new HashMap<>();
        for (Edit edit : batch.open()) {
            if (edit.action() != Action.DELETE && (edit.action() == Action.RESTORE || edit.changes(pointers.field()))) {
                Set<Long> ids = pointers.ids(edit.after().get(pointers.field()));
                if (!ids.isEmpty()) {
                    wanted.put(edit, ids);
                }
            }
        }
        Set<Long> gone = held(
                batch.database(),
                pointers.target(),
                wanted.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
        gone.removeAll(comingBack(batch, pointers.target()));
        if (!gone.isEmpty()) {
            Map<Long, Long> survivors = Merged.survivors(batch.database(), pointers.target(), gone);
            wanted.keySet()
                    .forEach(edit -> survivors.forEach((merged, into) -> lead(edit, pointers, Set.of(merged), into)));
        }
    }

    @SuppressWarnings("unchecked") // a led value is of the field's own type
    private static void lead(Edit edit, Pointers pointers, Set<Long> merged, long into) {
        Field<Object> field = (Field<Object>) pointers.field();
        Object value = edit.after().get(field);
        if (value != null) {
            edit.set(field, pointers.led(value, merged, into));
        }
    }

    /** Those of the records that lie in the recycle bin. */
    private static Set<Long> held(DSLContext database, ObjectDefinition target, Set<Long> ids) {
        if (ids.isEmpty()) {
            return new HashSet<>();
        }
        org.jooq.Field<Long> id = field(name("id"), SQLDataType.BIGINT);
        org.jooq.Field<Boolean> gone = field("deleted_at is not null", SQLDataType.BOOLEAN);
        return database
                .select(id, gone)
                .from(table(name(target.table())))
                .where(id.eq(DSL.any(ids.toArray(Long[]::new))))
                .orderBy(id)
                .forKeyShare()
                .fetch()
                .stream()
                .filter(found -> found.value2())
                .map(found -> found.value1())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Records that this batch itself takes out of the recycle bin. */
    private static Set<Long> comingBack(Batch batch, ObjectDefinition target) {
        return target.name().equals(batch.object().name())
                ? batch.open().stream()
                        .filter(edit -> edit.action() == Action.RESTORE)
                        .map(edit -> edit.before().id())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What is taken out of the recycle bin is itself again. */
    @Override
    public void after(Batch batch) {
        List<Long> restored = batch.open().stream()
                .filter(edit -> edit.action() == Action.RESTORE)
                .map(edit -> edit.after().need(SystemFields.ID))
                .toList();
        if (!restored.isEmpty()) {
            Merged.forget(batch.database(), batch.object(), restored);
        }
    }
}
