package hengke.kernel.query;

import hengke.kernel.metadata.SystemFields;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a list: the keys asked for, then the id in the direction of the last key, so that one index serves
 * both.
 *
 * @param keys without the id
 */
record PageOrder(List<SortKey> keys, boolean idDescending) {
    private static final SortKey NEWEST = new SortKey(SystemFields.UPDATED_AT, true);
    /** Begins with an underscore, as no column does. */
    private static final String ID = "_id";

    /** The last record of the page before. */
    record Position(List<@Nullable Object> values, long id) {}

    static PageOrder of(List<SortKey> asked) {
        List<SortKey> keys = asked.isEmpty() ? List.of(NEWEST) : asked;
        List<SortKey> needed = new ArrayList<>();
        for (SortKey key : keys) {
            if (key.field().equals(SystemFields.ID)) {
                return new PageOrder(List.copyOf(needed), key.descending());
            }
            needed.add(key);
        }
        return new PageOrder(List.copyOf(needed), keys.getLast().descending());
    }

    /** Newest first, the order for which indexes on people are made. */
    boolean newestFirst() {
        return keys.equals(List.of(NEWEST)) && idDescending;
    }

    /** The compared values and the id, as a select list. */
    List<SelectField<?>> select(Alias row) {
        List<SelectField<?>> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(keys.get(i).compared(row).as(name(i)));
        }
        columns.add(row.id().as(ID));
        return columns;
    }

    /** The same columns of a derived table. */
    List<SelectField<?>> select(String table) {
        List<SelectField<?>> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            columns.add(DSL.field(DSL.name(table, name(i)), keys.get(i).type()));
        }
        columns.add(id(table));
        return columns;
    }

    static org.jooq.Field<Long> id(String table) {
        return DSL.field(DSL.name(table, ID), Long.class);
    }

    /** The order by the names of the select list. */
    List<SortField<?>> by() {
        return by(true);
    }

    /**
     * The order within one of the {@link #beginnings}: where absent values are not mixed with others, they need no place
     * of their own, and an ascending index also serves the descending order.
     */
    List<SortField<?>> byWithin() {
        return by(!apart());
    }

    private List<SortField<?>> by(boolean mixed) {
        List<SortField<?>> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            org.jooq.Field<?> column = DSL.field(DSL.name(name(i)));
            SortField<?> direction = keys.get(i).descending() ? column.desc() : column.asc();
            order.add(mixed && keys.get(i).canBeAbsent() ? direction.nullsLast() : direction);
        }
        org.jooq.Field<?> id = DSL.field(DSL.name(ID));
        order.add(idDescending ? id.desc() : id.asc());
        return order;
    }

    /** What the first page is looked for in: alternatives that exclude each other, each along an index. */
    List<Condition> beginnings(Alias row) {
        if (!apart()) {
            return List.of(DSL.noCondition());
        }
        org.jooq.Field<Object> column = keys.getFirst().compared(row);
        return List.of(column.isNotNull(), column.isNull());
    }

    /** Are the records without a value read apart from the others? */
    private boolean apart() {
        return keys.size() == 1
                && keys.getFirst().descending()
                && idDescending
                && keys.getFirst().canBeAbsent()
                && Indexes.sorted(keys.getFirst().field());
    }

    /** What comes after a position: alternatives that exclude each other, each to be found along an index. */
    List<Condition> after(Position position, Alias row) {
        if (keys.isEmpty()) {
            return List.of(idAfter(position, row));
        }
        if (keys.size() == 1 && keys.getFirst().descending() == idDescending) {
            return afterOne(keys.getFirst(), position.values().getFirst(), position, row);
        }
        List<Condition> alternatives = new ArrayList<>();
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            org.jooq.Field<Object> column = keys.get(i).compared(row);
            Object value = position.values().get(i);
            if (value != null) {
                Condition later = keys.get(i).descending() ? column.lt(value) : column.gt(value);
                alternatives.add(DSL.and(same).and(later.or(column.isNull())));
            }
            same.add(value == null ? column.isNull() : column.eq(value));
        }
        alternatives.add(DSL.and(same).and(idAfter(position, row)));
        return List.of(DSL.or(alternatives));
    }

    private List<Condition> afterOne(SortKey key, @Nullable Object value, Position position, Alias row) {
        org.jooq.Field<Object> column = key.compared(row);
        if (value == null) {
            return List.of(column.isNull().and(idAfter(position, row)));
        }
        var here = DSL.row(column, row.id());
        var there = DSL.row(value, position.id());
        Condition later = key.descending() ? here.lt(there) : here.gt(there);
        return key.canBeAbsent() ? List.of(later, column.isNull()) : List.of(later);
    }

    private Condition idAfter(Position position, Alias row) {
        return idDescending ? row.id().lt(position.id()) : row.id().gt(position.id());
    }

    /** What the cursor must agree with. */
    String signature(String object) {
        StringBuilder signature = new StringBuilder(object);
        keys.forEach(key -> signature.append(key.descending() ? " -" : " +").append(key.field()));
        return signature.append(idDescending ? " -id" : " +id").toString();
    }

    private static String name(int index) {
        return "_" + index;
    }
}
