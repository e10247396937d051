package hengke.kernel.query;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Changes of many rows at once that lock them in the order of their ids, as every write of records does. Left to the
 * planner, a set would lock them as they happen to lie, and two sets, or a set and a write, could wait in a circle.
 */
public final class InOrder {
    private static final Name LOCKED = DSL.name("locked");

    private InOrder() {}

    /** Locks the rows of a table that meet a condition; answers their ids. */
    public static List<Long> lock(DSLContext transaction, String table, Condition which) {
        return transaction.fetchValues(ids(table, which));
    }

    /** Writes the rows of a table that meet a condition, in one statement; answers how many. */
    public static int update(DSLContext transaction, String table, Map<? extends Field<?>, ?> values, Condition which) {
        Table<?> target = DSL.table(DSL.name(table));
        return transaction
                .with(LOCKED.as(ids(table, which)))
                .update(target)
                .set(values)
                .from(DSL.table(LOCKED))
                .where(id(DSL.name(table)).eq(id(LOCKED)))
                .execute();
    }

    private static Select<org.jooq.Record1<Long>> ids(String table, Condition which) {
        Field<Long> id = id(DSL.name(table));
        return DSL.select(id)
                .from(DSL.table(DSL.name(table)))
                .where(which)
                .orderBy(id)
                .forNoKeyUpdate();
    }

    private static Field<Long> id(Name table) {
        return DSL.field(DSL.name(table, DSL.name("id")), SQLDataType.BIGINT);
    }
}
