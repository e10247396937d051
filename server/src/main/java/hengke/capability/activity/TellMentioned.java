package hengke.capability.activity;

import hengke.kernel.access.Mentions;
import hengke.kernel.access.Person;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.RecordChanged;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells colleagues that a follow-up speaks to them, each once however often it is edited, and keeps it until they answer. */
@Component
final class TellMentioned implements Subscriber<RecordChanged> {
    private static final int BEGINNING = 200;

    private final Activity activity;
    private final Notices notices;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final OpenMentions mentions;
    private final Clock clock;

    TellMentioned(
            Activity activity,
            Notices notices,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            OpenMentions mentions,
            Clock clock) {
        this.activity = activity;
        this.notices = notices;
        this.catalog = catalog;
        this.organisation = organisation;
        this.mentions = mentions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice-mentioned";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<Long, Long> writers = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            Event<? extends RecordChanged> event = delivery.event();
            if (activity.name().equals(event.object())
                    && event.record() != null
                    && event.payload().fields().contains(activity.content.name())) {
                writers.put(event.record(), event.payload().actor());
            }
        }
        if (!writers.isEmpty()) {
            ObjectDefinition object = catalog.current().object(activity.name());
            new Pages(transaction)
                    .byIds(object, Visibility.EVERYTHING, writers.keySet(), List.of(activity.content, activity.about))
                    .forEach(row -> tell(transaction, row, writers.getOrDefault(row.id(), 0L)));
        }
    }

    private void tell(DSLContext transaction, Row row, long writer) {
        String content = row.get(activity.content);
        if (content == null) {
            return;
        }
        Set<Long> spokenTo = new HashSet<>(Mentions.of(content, organisation.get()));
        spokenTo.remove(writer);
        mentions.keep(transaction, row.id(), spokenTo, clock.instant());
        String name = organisation.get().person(writer).map(Person::name).orElse("");
        for (long person : spokenTo) {
            notices.tell(
                    transaction,
                    new Telling(
                            person,
                            "mention",
                            Message.of("notice.mentioned", name),
                            Message.of("notice.record", beginning(content)),
                            row.get(activity.about),
                            "mention:" + activity.name() + ":" + row.id()));
        }
    }

    private static String beginning(String content) {
        return content.codePointCount(0, content.length()) <= BEGINNING
                ? content
                : content.substring(0, content.offsetByCodePoints(0, BEGINNING)) + "…";
    }
}
