package hengke.kernel.query;

import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The first records of each alternative in the order of a page, each found in the shape that suits it. */
final class Tops {
    /** More parents than this are never gone through one by one. */
    private static final int MANY_PARENTS = 5_000;

    private final Visible visible;
    private final Alias row;
    private final PageOrder order;
    private final int limit;
    private final List<Select<Record>> tops = new ArrayList<>();
    private final List<CommonTableExpression<?>> parents = new ArrayList<>();

    Tops(Visible visible, Alias row, PageOrder order, int limit) {
        this.visible = visible;
        this.row = row;
        this.order = order;
        this.limit = limit;
    }

    List<Select<Record>> selects() {
        return tops;
    }

    /** What the selects refer to. */
    List<CommonTableExpression<?>> parents() {
        return parents;
    }

    void add(Shape shape, Condition beginning) {
        switch (shape) {
            case Shape.Plain(Criterion criterion) -> tops.add(top(criterion, beginning));
            case Shape.FewValues few -> addOfValues(few, beginning);
            case Shape.Parents ofParents -> addOfParents(ofParents, beginning);
        }
    }

    private Select<Record> top(Criterion criterion, Condition beginning) {
        return DSL.select(order.select(row))
                .from(row.table())
                .where(visible.condition(criterion).and(beginning))
                .orderBy(order.byWithin())
                .limit(DSL.inline(limit));
    }

    private void addOfValues(Shape.FewValues few, Condition beginning) {
        Field<Object> column = CheckSql.typed(row.column(few.field()));
        Table<?> each = DSL.unnest(CheckSql.array(few.values(), column)).as("each", "value");
        Field<Object> value = DSL.field(DSL.name("each", "value"), column.getDataType());
        tops.add(ofEach(each, column.eq(value), few.rest(), beginning, DSL.noCondition()));
    }

    /**
     * Going through the parents is right when they are few, walking along all records from the newest when they are many.
     * The planner misjudges this by factors of ten, so the statement counts them and runs one of two ways.
     */
    private void addOfParents(Shape.Parents shape, Condition beginning) {
        Criterion.Through through = shape.through();
        String name = "parents" + parents.size();
        Alias parent = row.inner(through.target());
        parents.add(DSL.name(name)
                .as(DSL.select(parent.id())
                        .from(parent.table())
                        .where(parent.living())
                        .and(CriterionSql.filter(through.where(), parent))
                        .limit(DSL.inline(MANY_PARENTS + 1))));
        Table<?> each = DSL.table(DSL.name(name));
        Field<Long> id = DSL.field(DSL.name(name, "id"), Long.class);
        Condition few = DSL.condition(
                "(select count(*) from {0}) <= {1}",
                each, worthwhile(through.target().table(), row.object().table()));
        Condition within = CriterionSql.pointsAt(through.reference(), row, through.target(), id);
        tops.add(ofEach(each, within, shape.rest(), beginning, few));
        tops.add(top(Criterion.all(through, shape.rest()), beginning.and(DSL.not(few))));
    }

    /**
     * Up to how many parents this way is the shorter one: of p among P parents with c children each it reads p · c
     * records, the other way 50 · P / p.
     */
    private static Field<?> worthwhile(String parents, String children) {
        return DSL.field(
                "coalesce((select least({0}, sqrt(100 * p.reltuples / (1 + least(50, c.reltuples / p.reltuples))))"
                        + " from pg_class p, pg_class c"
                        + " where p.oid = to_regclass({1}) and c.oid = to_regclass({2}) and p.reltuples > 0), 0)",
                DSL.inline(MANY_PARENTS), DSL.val('"' + parents + '"'), DSL.val('"' + children + '"'));
    }

    private Select<Record> ofEach(
            Table<?> each, Condition within, Criterion rest, Condition beginning, Condition gate) {
        Table<?> newest = DSL.select(order.select(row))
                .from(row.table())
                .where(within, visible.condition(rest), beginning)
                .orderBy(order.by())
                .limit(DSL.inline(limit))
                .asTable("newest");
        return DSL.select(order.select("newest"))
                .from(each)
                .crossJoin(DSL.lateral(newest))
                .where(gate)
                .orderBy(order.by())
                .limit(DSL.inline(limit));
    }
}
