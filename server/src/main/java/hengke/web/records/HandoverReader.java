package hengke.web.records;

import hengke.administration.HandOver;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads who is to have what of somebody. */
record HandoverReader(Catalog catalog, Organisation organisation, HandOver handOver) {
    private static final IdType PERSON = new IdType(new IdType.User());
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);

    /** A plan, and whether the person is disabled after. */
    record Wish(HandOver.Plan plan, boolean disable) {}

    /** All records of these objects to one person. */
    record Everything(long to, List<String> objects) {}

    Wish read(Person from, ObjectNode asked) {
        Body body = new Body(asked);
        List<HandOver.Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Body part : body.each("parts")) {
            part(from, part, seen).ifPresent(parts::add);
        }
        @Nullable Long manager = successor(from, body, "reports");
        @Nullable Long head = successor(from, body, "heads");
        @Nullable Long approvals = successor(from, body, "approvals");
        @Nullable Long automations = successor(from, body, "automations");
        boolean disable = body.optional("disable", new BooleanType()).orElse(false);
        if (parts.isEmpty() && Stream.of(manager, head, approvals, automations).allMatch(Objects::isNull)) {
            body.refuse("parts", Message.of("web.required"));
        }
        body.done();
        return new Wish(new HandOver.Plan(from.id(), parts, manager, head, approvals, automations), disable);
    }

    Everything everything(Person from, ObjectNode asked) {
        Body body = new Body(asked);
        long to = body.required("to", PERSON).orElse(0L);
        List<String> objects = body.list("objects", NAME);
        if (unfit(from, to)) {
            body.refuse("to", Message.of("records.noSuchUser"));
        }
        body.done();
        return new Everything(to, objects);
    }

    private Optional<HandOver.Part> part(Person from, Body body, Set<String> seen) {
        Optional<ObjectDefinition> object = body.required("object", NAME)
                .flatMap(catalog::find)
                .filter(handOver::handsOver)
                .filter(found -> seen.add(found.name()));
        if (object.isEmpty()) {
            body.refuse("object", Message.of("web.notHandedOver"));
        }
        List<HandOver.Rule> rules = new ArrayList<>();
        for (Body rule : body.each("rules")) {
            long to = rule.required("to", PERSON).orElse(0L);
            if (unfit(from, to)) {
                rule.refuse("to", Message.of("records.noSuchUser"));
            }
            rule.given("filter")
                    .ifPresentOrElse(
                            filter -> rules.add(new HandOver.Rule(filter, to)),
                            () -> rule.refuse("filter", Message.of("web.required")));
            rule.refuseUnasked();
        }
        List<Long> to = body.list("to", PERSON);
        if (to.stream().anyMatch(each -> unfit(from, each))) {
            body.refuse("to", Message.of("records.noSuchUser"));
        }
        body.refuseUnasked();
        return object.map(found -> new HandOver.Part(found, rules, to));
    }

    private @Nullable Long successor(Person from, Body body, String key) {
        @Nullable Long to = body.optional(key, PERSON).orElse(null);
        if (to != null && unfit(from, to)) {
            body.refuse(key, Message.of("records.noSuchUser"));
        }
        return to;
    }

    private boolean unfit(Person from, long to) {
        return to == from.id() || organisation.person(to).filter(Person::active).isEmpty();
    }
}
