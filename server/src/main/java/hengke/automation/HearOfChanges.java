package hengke.automation;

import hengke.automation.Runs.Beginning;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.records.RecordChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears of every change of a record: what it is the beginning of begins, and what waits for it looks again. */
@Component
final class HearOfChanges implements Subscriber<RecordChanged> {
    private static final Set<String> WRITES = Set.of("create", "update");

    private final LiveAutomations automations;
    private final LiveCatalog catalog;
    private final Beginnings beginnings;

    HearOfChanges(LiveAutomations automations, LiveCatalog catalog, Beginnings beginnings) {
        this.automations = automations;
        this.catalog = catalog;
        this.beginnings = beginnings;
    }

    @Override
    public String name() {
        return "automation";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    /** A change of a record, with the id of its event. */
    private record Heard(long event, long record, @Nullable Long operation, RecordChanged change) {
        boolean creates() {
            return change.action().equals("create");
        }
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        Map<String, List<Heard>> byObject = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            Event<? extends RecordChanged> event = delivery.event();
            String object = event.object();
            Long record = event.record();
            if (object != null
                    && record != null
                    && WRITES.contains(delivery.payload().action())) {
                byObject.computeIfAbsent(object, _ -> new ArrayList<>())
                        .add(new Heard(delivery.id(), record, event.operation(), delivery.payload()));
            }
        }
        byObject.forEach(
                (name, heard) -> catalog.current().find(name).ifPresent(object -> hear(transaction, object, heard)));
    }

    private void hear(DSLContext within, ObjectDefinition object, List<Heard> heard) {
        Set<Long> records = heard.stream().map(Heard::record).collect(Collectors.toSet());
        if (Runs.wake(within, object.name(), records, beginnings.now()) > 0) {
            beginnings.promise();
        }
        List<Automation> active = automations.active(object);
        if (active.isEmpty()) {
            return;
        }
        Causes causes = Causes.of(
                within,
                heard.stream().map(Heard::operation).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (Automation automation : active) {
            List<Beginning> beginning = started(within, automation.plan().trigger(), object, heard).stream()
                    .map(each -> new Beginning(
                            each.record(),
                            "event:" + each.event(),
                            causes.of(each.operation(), object.name(), each.record())))
                    .toList();
            if (!beginning.isEmpty()) {
                beginnings.begin(within, automation, object, beginning);
            }
        }
    }

    private static List<Heard> started(DSLContext within, Trigger trigger, ObjectDefinition object, List<Heard> heard) {
        return switch (trigger) {
            case Trigger.Created(List<String> through) -> {
                List<Heard> created = heard.stream().filter(Heard::creates).toList();
                yield through.isEmpty() || created.isEmpty() ? created : by(within, created, through);
            }
            case Trigger.Changed(List<String> fields) ->
                heard.stream()
                        .filter(each -> !each.creates())
                        .filter(each -> fields.isEmpty()
                                || !Collections.disjoint(fields, each.change().fields()))
                        .toList();
            case Trigger.Became became -> became(within, object, became, heard);
            case Trigger.Event _, Trigger.Day _, Trigger.Schedule _, Trigger.Called _, Trigger.Button _ -> List.of();
        };
    }

    private static List<Heard> by(DSLContext within, List<Heard> created, List<String> through) {
        Long[] operations = created.stream().map(Heard::operation).toArray(Long[]::new);
        Set<Long> these = within.fetch(
                        "select id from operation where id = any (?) and through = any (?)",
                        operations,
                        through.toArray(String[]::new))
                .intoSet(0, Long.class);
        return created.stream().filter(each -> these.contains(each.operation())).toList();
    }

    /** What the field became is asked of the history: the record itself may have gone on meanwhile. */
    private static List<Heard> became(
            DSLContext within, ObjectDefinition object, Trigger.Became trigger, List<Heard> heard) {
        Field<?> field = object.field(trigger.field()).orElse(null);
        List<Heard> changed = heard.stream()
                .filter(each -> each.change().fields().contains(trigger.field()))
                .toList();
        if (field == null || changed.isEmpty()) {
            return List.of();
        }
        Set<Object> wanted = trigger.values().stream()
                .map(value -> read(field.type(), value))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> hits = within
                .fetch(
                        """
                        select record_id, version, after -> {1} as value from record_change
                        where object = {0} and record_id = any ({2}::bigint[]) and jsonb_exists(after, {1})
                        """,
                        org.jooq.impl.DSL.val(object.name()),
                        org.jooq.impl.DSL.val(field.name()),
                        org.jooq.impl.DSL.val(
                                changed.stream().map(Heard::record).distinct().toArray(Long[]::new)))
                .stream()
                .filter(row -> {
                    JSONB value = row.get("value", JSONB.class);
                    return value != null
                            && wanted.contains(
                                    read(field.type(), JsonMapper.shared().readTree(value.data())));
                })
                .map(row -> row.get("record_id", Long.class) + ":" + row.get("version", Long.class))
                .collect(Collectors.toSet());
        return changed.stream()
                .filter(each ->
                        hits.contains(each.record() + ":" + each.change().version()))
                .toList();
    }

    private static @Nullable Object read(FieldType<?> type, JsonNode value) {
        try {
            return value.isNull() ? null : type.readKept(value);
        } catch (Unreadable _) {
            return null; // an option that is gone is taken by nobody
        }
    }
}
