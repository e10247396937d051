package hengke.kernel.records;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Child;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Takes deleted records out of the database for good, with what lives within them, and says which files they had. */
record Binned(DSLContext transaction, Catalog catalog) {
    private static final org.jooq.Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Condition DELETED = DSL.field(DSL.name("deleted_at")).isNotNull();

    /**
     * @param rows how many went, those within others too
     * @param files what hung on them
     */
    record Gone(int rows, Set<Long> files) {}

    /** Throws where something that stays still points at one of them. */
    Gone remove(ObjectDefinition object, Collection<Long> ids) {
        Set<Long> files = new LinkedHashSet<>();
        return new Gone(remove(object, ids, files), files);
    }

    private int remove(ObjectDefinition object, Collection<Long> ids, Set<Long> files) {
        int rows = 0;
        for (Child child : catalog.children(object)) {
            if (child.within()) {
                List<Long> within = transaction
                        .select(ID)
                        .from(table(child.object()))
                        .where(pointing(object, child, ids))
                        .and(DELETED)
                        .fetch(ID);
                if (!within.isEmpty()) {
                    rows += remove(child.object(), within, files);
                }
            }
        }
        Condition these = ID.eq(DSL.any(ids.toArray(Long[]::new))).and(DELETED);
        for (org.jooq.Field<Long[]> column : fileColumns(object)) {
            transaction
                    .selectDistinct(DSL.field("unnest({0})", Long.class, column))
                    .from(table(object))
                    .where(these)
                    .forEach(found -> files.add(found.value1()));
        }
        return rows + transaction.deleteFrom(table(object)).where(these).execute();
    }

    private static Condition pointing(ObjectDefinition parent, Child child, Collection<Long> parents) {
        String column = child.reference().column();
        boolean link = child.reference().type() instanceof LinkType;
        Condition pointing = DSL.field(DSL.name(link ? column + "_id" : column), Long.class)
                .eq(DSL.any(parents.toArray(Long[]::new)));
        return link
                ? pointing.and(
                        DSL.field(DSL.name(column + "_object"), String.class).eq(parent.name()))
                : pointing;
    }

    /** Those of the files that hang on no record any more, not even on one in the recycle bin. */
    List<Long> unused(Collection<Long> files) {
        List<Long> unused = new ArrayList<>();
        for (Long file : files) {
            boolean hangs = catalog.objects().stream()
                    .anyMatch(object -> fileColumns(object).stream()
                            .anyMatch(column -> transaction.fetchExists(
                                    DSL.selectOne().from(table(object)).where(column.contains(new Long[] {file})))));
            if (!hangs) {
                unused.add(file);
            }
        }
        return unused;
    }

    private static List<org.jooq.Field<Long[]>> fileColumns(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> field.type() instanceof IdListType(IdListType.Files()))
                .map(Field::column)
                .map(column -> DSL.field(DSL.name(column), SQLDataType.BIGINT.array()))
                .toList();
    }

    private static Table<?> table(ObjectDefinition object) {
        return DSL.table(DSL.name(object.table()));
    }
}
