package hengke.capability.activity;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Done with a contact that was agreed: what came of it is written down, and the next one is agreed or none, as one operation. */
@Component
public final class Contacted {
    private final Activity activity;
    private final LiveCatalog catalog;
    private final Writer writer;

    Contacted(Activity activity, LiveCatalog catalog, Writer writer) {
        this.activity = activity;
        this.catalog = catalog;
        this.writer = writer;
    }

    /**
     * What came of a contact.
     *
     * @param version of the record, as it was seen
     * @param result in a line; without it nothing is written down
     * @param next when to be in touch again
     */
    public record Outcome(
            @Nullable Long version,
            String kind,
            @Nullable String result,
            @Nullable Instant next) {}

    public Operation done(Caller caller, ObjectDefinition object, long id, Outcome outcome) {
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Operation.Kind.EDIT,
                    object.name(),
                    "完成联系 " + object.label().chinese(),
                    Operation.Status.DONE,
                    1);
            Map<Field<?>, @Nullable Object> next = new HashMap<>();
            next.put(Followed.NEXT_CONTACT_AT, outcome.next());
            List<Link> above = outcome.next() == null ? agreedAbove(transaction, object, id) : List.of();
            must(writer.write(
                    transaction, caller, operation, object, List.of(Draft.update(id, outcome.version(), next))));
            String result = outcome.result();
            if (result != null && !result.isBlank()) {
                must(writer.write(
                        transaction,
                        caller,
                        operation,
                        catalog.current().object(activity.name()),
                        List.of(Draft.create(told(object, id, outcome, result.strip())))));
            }
            for (Link link : above) {
                Map<Field<?>, @Nullable Object> none = new HashMap<>();
                none.put(Followed.NEXT_CONTACT_AT, null);
                must(writer.write(
                        transaction,
                        new Caller(caller.actor(), caller.through(), true),
                        operation,
                        catalog.current().object(link.object()),
                        List.of(Draft.update(link.id(), null, none))));
            }
            return operation;
        });
    }

    private Map<Field<?>, @Nullable Object> told(ObjectDefinition object, long id, Outcome outcome, String result) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(activity.kind, outcome.kind());
        values.put(activity.content, result);
        values.put(activity.about, new Link(object.name(), id));
        values.put(activity.nextContactAt, outcome.next());
        return values;
    }

    /** The records it lives within for which the same contact was agreed: a follow-up sets the date on both. */
    private List<Link> agreedAbove(DSLContext transaction, ObjectDefinition object, long id) {
        List<Field<?>> parents = object.parents().stream()
                .filter(parent -> parent.type() instanceof IdType(IdType.Records(String target))
                        && catalog.current().object(target).has(Followed.class))
                .toList();
        List<Field<?>> read = new ArrayList<>(parents);
        read.add(Followed.NEXT_CONTACT_AT);
        List<Link> agreed = new ArrayList<>();
        Pages pages = new Pages(transaction);
        for (Row row : pages.byIds(object, Visibility.EVERYTHING, List.of(id), read)) {
            Instant at = row.get(Followed.NEXT_CONTACT_AT);
            for (Field<?> parent : parents) {
                if (at != null
                        && parent.type() instanceof IdType(IdType.Records(String target))
                        && row.get(parent) instanceof Long above) {
                    pages
                            .byIds(
                                    catalog.current().object(target),
                                    Visibility.EVERYTHING,
                                    List.of(above),
                                    List.of(Followed.NEXT_CONTACT_AT))
                            .stream()
                            .filter(found -> at.equals(found.get(Followed.NEXT_CONTACT_AT)))
                            .forEach(found -> agreed.add(new Link(target, found.id())));
                }
            }
        }
        return agreed;
    }

    private static void must(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
        }
    }
}
