package hengke.capability.owner;

import hengke.kernel.access.Person;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.RecordChanged;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people that somebody else has made them the owner of a record; of many in one go, once. */
@Component
final class TellNewOwner implements Subscriber<RecordChanged> {
    private final Notices notices;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;

    TellNewOwner(Notices notices, LiveCatalog catalog, LiveOrganisation organisation) {
        this.notices = notices;
        this.catalog = catalog;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "notice-new-owner";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    /** The records of one object that changed hands in one operation. */
    private record Handover(String object, long operation, long giver) {}

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<Handover, Set<Long>> handovers = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            Event<? extends RecordChanged> event = delivery.event();
            RecordChanged change = event.payload();
            boolean handedOver = change.actor() != 0 && change.fields().contains(Owned.OWNER.name());
            if (handedOver && event.object() != null && event.record() != null && event.operation() != null) {
                handovers
                        .computeIfAbsent(
                                new Handover(event.object(), event.operation(), change.actor()),
                                _ -> new LinkedHashSet<>())
                        .add(event.record());
            }
        }
        handovers.forEach((handover, ids) -> catalog.current()
                .find(handover.object())
                .filter(object -> object.has(Owned.class))
                .ifPresent(object -> tell(transaction, object, handover, ids)));
    }

    private void tell(DSLContext transaction, ObjectDefinition object, Handover handover, Set<Long> ids) {
        boolean many = OperationLog.find(transaction, handover.operation())
                .filter(operation -> operation.total() > 1 || operation.kind() == Operation.Kind.IMPORT)
                .isPresent();
        List<Field<?>> fields = List.of(Owned.OWNER, SystemFields.VERSION, object.title());
        for (Row row : new Pages(transaction).byIds(object, Visibility.EVERYTHING, ids, fields)) {
            Long owner = row.get(Owned.OWNER);
            if (owner != null && owner != handover.giver()) {
                notices.tell(transaction, telling(object, handover, row, owner, many));
            }
        }
    }

    private Telling telling(ObjectDefinition object, Handover handover, Row row, long owner, boolean many) {
        String giver =
                organisation.get().person(handover.giver()).map(Person::name).orElse("");
        Link record = new Link(object.name(), row.id());
        @Nullable Object title = row.get(object.title());
        return many
                ? new Telling(
                        owner,
                        "owner",
                        Message.of("notice.givenMany", giver, object.label()),
                        null,
                        record,
                        "owner:" + handover.operation() + ":" + object.name())
                : new Telling(
                        owner,
                        "owner",
                        Message.of("notice.given", giver, object.label()),
                        title == null ? null : Message.of("notice.record", title),
                        record,
                        // Two changes told together find one owner: what they found is told once.
                        "owner:" + object.name() + ":" + row.id() + ":" + row.get(SystemFields.VERSION));
    }
}
