package hengke.capability.relation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses what would put a record above itself, or too deep; the binned ones count, because they come back. */
@Component
final class KeepTrees implements Rule {
    private static final int DEEPEST = 50;

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Tree.class);
    }

    @Override
    public void before(Batch batch) {
        Field<Long> above = Tree.of(batch.object()).orElseThrow().above();
        List<Edit> moved = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> edit.after().get(above) != null && edit.changes(above))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        lock(batch, moved);
        Map<Long, @Nullable Long> known = chains(batch, above, moved);
        moved.forEach(edit -> check(edit, above, known, batch.caller().unlimited()));
    }

    /** Two moves at once could close a circle of which neither sees more than its own half. */
    private static void lock(Batch batch, List<Edit> moved) {
        if (moved.stream().anyMatch(edit -> edit.action() == Action.UPDATE)) {
            batch.database()
                    .fetch(
                            "select pg_advisory_xact_lock(728, {0})",
                            DSL.val(batch.object().name().hashCode()));
        }
    }

    private static void check(Edit edit, Field<Long> above, Map<Long, @Nullable Long> known, boolean byProduct) {
        Long own = edit.before().get(SystemFields.ID);
        if (own != null && own.equals(edit.after().get(above)) && byProduct) {
            edit.set(above, null); // two were merged of which one stood above the other
            return;
        }
        int steps = 0;
        for (Long at = edit.after().get(above); at != null; at = known.get(at)) {
            if (at.equals(own)) {
                edit.refuse(above, Message.of("relation.underItself", above.label()));
                return;
            }
            if (++steps > DEEPEST) {
                edit.refuse(above, Message.of("relation.tooDeep", DEEPEST));
                return;
            }
        }
        if (own != null) {
            known.put(own, edit.after().get(above));
        }
    }

    /** What stands above each record on the ways up, as it is stored: one statement for each step. */
    private static Map<Long, @Nullable Long> chains(Batch batch, Field<Long> above, List<Edit> moved) {
        org.jooq.Field<Long> id = field(name(SystemFields.ID.column()), SQLDataType.BIGINT);
        org.jooq.Field<Long> up = field(name(above.column()), SQLDataType.BIGINT);
        Map<Long, @Nullable Long> known = new HashMap<>();
        Set<Long> next = new HashSet<>();
        moved.forEach(edit -> Optional.ofNullable(edit.after().get(above)).ifPresent(next::add));
        for (int step = 0; step <= DEEPEST && !next.isEmpty(); step++) {
            Set<Long> found = new HashSet<>();
            batch.database()
                    .select(id, up)
                    .from(table(name(batch.object().table())))
                    .where(id.eq(DSL.any(next.toArray(Long[]::new))))
                    .forEach(row -> {
                        known.put(row.value1(), row.value2());
                        if (row.value2() != null) {
                            found.add(row.value2());
                        }
                    });
            next.clear();
            found.stream().filter(each -> !known.containsKey(each)).forEach(next::add);
        }
        return known;
    }
}
