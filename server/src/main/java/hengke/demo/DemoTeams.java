package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.capability.share.Share;
import hengke.customers.Customer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Large customers that several colleagues look after: who helps in which role, and what part each has. */
@Component
final class DemoTeams {
    private static final int CUSTOMERS = 20;

    private final Customer customer;
    private final Share share;
    private final LiveCatalog catalog;
    private final Writer writer;

    DemoTeams(Customer customer, Share share, LiveCatalog catalog, Writer writer) {
        this.customer = customer;
        this.share = share;
        this.catalog = catalog;
        this.writer = writer;
    }

    /** @return how many records were written */
    int form(DSLContext transaction, Caller caller, Operation operation, Collection<DemoCompany.Team> teams) {
        List<Draft> members = new ArrayList<>();
        for (Row row : new Pages(transaction)
                .page(Selection.of(catalog.current().object(customer.name()), Visibility.EVERYTHING)
                        .where(Criterion.all(
                                Criterion.present(Owned.OWNER), Criterion.in(customer.level, List.of("A", "B"))))
                        .reading(List.of(Owned.OWNER))
                        .limit(CUSTOMERS))
                .rows()) {
            long owner = row.need(Owned.OWNER);
            teams.stream()
                    .filter(team -> team.sellers().contains(owner))
                    .flatMap(team -> team.sellers().stream())
                    .filter(colleague -> colleague != owner)
                    .limit(2)
                    .forEach(colleague -> members.add(member(row.id(), colleague, members.size() % 2 == 0)));
        }
        for (Verdict verdict :
                writer.write(transaction, caller, operation, catalog.current().object(share.name()), members)) {
            if (verdict instanceof Verdict.Refused(var refusal)) {
                throw refusal;
            }
        }
        return members.size();
    }

    private Draft member(long record, long colleague, boolean presales) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(share.about, new Link(customer.name(), record));
        values.put(share.user, colleague);
        values.put(share.right, presales ? "edit" : "read");
        values.put(share.role, presales ? "presales" : "delivery");
        values.put(share.split, BigDecimal.valueOf(presales ? 20 : 10));
        return Draft.create(values);
    }
}
