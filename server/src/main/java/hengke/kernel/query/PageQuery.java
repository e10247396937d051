package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    /** Holds for the records of the lane that the statement is just at; null outside of lanes. */
    private final @Nullable Condition lane;

    /** A row, where it stands in the order, and of which page. */
    record Found(Row row, PageOrder.Position position, int part) {}

    PageQuery(Selection selection) {
        this(selection, ALONE, null);
    }

    private PageQuery(Selection selection, int part, @Nullable Condition lane) {
        this.part = part;
        this.lane = lane;
        this.selection = selection;
        this.row = Alias.of(selection.object());
        this.order = PageOrder.of(selection.sort());
        this.reader = new RowReader(selection.fields(), selection.marks());
        this.visible = new Visible(selection, row);
        this.limit = selection.limit() + 1;
    }

    /**
     * The first pages of a question within each value of a field, in one statement. It says only once how records are
     * found, so that it costs no more to plan than the page of a single value.
     *
     * @param values null stands for the records without one
     */
    static Optional<Select<Record>> lanes(Selection question, Field<?> field, List<@Nullable Object> values) {
        List<Integer> places = IntStream.range(0, values.size())
                .filter(i -> values.get(i) != null)
                .boxed()
                .toList();
        List<Select<Record>> selects = new ArrayList<>();
        if (!places.isEmpty()) {
            within(question, field, places, values).ifPresent(selects::add);
        }
        int without = values.indexOf(null);
        if (without >= 0) {
            Selection rest = question.where(Criterion.not(Criterion.present(field)));
            new PageQuery(rest, without, null).select().ifPresent(selects::add);
        }
        List<SortField<?>> order =
                new ArrayList<>(List.of(DSL.field(DSL.name(PART)).asc()));
        order.addAll(PageOrder.of(question.sort()).by());
        // what jOOQ makes of a union can be ordered, though its type does not say so
        return selects.stream().reduce(Select::unionAll).map(all -> ((SelectOrderByStep<Record>) all).orderBy(order));
    }

    private static Optional<Select<Record>> within(
            Selection question, Field<?> field, List<Integer> places, List<@Nullable Object> values) {
        org.jooq.Field<Object> column =
                CheckSql.typed(Alias.of(question.object()).column(field));
        List<Object> present = places.stream()
                .map(place -> Objects.requireNonNull(values.get(place)))
                .toList();
        Table<?> lanes = DSL.table(
                "unnest({0}, {1}) as lanes(value, part)",
                CheckSql.array(present, column), DSL.val(places.toArray(Integer[]::new)));
        org.jooq.Field<Object> value = DSL.field(DSL.name("lanes", "value"), column.getDataType());
        PageQuery each = new PageQuery(question, ALONE, column.eq(value));
        int place = each.order.keys().size() + 1;
        return each.select().map(select -> {
            // columns of the record may be called like those of the order
            List<org.jooq.Field<?>> inner = select.getSelect();
            Table<?> lane = select.asTable(
                    "lane",
                    IntStream.range(0, inner.size())
                            .mapToObj(i -> i < place ? inner.get(i).getName() : "_c" + i)
                            .toArray(String[]::new));
            List<SelectField<?>> columns = new ArrayList<>(List.of(lane.fields()));
            columns.add(
                    place, DSL.field(DSL.name("lanes", "part"), Integer.class).as(PART));
            return DSL.select(columns).from(lanes).crossJoin(DSL.lateral(lane));
        });
    }

    /** Empty when nothing can be found. */
    Optional<Select<Record>> select() {
        String cursor = selection.after();
        List<Condition> beginnings = (cursor == null ? order.beginnings(row) : order.after(position(cursor), row))
                .stream()
                        .map(beginning -> lane == null ? beginning : lane.and(beginning))
                        .toList();
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
        if (!order.newestFirst() || selection.narrowing() != null) {
            return new Shape.Plain(criterion);
        }
        Shape shape = Shape.of(criterion);
        // within a lane its own index is better than a way through the parents
        return lane != null && shape instanceof Shape.Parents ? new Shape.Plain(criterion) : shape;
    }

    Found read(Record record) {
        return read(record, order.keys().size() + 1, ALONE);
    }

    /** A record of {@link #lanes}. */
    Found readOfLane(Record record) {
        int place = order.keys().size() + 1;
        return read(record, place + 1, record.get(place, Integer.class));
    }

    private Found read(Record record, int from, int of) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < order.keys().size(); i++) {
            values.add(record.get(i));
        }
        Row found = reader.read(record, from);
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
