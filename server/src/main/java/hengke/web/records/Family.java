package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A record with what lives within it, children's children included, as far as somebody may see them: one query. What is reached
 * by two ways, such as the payment of a customer for a contract, is there once.
 */
final class Family {
    private Family() {}

    static Select<Record2<String, Long>> of(
            Access access, Catalog catalog, Actor actor, ObjectDefinition object, long id) {
        Select<Record2<String, Long>> family = DSL.select(DSL.inline(object.name()), DSL.val(id));
        for (Catalog.Child child : catalog.children(object)) {
            if (child.within()) {
                Criterion mine = pointing(object, id, child);
                family = family.union(members(access, actor, child.object(), mine));
                for (Catalog.Child grandchild : catalog.children(child.object())) {
                    if (grandchild.within()) {
                        Criterion through = new Criterion.Through(grandchild.reference(), child.object(), mine);
                        family = family.union(members(access, actor, grandchild.object(), through));
                    }
                }
            }
        }
        return family;
    }

    private static Criterion pointing(ObjectDefinition object, long id, Catalog.Child child) {
        return child.reference().type() instanceof LinkType
                ? Criterion.is(child.reference(), new Link(object.name(), id))
                : Criterion.is(child.reference(), id);
    }

    private static Select<Record2<String, Long>> members(
            Access access, Actor actor, ObjectDefinition object, Criterion which) {
        Alias row = Alias.of(object);
        Criterion visible = access.visibility(actor, object, Verb.READ).criterion();
        return DSL.select(DSL.inline(object.name()), row.id())
                .from(row.table())
                .where(CriterionSql.of(Criterion.all(which, visible), row))
                .and(row.living());
    }
}
