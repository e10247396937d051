package hengke.demo;

import hengke.capability.activity.Activity;
import hengke.capability.owner.Owned;
import hengke.customers.Customer;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What sellers ask the administrator: something waits for an answer on the first day. */
@Component
final class DemoQuestions {
    private static final List<String> ASKED =
            List.of("客户要求账期从 30 天放宽到 60 天，金额 18 万，请帮忙确认能不能批。", "对方想约下周三上午视频会议，请问您方便参加吗？");

    private final Activity activity;
    private final Customer customer;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Writer writer;

    DemoQuestions(
            Activity activity, Customer customer, LiveCatalog catalog, LiveOrganisation organisation, Writer writer) {
        this.activity = activity;
        this.customer = customer;
        this.catalog = catalog;
        this.organisation = organisation;
        this.writer = writer;
    }

    /** @return how many records were written */
    int ask(DSLContext transaction, Operation operation) {
        Organisation now = organisation.get();
        Optional<String> name = now.people().stream()
                .filter(person -> person.active() && now.administrator(now.actor(person.id())))
                .map(Person::name)
                .findFirst();
        return name.isEmpty() ? 0 : ask(transaction, name.get(), operation);
    }

    private int ask(DSLContext transaction, String name, Operation operation) {
        List<Row> customers = new Pages(transaction)
                .page(Selection.of(catalog.current().object(customer.name()), Visibility.EVERYTHING)
                        .where(Criterion.all(
                                Criterion.present(Owned.OWNER),
                                Criterion.in(customer.status, List.of("following", "won"))))
                        .reading(List.of(Owned.OWNER))
                        .limit(ASKED.size()))
                .rows();
        int written = 0;
        for (int i = 0; i < customers.size(); i++) {
            Row about = customers.get(i);
            Caller seller = new Caller(organisation.get().actor(about.need(Owned.OWNER)), "demo", true);
            Map<Field<?>, @Nullable Object> values = new HashMap<>();
            values.put(activity.kind, Activity.NOTE);
            values.put(activity.about, new Link(customer.name(), about.id()));
            values.put(activity.content, "@" + name + " " + ASKED.get(i));
            for (Verdict verdict : writer.write(
                    transaction,
                    seller,
                    operation,
                    catalog.current().object(activity.name()),
                    List.of(Draft.create(values)))) {
                if (verdict instanceof Verdict.Refused(var refusal)) {
                    throw refusal;
                }
                written++;
            }
        }
        return written;
    }
}
