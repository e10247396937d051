package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.LinkType;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A criterion as SQL over one alias. Absence makes a comparison null there, which counts as false; a complement is
 * therefore written {@code is not true}, or by an opposite that is never null.
 */
public final class CriterionSql {
    private CriterionSql() {}

    public static Condition of(Criterion criterion, Alias row) {
        return switch (criterion) {
            case Criterion.Always _ -> DSL.trueCondition();
            case Criterion.Never _ -> DSL.falseCondition();
            case Criterion.And(List<Criterion> terms) ->
                DSL.and(terms.stream().map(term -> of(term, row)).toList());
            case Criterion.Or(List<Criterion> terms) ->
                DSL.or(terms.stream().map(term -> of(term, row)).toList());
            case Criterion.Not(Criterion term) -> complement(term, row);
            case Criterion.Test(Field<?> field, Check check) -> CheckSql.of(check, field, row);
            case Criterion.Through through -> DSL.exists(target(through, row));
            case Criterion.Exists exists -> DSL.exists(child(exists, row));
            case Criterion.Under under -> typed(under.reference(), row).in(from(under, row));
            case Criterion.Known(Fact fact) -> fact.sql(row);
        };
    }

    /** The same as a part of a longer condition: nothing when it is always true. */
    static Condition filter(Criterion criterion, Alias row) {
        return criterion instanceof Criterion.Always ? DSL.noCondition() : of(criterion, row);
    }

    private static Condition complement(Criterion term, Alias row) {
        return switch (term) {
            case Criterion.Always _ -> DSL.falseCondition();
            case Criterion.Never _ -> DSL.trueCondition();
            case Criterion.Test(Field<?> field, Check.Present _) -> CheckSql.absent(field, row);
            // "not exists" can be planned as an anti join, "(exists …) is not true" cannot
            case Criterion.Through through -> DSL.notExists(target(through, row));
            case Criterion.Exists exists -> DSL.notExists(child(exists, row));
            case Criterion.Known(Fact fact) -> DSL.not(fact.sql(row));
            default -> DSL.condition("({0}) is not true", of(term, row));
        };
    }

    private static Select<?> target(Criterion.Through through, Alias row) {
        Alias target = row.inner(through.target());
        return DSL.selectOne()
                .from(target.table())
                .where(pointsAt(through.reference(), row, target))
                .and(target.living())
                .and(filter(through.where(), target));
    }

    private static Select<?> child(Criterion.Exists exists, Alias row) {
        Catalog.Child relation = exists.child();
        Alias child = row.inner(relation.object());
        return DSL.selectOne()
                .from(child.table())
                .where(pointsAt(relation.reference(), child, row))
                .and(child.living())
                .and(filter(exists.where(), child));
    }

    /** The top and everything below it; a circle ends by itself, because nothing is found twice. */
    private static Select<Record1<Long>> from(Criterion.Under under, Alias row) {
        Alias each = row.inner(under.object());
        Condition passable = each.living().and(filter(under.where(), each));
        Name tree = DSL.name("t" + each.depth());
        org.jooq.Field<Long> member = DSL.field(DSL.name("t" + each.depth(), "id"), Long.class);
        CommonTableExpression<Record1<Long>> members = tree.fields("id")
                .as(DSL.select(each.id())
                        .from(each.table())
                        .where(each.id().eq(DSL.val(under.top())))
                        .and(passable)
                        .union(DSL.select(each.id())
                                .from(each.table())
                                .join(DSL.table(tree))
                                .on(typed(under.reference(), each).eq(member))
                                .where(passable)));
        return DSL.withRecursive(members).select(member).from(members);
    }

    private static org.jooq.Field<Long> typed(Field<?> reference, Alias row) {
        return CheckSql.typed(row.column(reference));
    }

    /** The reference in one row points at the other row. */
    static Condition pointsAt(Field<?> reference, Alias from, Alias to) {
        return pointsAt(reference, from, to.object(), to.id());
    }

    static Condition pointsAt(Field<?> reference, Alias from, ObjectDefinition to, org.jooq.Field<Long> id) {
        List<org.jooq.Field<?>> columns = from.columns(reference);
        return switch (reference.type()) {
            case LinkType _ -> id.eq(CheckSql.typed(columns.get(0))).and(names(columns.get(1), to));
            case IdListType _ -> id.eq(DSL.any(CheckSql.<Long[]>typed(columns.getFirst())));
            default -> id.eq(CheckSql.typed(columns.getFirst()));
        };
    }

    private static Condition names(org.jooq.Field<?> column, ObjectDefinition object) {
        return CheckSql.<String>typed(column).eq(object.name());
    }
}
