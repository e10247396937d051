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
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A keyword as a condition on an object's records.
 *
 * @param visible the searched fields the asker may read; nothing is found by any other
 */
public record RecordSearch(ObjectDefinition object, SearchQuery query, List<Field<?>> visible) {
    private static final org.jooq.Field<Long> RECORD = field(name("s", "record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> TITLE = field(name("s", "title"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> BODY = field(name("s", "body"), SQLDataType.CLOB);
    private static final org.jooq.Field<String[]> GRAMS = field(name("s", "grams"), SQLDataType.CLOB.array());

    public RecordSearch {
        visible = List.copyOf(visible);
    }

    /** By the searched fields that this person may read in clear. */
    public static RecordSearch by(Access access, Actor actor, ObjectDefinition object, String text) {
        return new RecordSearch(
                object,
                SearchQuery.parse(text),
                SearchDocuments.searched(object).stream()
                        .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                        .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                        .toList());
    }

    /** Narrows a selection to what is found; a keyword without anything in it finds nothing. */
    public Selection narrow(Selection selection) {
        return isEmpty() ? selection.where(Criterion.NEVER) : selection.narrowed(matching());
    }

    /** Nothing can be found: nothing was typed, or nothing may be read. */
    public boolean isEmpty() {
        return query.isEmpty() || visible.isEmpty();
    }

    /** Every record that matches. */
    public Selection.Narrowing matching() {
        return row -> found(row, object, having(query.grams()).and(verified(row)));
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
        return row.id()
                .in(DSL.select(RECORD)
                        .from(table(name(SearchTable.name(object))).as("s"))
                        .where(condition));
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

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
