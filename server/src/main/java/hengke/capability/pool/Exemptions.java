package hengke.capability.pool;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What keeps records from going back to their pools. */
@Component
public final class Exemptions {
    private final List<Exemption> all;
    private final LiveCatalog catalog;

    Exemptions(List<Exemption> all, LiveCatalog catalog) {
        this.all = List.copyOf(all);
        this.catalog = catalog;
    }

    /** Those that an object's records may meet. */
    public List<Exemption> of(ObjectDefinition object) {
        return all.stream().filter(each -> each.object().equals(object.name())).toList();
    }

    List<Exemption> all() {
        return all;
    }

    ObjectDefinition child(Exemption exemption) {
        return catalog.current().object(exemption.child());
    }

    /** Does anything keep a row in spite of the rules of a pool that leaves these aside? */
    Condition keep(ObjectDefinition object, Set<String> aside, Alias row) {
        return DSL.or(of(object).stream()
                .filter(each -> !aside.contains(each.name()))
                .map(each -> holds(each, Criterion.ALWAYS, row))
                .toList());
    }

    /** Does it keep a row, by records that also meet a condition, e.g. those that somebody may see? */
    Condition holds(Exemption exemption, Criterion further, Alias row) {
        Alias its = row.inner(child(exemption));
        return DSL.exists(DSL.selectOne()
                .from(its.table())
                .where(its.column(exemption.reference()).coerce(Long.class).eq(row.id()))
                .and(its.living())
                .and(CriterionSql.of(Criterion.all(exemption.which(), further), its)));
    }
}
