package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Bulk;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives everything a person owns to somebody else: one operation for each object, each of which can be taken back. */
@RestController
final class HandoverController {
    private static final String OWNED = "owned";
    private static final String OWNER = "owner";

    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Bulk bulk;
    private final OperationJson json;

    HandoverController(
            Access access, LiveOrganisation organisation, LiveCatalog catalog, Bulk bulk, OperationJson json) {
        this.access = access;
        this.organisation = organisation;
        this.catalog = catalog;
        this.bulk = bulk;
        this.json = json;
    }

    @PostMapping("/api/users/{id}/handover")
    Map<String, List<ObjectNode>> handOver(
            Caller caller, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(caller.actor());
        Person from = organisation.get().person(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(asked);
        long to = body.required("to", new IdType(new IdType.User())).orElse(0L);
        List<String> objects = body.list("objects", new TextualType(TextualType.Form.TEXT, 100));
        if (to == id || organisation.get().person(to).filter(Person::active).isEmpty()) {
            body.refuse("to", Message.of("records.noSuchUser"));
        }
        body.done();
        List<ObjectNode> operations = new ArrayList<>();
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.has(OWNED) && (objects.isEmpty() || objects.contains(object.name()))) {
                operations.add(json.of(handOver(caller, object, from, to), language));
            }
        }
        return Map.of("operations", operations);
    }

    private Operation handOver(Caller caller, ObjectDefinition object, Person from, long to) {
        Field<?> owner = object.field(OWNER).orElseThrow();
        ObjectNode change = JsonMapper.shared().createObjectNode().put(OWNER, to);
        return bulk.start(caller, object, Criterion.is(owner, from.id()), new Bulk.Change(change));
    }
}
