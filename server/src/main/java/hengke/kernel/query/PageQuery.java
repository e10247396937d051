package hengke.kernel.query;

import hengke.kernel.metadata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that reads a page: the top of each reason to see a record, each along its own index, merged. Never
 * an "or" over several tables, for which the planner has no index at all.
 */
final class PageQuery {
    private final Selection selection;
    private final Alias row;
    private final PageOrder order;
    private final RowReader reader;
    private final Visible visible;
    /** One more than shown tells whether there is a next page. */
    private final int limit;

    /** A row and where it stands in the order. */
    record Found(Row row, PageOrder.Position position) {}

    PageQuery(Selection selection) {
        this.selection = selection;
        this.row = Alias.of(selection.object());
        this.order = PageOrder.of(selection.sort());
        this.reader = new RowReader(selection.fields());
        this.visible = new Visible(selection, row);
        this.limit = selection.limit() + 1;
    }

    /** Empty when nothing can be found. */
    Optional<Select<Record>> select() {
        String cursor = selection.after();
        List<Condition> beginnings = cursor == null ? List.of(DSL.noCondition()) : order.after(position(cursor), row);
        List<Criterion> alternatives = visible.alternatives();
        if (alternatives.size() == 1 && beginnings.size() == 1 && !inLateral(alternatives.getFirst())) {
            return Optional.of(direct(alternatives.getFirst(), beginnings.getFirst()));
        }
        List<Select<Record>> tops = new ArrayList<>();
        for (Criterion alternative : alternatives) {
            beginnings.forEach(beginning -> tops.add(top(alternative, beginning)));
        }
        return tops.stream().reduce(Select::union).map(this::merged);
    }

    Found read(Record record) {
        int keys = order.keys().size();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            values.add(record.get(i));
        }
        Row found = reader.read(record, keys + 1);
        return new Found(found, new PageOrder.Position(values, found.id()));
    }

    String cursor(Found last) {
        return Cursor.write(order, selection.object().name(), last.position());
    }

    private PageOrder.Position position(String cursor) {
        return Cursor.read(cursor, order, selection.object().name());
    }

    private Select<Record> direct(Criterion criterion, Condition beginning) {
        List<SelectField<?>> columns = new ArrayList<>(order.select(row));
        columns.addAll(reader.columns(row));
        return DSL.select(columns)
                .from(row.table())
                .where(visible.condition(criterion).and(beginning))
                .orderBy(order.by())
                .limit(DSL.inline(limit));
    }

    private Select<Record> top(Criterion criterion, Condition beginning) {
        return fewPeople(criterion)
                .map(few -> topOfEach(few, beginning))
                .orElseGet(() -> DSL.select(order.select(row))
                        .from(row.table())
                        .where(visible.condition(criterion).and(beginning))
                        .orderBy(order.by())
                        .limit(DSL.inline(limit)));
    }

    private Select<Record> topOfEach(Visible.FewPeople few, Condition beginning) {
        org.jooq.Field<Object> column = CheckSql.typed(row.column(few.field()));
        org.jooq.Field<Object[]> people = CheckSql.array(few.people(), column);
        Table<?> each = DSL.unnest(people).as("each", "person");
        org.jooq.Field<Object> person = DSL.field(DSL.name("each", "person"), column.getDataType());
        Table<?> newest = DSL.select(order.select(row))
                .from(row.table())
                .where(column.eq(person), visible.condition(few.rest()), beginning)
                .orderBy(order.by())
                .limit(DSL.inline(limit))
                .asTable("newest");
        return DSL.select(order.select("newest"))
                .from(each)
                .crossJoin(DSL.lateral(newest))
                .orderBy(order.by())
                .limit(DSL.inline(limit));
    }

    private boolean inLateral(Criterion criterion) {
        return fewPeople(criterion).isPresent();
    }

    private Optional<Visible.FewPeople> fewPeople(Criterion criterion) {
        return order.newestFirst() ? Visible.fewPeople(criterion) : Optional.empty();
    }

    /** Only the rows of the page itself are read whole. */
    private Select<Record> merged(Select<Record> tops) {
        Table<Record> page = DSL.select(order.select("top"))
                .from(tops.asTable("top"))
                .orderBy(order.by())
                .limit(DSL.inline(limit))
                .asTable("page");
        List<SelectField<?>> columns = new ArrayList<>(order.select("page"));
        columns.addAll(reader.columns(row));
        return DSL.select(columns)
                .from(page)
                .join(row.table())
                .on(row.id().eq(PageOrder.id("page")))
                .orderBy(order.by());
    }
}
