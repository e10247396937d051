package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What lives within a record and belonged to its owner changes hands with it, so that nobody keeps the contacts of a
 * customer that went back to the pool.
 */
@Component
@Order(51)
final class ChildrenFollow implements Rule {
    private final LivePools pools;
    private final LiveCatalog catalog;

    ChildrenFollow(LivePools pools, LiveCatalog catalog) {
        this.pools = pools;
        this.catalog = catalog;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Pooled.class)
                && object.has(Owned.class)
                && !pools.of(object).isEmpty();
    }

    @Override
    public void after(Batch batch) {
        Map<Long, Edit> handed = new HashMap<>();
        batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.changes(Owned.OWNER))
                .forEach(edit -> handed.put(edit.after().id(), edit));
        if (handed.isEmpty()) {
            return;
        }
        for (Catalog.Child child : catalog.current().children(batch.object())) {
            if (child.within() && child.object().has(Owned.class)) {
                List<Draft> drafts = drafts(batch, child, handed);
                if (!drafts.isEmpty()) {
                    batch.nested().write(child.object(), drafts);
                }
            }
        }
    }

    private static List<Draft> drafts(Batch batch, Catalog.Child child, Map<Long, Edit> handed) {
        Alias row = Alias.of(child.object());
        org.jooq.Field<Long> parent = row.column(child.reference()).coerce(Long.class);
        List<Draft> drafts = new ArrayList<>();
        for (Record3<Long, Long, Long> found : batch.database()
                .select(row.id(), parent, row.column(Owned.OWNER).coerce(Long.class))
                .from(row.table())
                .where(parent.eq(DSL.any(handed.keySet().toArray(Long[]::new))), row.living())
                .orderBy(row.id())
                .fetch()) {
            Edit edit = Objects.requireNonNull(handed.get(found.value2()));
            if (Objects.equals(edit.before().get(Owned.OWNER), found.value3())) {
                Map<Field<?>, @Nullable Object> values = new HashMap<>();
                values.put(Owned.OWNER, edit.after().get(Owned.OWNER));
                drafts.add(Draft.update(found.value1(), null, values));
            }
        }
        return drafts;
    }
}
