package hengke.sales;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Command.Run;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What lives within a lead, such as follow-ups and files, goes on with the customer it becomes. */
@Component
final class LeadBelongings {
    private final LiveCatalog catalog;

    LeadBelongings(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    /** Leads every record that is linked to the lead to the customer, where the link may point at one. */
    void follow(Run run, long lead, long customer) {
        Catalog now = catalog.current();
        for (Catalog.Child child : now.children(run.object())) {
            if (child.within()
                    && child.reference().type() instanceof LinkType(String capability)
                    && now.object("customer").has(capability)) {
                move(run, child, lead, new Link("customer", customer));
            }
        }
    }

    private static void move(Run run, Catalog.Child child, long lead, Link to) {
        Field<?> link = child.reference();
        List<Draft> drafts = run.database()
                .select(field(name("id"), SQLDataType.BIGINT))
                .from(table(name(child.object().table())))
                .where(field(name(link.column() + "_object"), SQLDataType.CLOB)
                        .eq(run.object().name()))
                .and(field(name(link.column() + "_id"), SQLDataType.BIGINT).eq(lead))
                .and(field(name("deleted_at")).isNull())
                .orderBy(field(name("id")))
                .fetch(row -> Draft.update(row.value1(), null, Map.of(link, to)));
        if (drafts.isEmpty()) {
            return;
        }
        for (Verdict verdict : run.writing().write(child.object(), drafts)) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
        }
    }
}
