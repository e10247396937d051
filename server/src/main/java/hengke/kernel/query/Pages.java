package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads records somebody may see: pages, counts, and rows by id. */
public final class Pages {
    /** A capped count that reaches this says "more than 10,000". */
    public static final int CAP = 10_001;

    private final DSLContext dsl;

    public Pages(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One page in one statement, and its count, where asked, in a second. */
    public Page page(Selection selection) {
        PageQuery query = new PageQuery(selection);
        List<PageQuery.Found> found =
                query.select().map(select -> dsl.fetch(select).map(query::read)).orElse(List.of());
        return page(selection, query, found, count(selection));
    }

    /**
     * The first pages of a question within each value of a field, all in one statement, uncounted.
     *
     * @param values null stands for the records without one
     */
    public List<Page> lanes(Selection question, Field<?> field, List<@Nullable Object> values) {
        PageQuery query = new PageQuery(question);
        Map<Integer, List<PageQuery.Found>> found = PageQuery.lanes(question, field, values).stream()
                .flatMap(select -> byAKeptPlan(question, select).map(query::readOfLane).stream())
                .collect(Collectors.groupingBy(PageQuery.Found::part));
        return IntStream.range(0, values.size())
                .mapToObj(part -> page(question, query, found.getOrDefault(part, List.of()), null))
                .toList();
    }

    /**
     * What somebody may do with each record, and why each is seen, makes a statement of dozens of parts: to plan it takes
     * the database ten times as long as to find the records. It thinks a plan made for this very question is better and
     * makes one each time, so it has to be told that any will do.
     */
    private Result<Record> byAKeptPlan(Selection question, Select<Record> select) {
        if (question.visibility().criterion() instanceof Criterion.Always) {
            return dsl.fetch(select);
        }
        return dsl.transactionResult(transaction -> {
            transaction.dsl().execute("set local plan_cache_mode = force_generic_plan");
            return transaction.dsl().fetch(select);
        });
    }

    private static Page page(
            Selection selection, PageQuery query, List<PageQuery.Found> found, Page.@Nullable Count count) {
        boolean more = found.size() > selection.limit();
        List<PageQuery.Found> shown = more ? found.subList(0, selection.limit()) : found;
        return new Page(
                shown.stream().map(PageQuery.Found::row).toList(), more ? query.cursor(shown.getLast()) : null, count);
    }

    /** How many there are in all; null when the selection does not ask. */
    public Page.@Nullable Count count(Selection selection) {
        return switch (selection.counting()) {
            case NONE -> null;
            case CAPPED -> {
                long value = count(selection, CAP);
                yield new Page.Count(Math.min(value, CAP - 1L), value < CAP);
            }
            case EXACT -> new Page.Count(count(selection, null), true);
        };
    }

    /** The living rows with these ids that may be seen, in the order of the ids. */
    public List<Row> byIds(
            ObjectDefinition object, Visibility visibility, Collection<Long> ids, List<Field<?>> fields) {
        return byIds(object, visibility, ids, new RowReader(fields));
    }

    /** The same, read by this reader. */
    public List<Row> byIds(ObjectDefinition object, Visibility visibility, Collection<Long> ids, RowReader reader) {
        Map<Long, Row> rows = new HashMap<>();
        for (Record record : some(object, visibility, ids, reader.columns(Alias.of(object)))) {
            Row row = reader.read(record, 0);
            rows.put(row.id(), row);
        }
        return ids.stream().distinct().filter(rows::containsKey).map(rows::get).toList();
    }

    /** Which of these living records may be seen. */
    public Set<Long> visible(ObjectDefinition object, Visibility visibility, Collection<Long> ids) {
        Set<Long> visible = new HashSet<>();
        for (Record record :
                some(object, visibility, ids, List.of(Alias.of(object).id()))) {
            visible.add(record.get(0, Long.class));
        }
        return visible;
    }

    private Iterable<Record> some(
            ObjectDefinition object, Visibility visibility, Collection<Long> ids, List<SelectField<?>> columns) {
        Alias row = Alias.of(object);
        Criterion criterion = Criterion.all(Criterion.in(SystemFields.ID, ids), visibility.criterion());
        return criterion instanceof Criterion.Never
                ? List.of()
                : dsl.select(columns)
                        .from(row.table())
                        .where(CriterionSql.of(criterion, row))
                        .and(row.living())
                        .fetch();
    }

    private long count(Selection selection, @Nullable Integer cap) {
        Alias row = Alias.of(selection.object());
        Visible visible = new Visible(selection, row);
        return visible.parts().stream()
                .map(part -> upTo(cap, DSL.selectOne().from(row.table()).where(visible.condition(part))))
                .reduce(Select::unionAll)
                .map(all -> DSL.selectOne().from(all.asTable("every")))
                .map(all -> dsl.fetchValue(DSL.select(DSL.field("count(*)", Long.class))
                        .from(upTo(cap, all).asTable("counted"))))
                .orElse(0L);
    }

    private static Select<Record1<Integer>> upTo(@Nullable Integer cap, SelectLimitStep<Record1<Integer>> select) {
        return cap == null ? select : select.limit(DSL.inline(cap));
    }
}
