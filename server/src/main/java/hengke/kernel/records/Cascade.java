package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Child;
import hengke.kernel.metadata.type.LinkType;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What lives within a record goes into the recycle bin with it and comes out with it. */
final class Cascade {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Instant> DELETED_AT = field(name("deleted_at"), SQLDataType.INSTANT);

    private Cascade() {}

    static void follow(Catalog catalog, Batch batch) {
        List<Long> deleted = ids(batch, Action.DELETE);
        List<Long> restored = ids(batch, Action.RESTORE);
        if (deleted.isEmpty() && restored.isEmpty()) {
            return;
        }
        for (Child child : catalog.children(batch.object())) {
            if (child.within()) {
                delete(batch, child, deleted);
                restore(batch, child, restored);
            }
        }
    }

    private static List<Long> ids(Batch batch, Action action) {
        return batch.open().stream()
                .filter(edit -> edit.action() == action)
                .map(edit -> edit.after().id())
                .toList();
    }

    private static void delete(Batch batch, Child child, List<Long> parents) {
        if (!parents.isEmpty()) {
            List<Long> living =
                    fetch(batch.database(), child, of(batch, child, parents).and(DELETED_AT.isNull()));
            write(
                    batch,
                    child,
                    living.stream().map(id -> Draft.delete(id, null)).toList());
        }
    }

    /** Only those that went with their parent: what was deleted before stays deleted. */
    private static void restore(Batch batch, Child child, List<Long> parents) {
        for (long parent : parents) {
            Condition wentWithIt = DSL.condition(
                    """
                    exists (select 1 from record_change mine
                            where mine.object = {0} and mine.record_id = {1}.id and mine.action = 'delete'
                              and mine.operation_id = (select operation_id from record_change its
                                  where its.object = {2} and its.record_id = {3} and its.action = 'delete'
                                  order by its.id desc limit 1))""",
                    DSL.val(child.object().name()),
                    table(name(child.object().table())),
                    DSL.val(batch.object().name()),
                    DSL.val(parent));
            List<Long> binned = fetch(
                    batch.database(),
                    child,
                    of(batch, child, List.of(parent))
                            .and(DELETED_AT.isNotNull())
                            .and(wentWithIt));
            write(batch, child, binned.stream().map(Draft::restore).toList());
        }
    }

    private static void write(Batch batch, Child child, List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            batch.nested().write(child.object(), drafts);
        }
    }

    private static Condition of(Batch batch, Child child, List<Long> parents) {
        String column = child.reference().column();
        boolean link = child.reference().type() instanceof LinkType;
        Condition pointing =
                field(name(link ? column + "_id" : column), Long.class).in(parents);
        return link
                ? pointing.and(field(name(column + "_object"), String.class)
                        .eq(batch.object().name()))
                : pointing;
    }

    private static List<Long> fetch(DSLContext database, Child child, Condition condition) {
        return database.select(ID)
                .from(table(name(child.object().table())))
                .where(condition)
                .orderBy(ID)
                .fetch(ID);
    }
}
