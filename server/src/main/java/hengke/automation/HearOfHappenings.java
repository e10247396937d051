package hengke.automation;

import hengke.automation.Runs.Beginning;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Happened;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Hears of what happens to records besides changes of their values: what it is the beginning of begins. */
@Component
final class HearOfHappenings implements Subscriber<Happened> {
    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final Beginnings beginnings;

    HearOfHappenings(LiveAutomations automations, LiveCatalog catalog, Beginnings beginnings) {
        this.automations = automations;
        this.catalog = catalog;
        this.beginnings = beginnings;
    }

    @Override
    public String name() {
        return "automation-happenings";
    }

    @Override
    public Set<EventKind<? extends Happened>> kinds() {
        return Set.of(Happened.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends Happened>> deliveries, DSLContext transaction) {
        Causes causes = Causes.of(
                transaction,
                deliveries.stream()
                        .map(delivery -> delivery.event().operation())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        deliveries.forEach(delivery -> hear(transaction, delivery, causes));
    }

    private void hear(DSLContext within, Delivery<? extends Happened> delivery, Causes causes) {
        Event<? extends Happened> event = delivery.event();
        Long record = event.record();
        Optional<ObjectDefinition> object = Optional.ofNullable(event.object())
                .flatMap(name -> catalog.current().find(name));
        if (record == null || object.isEmpty()) {
            return;
        }
        for (Automation automation : automations.active(object.get())) {
            if (automation.plan().trigger() instanceof Trigger.Event(List<String> events)
                    && events.contains(delivery.payload().what())) {
                List<String> chain = causes.of(event.operation(), object.get().name(), record);
                beginnings.begin(
                        within,
                        automation,
                        object.get(),
                        List.of(new Beginning(record, "event:" + delivery.id(), chain)));
            }
        }
    }
}
