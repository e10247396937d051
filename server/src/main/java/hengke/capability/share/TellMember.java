package hengke.capability.share;

import hengke.kernel.access.Person;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.RecordChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells colleagues that they have been taken into the team of a record; of many in one go, once. */
@Component
final class TellMember implements Subscriber<RecordChanged> {
    private final Share share;
    private final Notices notices;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;

    TellMember(Share share, Notices notices, LiveCatalog catalog, LiveOrganisation organisation) {
        this.share = share;
        this.notices = notices;
        this.catalog = catalog;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "notice-member";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    /** Who took whom into teams of records of one object, in one operation. */
    private record Taking(long operation, long by, long user, String object) {}

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<Long, Event<? extends RecordChanged>> taken = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            Event<? extends RecordChanged> event = delivery.event();
            if (share.name().equals(event.object())
                    && event.record() != null
                    && event.operation() != null
                    && event.payload().actor() != 0
                    && event.payload().fields().contains(share.user.name())) {
                taken.put(event.record(), event);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        ObjectDefinition object = catalog.current().object(share.name());
        Map<Taking, List<Link>> takings = new LinkedHashMap<>();
        for (Row row : new Pages(transaction)
                .byIds(object, Visibility.EVERYTHING, taken.keySet(), List.of(share.user, share.about))) {
            Event<? extends RecordChanged> event = taken.get(row.id());
            Link about = row.get(share.about);
            Long user = row.get(share.user);
            if (event != null && event.operation() != null && about != null && user != null) {
                long by = event.payload().actor();
                takings.computeIfAbsent(new Taking(event.operation(), by, user, about.object()), _ -> new ArrayList<>())
                        .add(about);
            }
        }
        takings.forEach((taking, records) -> tell(transaction, taking, records));
    }

    private void tell(DSLContext transaction, Taking taking, List<Link> records) {
        if (taking.user() == taking.by()) {
            return;
        }
        String name = organisation.get().person(taking.by()).map(Person::name).orElse("");
        ObjectDefinition object = catalog.current().object(taking.object());
        notices.tell(
                transaction,
                new Telling(
                        taking.user(),
                        "member",
                        records.size() == 1
                                ? Message.of("notice.member", name, object.label())
                                : Message.of("notice.memberMany", name, records.size(), object.label()),
                        records.size() == 1 ? title(transaction, object, records.getFirst()) : null,
                        records.getFirst(),
                        "member:" + taking.operation() + ":" + taking.object()));
    }

    private static @Nullable Message title(DSLContext transaction, ObjectDefinition object, Link link) {
        return new Pages(transaction)
                .byIds(object, Visibility.EVERYTHING, List.of(link.id()), List.of(object.title())).stream()
                        .map(row -> row.get(object.title()))
                        .filter(title -> title != null)
                        .map(title -> Message.of("notice.record", title))
                        .findFirst()
                        .orElse(null);
    }
}
