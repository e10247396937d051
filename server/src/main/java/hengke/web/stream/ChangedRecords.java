package hengke.web.stream;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.records.RecordChanged;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells all nodes which records have changed: {@code customer 12 13 14}. */
@Component
final class ChangedRecords implements Subscriber<RecordChanged> {
    static final String CHANNEL = "records";

    private static final int PART = 300;

    @Override
    public String name() {
        return "stream-records";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<String, Set<Long>> changed = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            String object = delivery.event().object();
            Long record = delivery.event().record();
            if (object != null && record != null) {
                changed.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(record);
            }
        }
        changed.forEach((object, ids) -> {
            List<Long> all = List.copyOf(ids);
            for (int from = 0; from < all.size(); from += PART) {
                List<Long> part = all.subList(from, Math.min(all.size(), from + PART));
                Broadcast.send(
                        transaction,
                        CHANNEL,
                        object + " " + part.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        });
    }
}
