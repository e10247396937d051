package hengke.web.records;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
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
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same change of many records. Without ids or a filter it is refused: nothing never means everything. */
@RestController
final class BulkController {
    static final int MOST_IDS = 10_000;
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);

    private final Reading reading;
    private final Bulk bulk;
    private final Labels labels;
    private final OperationJson json;

    BulkController(Reading reading, Bulk bulk, Labels labels, OperationJson json) {
        this.reading = reading;
        this.bulk = bulk;
        this.labels = labels;
        this.json = json;
    }

    @PostMapping("/api/records/{object}/bulk")
    ResponseEntity<ObjectNode> run(
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Body body = new Body(asked);
        Criterion which = which(caller.actor(), object, body);
        Bulk.Act act = act(body);
        boolean dryRun = body.optional("dryRun", new BooleanType()).orElse(false);
        body.done();
        if (dryRun) {
            return ResponseEntity.ok(preview(caller, language, object, bulk.preview(caller, object, which, act)));
        }
        Operation operation = bulk.start(caller, object, which, act);
        return ResponseEntity.ok()
                .header(RecordsController.OPERATION, Long.toString(operation.id()))
                .body(json.of(operation, language));
    }

    private Criterion which(Actor actor, ObjectDefinition object, Body body) {
        Optional<JsonNode> filter = body.given("filter");
        List<Long> ids = body.list("ids", new IntegerType(1, Long.MAX_VALUE));
        if (ids.size() > MOST_IDS) {
            throw Refusal.Invalid.at("ids", Message.of("value.tooMany", MOST_IDS));
        }
        if (filter.isPresent() == !ids.isEmpty()) {
            throw Refusal.Invalid.at("filter", Message.of("records.bulkScope"));
        }
        return filter.isPresent()
                ? reading.resolver(actor).resolve(object, filter.get())
                : Criterion.in(SystemFields.ID, ids);
    }

    private static Bulk.Act act(Body body) {
        List<Bulk.Act> acts = new ArrayList<>();
        body.given("change").ifPresent(change -> acts.add(new Bulk.Change(values(change, "change"))));
        Optional<String> command = body.optional("command", NAME);
        ObjectNode input = body.given("input")
                .map(given -> values(given, "input"))
                .orElseGet(JsonMapper.shared()::createObjectNode);
        command.ifPresent(name -> acts.add(new Bulk.Order(name, input)));
        if (body.optional("delete", new BooleanType()).orElse(false)) {
            acts.add(new Bulk.Deletion());
        }
        if (body.optional("restore", new BooleanType()).orElse(false)) {
            acts.add(new Bulk.Restoration());
        }
        boolean empty =
                acts.size() != 1 || acts.getFirst() instanceof Bulk.Change(ObjectNode values) && values.isEmpty();
        if (empty || command.isEmpty() && !input.isEmpty()) {
            throw Refusal.Invalid.at("change", Message.of("records.bulkAct"));
        }
        return acts.getFirst();
    }

    private static ObjectNode values(JsonNode given, String key) {
        if (given instanceof ObjectNode values) {
            return values;
        }
        throw Refusal.Invalid.at(key, Message.of("web.object"));
    }

    private ObjectNode preview(Caller caller, Language language, ObjectDefinition object, Bulk.Preview preview) {
        Labels.Known known = labels.known(
                caller.actor(),
                preview.refused().stream()
                        .map(each -> new Link(object.name(), each.id()))
                        .toList(),
                List.of());
        ObjectNode answer = JsonMapper.shared()
                .createObjectNode()
                .put("total", preview.total())
                .put("allowed", preview.allowed());
        ArrayNode refused = answer.putArray("refused");
        preview.refused()
                .forEach(each -> refused.addObject()
                        .put("id", each.id())
                        .put("label", known.record(new Link(object.name(), each.id())))
                        .put("message", each.refusal().reason().in(language)));
        return answer;
    }
}
