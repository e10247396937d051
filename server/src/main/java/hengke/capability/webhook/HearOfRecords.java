package hengke.capability.webhook;

import hengke.capability.webhook.Deliveries.Told;
import hengke.capability.webhook.Endpoint.Interest;
import hengke.capability.webhook.Endpoint.What;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.RecordChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hears of every change of a record and queues what endpoints want to know of it, as whoever reads for them may see it:
 * a record out of their sight is not told of, nor is a change of fields they may not read.
 */
@Component
final class HearOfRecords implements Subscriber<RecordChanged> {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final RecordPayloads payloads;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;

    HearOfRecords(
            Endpoints endpoints,
            Deliveries deliveries,
            RecordPayloads payloads,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    /** What happened to a record, with the id of its event. */
    private record Heard(long event, Instant at, long record, What what, RecordChanged change) {}

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> news, DSLContext transaction) {
        Map<String, List<Heard>> byObject = new LinkedHashMap<>();
        for (Delivery<? extends RecordChanged> each : news) {
            String object = each.event().object();
            Long record = each.event().record();
            if (object != null && record != null) {
                What.by(each.payload().action())
                        .ifPresent(what -> byObject.computeIfAbsent(object, _ -> new ArrayList<>())
                                .add(new Heard(each.id(), each.at(), record, what, each.payload())));
            }
        }
        for (Endpoint endpoint : endpoints.all(Endpoint.STANDARD)) {
            if (endpoint.active()
                    && endpoint.interests().stream().anyMatch(each -> byObject.containsKey(each.object()))) {
                tell(transaction, endpoint, byObject);
            }
        }
    }

    private void tell(DSLContext transaction, Endpoint endpoint, Map<String, List<Heard>> byObject) {
        if (organisation.get().person(endpoint.acting()).filter(Person::active).isEmpty()) {
            endpoints.fault(transaction, endpoint, Message.of("webhook.actingGone"));
            return;
        }
        Actor actor = organisation.get().actor(endpoint.acting());
        try {
            for (Interest interest : endpoint.interests()) {
                List<Heard> heard = byObject.getOrDefault(interest.object(), List.of()).stream()
                        .filter(each -> interest.what().contains(each.what()))
                        .toList();
                Optional<ObjectDefinition> object = catalog.current().find(interest.object());
                if (object.isPresent() && !heard.isEmpty()) {
                    deliveries.add(transaction, endpoint.id(), told(transaction, actor, object.get(), interest, heard));
                }
            }
            endpoints.fault(transaction, endpoint, null);
        } catch (Refusal refusal) { // a field of the filter is gone, or out of reach by now
            endpoints.fault(transaction, endpoint, refusal.reason());
        }
    }

    private List<Told> told(
            DSLContext transaction, Actor actor, ObjectDefinition object, Interest interest, List<Heard> heard) {
        Set<Long> seen = access.reached(
                transaction,
                actor,
                object,
                Verb.READ,
                heard.stream().map(Heard::record).collect(Collectors.toSet()));
        if (interest.filter() != null) {
            seen = Access.satisfying(transaction, object, access.resolve(actor, object, interest.filter()), seen);
        }
        Map<Long, ObjectNode> records = payloads.of(actor, object, seen, List.of());
        Map<Long, Set<String>> covered = access.covered(transaction, actor, object, seen);
        List<Told> told = new ArrayList<>();
        for (Heard each : heard) {
            ObjectNode data = JsonMapper.shared().createObjectNode();
            data.put("object", object.name())
                    .put("id", each.record())
                    .put("version", each.change().version());
            boolean known = seen.contains(each.record());
            if (known && each.what() == What.DELETED) {
                told.add(told(object, each, data));
            } else if (known && records.containsKey(each.record())) {
                List<String> changed = readable(actor, object, each, covered.getOrDefault(each.record(), Set.of()));
                if (each.what() == What.CREATED || !changed.isEmpty()) {
                    changed.forEach(data.putArray("changed")::add);
                    data.set("record", Objects.requireNonNull(records.get(each.record())));
                    told.add(told(object, each, data));
                }
            }
        }
        return told;
    }

    private List<String> readable(Actor actor, ObjectDefinition object, Heard heard, Set<String> covered) {
        return heard.change().fields().stream()
                .filter(name -> !covered.contains(name))
                .filter(name -> object.field(name)
                        .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                        .isPresent())
                .toList();
    }

    private static Told told(ObjectDefinition object, Heard heard, ObjectNode data) {
        return new Told(
                "event_" + heard.event(),
                object.name() + "." + heard.what().wire(),
                object.name(),
                heard.record(),
                heard.at(),
                data);
    }
}
