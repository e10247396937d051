package hengke.kernel.query;

import hengke.kernel.metadata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectOrderByStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that reads a page: the top of each reason to see a record, each along its own index, merged. Never
 * an "or" over several tables, for which the planner has no index at all.
 */
final class PageQuery {
    private static final String PART = "_part";
    private static final int ALONE = -1;

    private final Selection selection;
    private final Alias row;
    private final PageOrder order;
    private final RowReader reader;
    private final Visible visible;
    /** One more than shown tells whether there is a next page. */
    private final int limit;
    /** Which of several pages that are read in one statement, or {@link #ALONE}. */
    private final int part;

    /** A row, where it stands in the order, and of which page. */
    record Found(Row row, PageOrder.Position position, int part) {}

    PageQuery(Selection selection) {
        this(selection, ALONE);
    }

    private PageQuery(Selection selection, int part) {
        this.part = part;
        this.selection = selection;
        this.row = Alias.of(selection.object());
        this.order = PageOrder.of(selection.sort());
        this.reader = new RowReader(selection.fields(), selection.marks());
        this.visible = new Visible(selection, row);
        this.limit = selection.limit() + 1;
    }

    /** Of questions that differ only in what they look for. */
    static List<PageQuery> all(List<Selection> alike) {
        return IntStream.range(0, alike.size())
                .mapToObj(part -> new PageQuery(alike.get(part), part))
                .toList();
    }

    /** All their pages in one statement. */
    static Optional<Select<Record>> together(List<PageQuery> queries) {
        List<Select<Record>> selects =
                queries.stream().flatMap(query -> query.select().stream()).toList();
        if (selects.size() < 2) {
            return selects.stream().findFirst();
        }
        Select<Record> all = selects.stream().reduce(Select::unionAll).orElseThrow();
        List<SortField<?>> order =
                new ArrayList<>(List.of(DSL.field(DSL.name(PART)).asc()));
        order.addAll(queries.getFirst().order.by());
        // what jOOQ makes of a union can be ordered, though its type does not say so
        return Optional.of(((SelectOrderByStep<Record>) all).orderBy(order));
    }

    /** Empty when nothing can be found. */
    Optional<Select<Record>> select() {
        String cursor = selection.after();
        List<Condition> beginnings = cursor == null ? order.beginnings(row) : order.after(position(cursor), row);
        List<Shape> shapes = visible.alternatives().stream().map(this::shape).toList();
        if (shapes.size() == 1
                && beginnings.size() == 1
                && shapes.getFirst() instanceof Shape.Plain(Criterion criterion)) {
            return Optional.of(direct(criterion, beginnings.getFirst()));
        }
        Tops tops = new Tops(visible, row, order, limit);
        shapes.forEach(shape -> beginnings.forEach(beginning -> tops.add(shape, beginning)));
        return tops.selects().stream().reduce(Select::union).map(all -> merged(all, tops.parents()));
    }

    /** Indexes on values and parents have the newest first; a search looks at its findings only. */
    private Shape shape(Criterion criterion) {
        return order.newestFirst() && selection.narrowing() == null ? Shape.of(criterion) : new Shape.Plain(criterion);
    }

    Found read(Record record) {
        int keys = order.keys().size();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            values.add(record.get(i));
        }
        Row found = reader.read(record, part == ALONE ? keys + 1 : keys + 2);
        int of = part == ALONE ? ALONE : record.get(keys + 1, Integer.class);
        return new Found(found, new PageOrder.Position(values, found.id()), of);
    }

    String cursor(Found last) {
        return Cursor.write(order, selection.object().name(), last.position());
    }

    private PageOrder.Position position(String cursor) {
        return Cursor.read(cursor, order, selection.object().name());
    }

    private Select<Record> direct(Criterion criterion, Condition beginning) {
        return DSL.select(columns(order.select(row)))
                .from(row.table())
                .where(visible.condition(criterion).and(beginning))
                .orderBy(order.byWithin())
                .limit(DSL.inline(limit));
    }

    private List<SelectField<?>> columns(List<SelectField<?>> place) {
        List<SelectField<?>> columns = new ArrayList<>(place);
        if (part != ALONE) {
            columns.add(DSL.inline(part).as(PART));
        }
        columns.addAll(reader.columns(row));
        return columns;
    }

    /** Only the rows of the page itself are read whole. */
    private Select<Record> merged(Select<Record> tops, List<CommonTableExpression<?>> parents) {
        Table<Record> page = DSL.select(order.select("top"))
                .from(tops.asTable("top"))
                .orderBy(order.by())
                .limit(DSL.inline(limit))
                .asTable("page");
        return DSL.with(parents)
                .select(columns(order.select("page")))
                .from(page)
                .join(row.table())
                .on(row.id().eq(PageOrder.id("page")))
                .orderBy(order.by());
    }
}
