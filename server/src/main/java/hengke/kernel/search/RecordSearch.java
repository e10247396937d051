package hengke.kernel.search;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Selection;
import hengke.kernel.schema.SearchTable;
import hengke.kernel.text.SearchQuery;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A keyword as a condition on an object's records.
 *
 * @param visible the searched fields the asker may read; nothing is found by any other
 * @param before the records that were called so once, each with that name; none for whoever may not read names
 */
public record RecordSearch(
        ObjectDefinition object, SearchQuery query, List<Field<?>> visible, Map<Long, String> before) {
    private static final org.jooq.Field<Long> RECORD = field(name("s", "record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> TITLE = field(name("s", "title"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> BODY = field(name("s", "body"), SQLDataType.CLOB);
    private static final org.jooq.Field<String[]> GRAMS = field(name("s", "grams"), SQLDataType.CLOB.array());

    public RecordSearch {
        visible = List.copyOf(visible);
        before = Map.copyOf(before);
    }

    /** By the searched fields that this person may read in clear. */
    public static RecordSearch by(
            DSLContext database, Access access, Actor actor, ObjectDefinition object, String text) {
        SearchQuery query = SearchQuery.parse(text);
        List<Field<?>> visible = SearchDocuments.searched(object).stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                .toList();
        boolean named = visible.stream().anyMatch(each -> each.equals(object.title()) && each.cover() == null);
        return new RecordSearch(object, query, visible, named ? NamesBefore.of(database, object, query) : Map.of());
    }

    /** Narrows a selection to what is found; a keyword without anything in it finds nothing. */
    public Selection narrow(Selection selection) {
        return isEmpty() ? selection.where(Criterion.NEVER) : selection.narrowed(matching());
    }

    /** Nothing can be found: nothing was typed, or nothing may be read. */
    public boolean isEmpty() {
        return query.isEmpty() || visible.isEmpty();
    }

    /** Every record that matches, by what it holds now or by a name it had before. */
    public Selection.Narrowing matching() {
        return row -> before.isEmpty()
                ? found(row, object, having(query.grams()).and(verified(row)))
                : row.id()
                        .in(documents(object, having(query.grams()).and(verified(row)))
                                .union(DSL.select(field("unnest({0})", SQLDataType.BIGINT, formerly()))));
    }

    private org.jooq.Field<Long[]> formerly() {
        return DSL.val(before.keySet().toArray(Long[]::new), SQLDataType.BIGINT.array());
    }

    /** Records whose title is, or begins with, what was typed; few enough to be shown first whatever their age. */
    public Selection.Narrowing titled() {
        return row -> found(row, object, TITLE.like(escaped(query.exact()) + "%"));
    }

    /** Can titles be searched alone? */
    public boolean titleVisible() {
        return visible.contains(object.title());
    }

    static Condition having(List<String> grams) {
        return GRAMS.contains(grams.toArray(String[]::new));
    }

    static Condition found(Alias row, ObjectDefinition object, Condition condition) {
        return row.id().in(documents(object, condition));
    }

    private static Select<Record1<Long>> documents(ObjectDefinition object, Condition condition) {
        return DSL.select(RECORD)
                .from(table(name(SearchTable.name(object))).as("s"))
                .where(condition);
    }

    /** Grams may meet by chance; the text itself decides. Who may not read all of it is judged by what he may read. */
    private Condition verified(Alias row) {
        boolean all = visible.containsAll(SearchDocuments.searched(object))
                && visible.stream().allMatch(each -> each.cover() == null);
        return query.needles().stream()
                .map(needle -> all ? BODY.like("%" + escaped(needle) + "%") : readable(row, needle.strip()))
                .reduce(DSL.trueCondition(), Condition::and);
    }

    private Condition readable(Alias row, String needle) {
        return visible.stream()
                .<Condition>map(each -> DSL.condition(
                        "regexp_replace(lower({0}), '\\s', '', 'g') like {1}",
                        row.column(each), DSL.val("%" + escaped(needle) + "%")))
                .reduce(DSL.falseCondition(), Condition::or);
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
