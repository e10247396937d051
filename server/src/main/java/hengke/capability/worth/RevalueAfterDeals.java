package hengke.capability.worth;

import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.metadata.LiveCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells anew what customers are worth whose deals have changed: those of many saves in one statement. */
@Component
final class RevalueAfterDeals implements Subscriber<DealsChanged> {
    private final Revaluation revaluation;
    private final LiveCatalog catalog;

    RevalueAfterDeals(Revaluation revaluation, LiveCatalog catalog) {
        this.revaluation = revaluation;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "worth";
    }

    @Override
    public Set<EventKind<? extends DealsChanged>> kinds() {
        return Set.of(DealsChanged.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends DealsChanged>> deliveries, DSLContext transaction) {
        Map<String, Set<Long>> touched = new TreeMap<>();
        for (Delivery<? extends DealsChanged> delivery : deliveries) {
            String object = delivery.event().object();
            if (object != null) {
                touched.computeIfAbsent(object, _ -> new TreeSet<>())
                        .addAll(delivery.payload().ids());
            }
        }
        touched.forEach((name, ids) -> catalog.current()
                .find(name)
                .filter(object -> object.has(Valued.class))
                .ifPresent(object -> revaluation.refresh(transaction, object, ids)));
    }
}
