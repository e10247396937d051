package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Caller;
import hengke.kernel.records.RecordKey;
import hengke.kernel.records.Upsert;
import hengke.kernel.records.Upsert.Outcome;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records by a key, whether they exist or not; says of each what became of it. */
@RestController
final class UpsertController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 200);

    private final Reading reading;
    private final Access access;
    private final Upsert upsert;

    UpsertController(Reading reading, Access access, Upsert upsert) {
        this.reading = reading;
        this.access = access;
        this.upsert = upsert;
    }

    @PostMapping("/api/records/{object}/upsert")
    ResponseEntity<ObjectNode> run(
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Body body = new Body(asked);
        List<String> key = body.list("key", NAME);
        List<ObjectNode> records = records(body);
        boolean atomic = body.optional("atomic", new BooleanType()).orElse(false);
        body.done();
        Upsert.Result result = upsert.run(caller, key(caller, object, key), records, atomic);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        result.outcomes().forEach(outcome -> items.add(verdict(outcome, language)));
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(result.operation().id()))
                .body(answer.put("operation", result.operation().id()));
    }

    /** The fields named, of those the caller may read: by a masked one its values could be guessed. */
    private RecordKey key(Caller caller, ObjectDefinition object, List<String> names) {
        List<Field<?>> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(object.field(name)
                    .filter(field -> access.right(caller.actor(), object, field).atLeast(FieldRight.READ))
                    .orElseThrow(() -> Refusal.Invalid.at("key", Message.of("records.unknown", name))));
        }
        return new RecordKey(object, fields);
    }

    private static List<ObjectNode> records(Body body) {
        List<ObjectNode> records = new ArrayList<>();
        JsonNode given =
                body.given("records").orElseThrow(() -> Refusal.Invalid.at("records", Message.of("web.required")));
        for (JsonNode each : given) {
            if (!(each instanceof ObjectNode record)) {
                throw Refusal.Invalid.at("records[" + records.size() + "]", Message.of("web.object"));
            }
            records.add(record);
        }
        if (!given.isArray() || records.size() > Upsert.MOST) {
            throw Refusal.Invalid.at(
                    "records", given.isArray() ? Message.of("value.tooMany", Upsert.MOST) : Message.of("value.list"));
        }
        return records;
    }

    private static ObjectNode verdict(Outcome outcome, Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        switch (outcome) {
            case Outcome.Created(long id) -> json.put("status", "created").put("id", id);
            case Outcome.Updated(long id) -> json.put("status", "updated").put("id", id);
            case Outcome.Unchanged(long id) -> json.put("status", "unchanged").put("id", id);
            case Outcome.Failed _ -> json.put("status", "failed").putNull("id");
        }
        ArrayNode errors = json.putArray("errors");
        if (outcome instanceof Outcome.Failed(Refusal refusal)) {
            errors(refusal)
                    .forEach(error -> errors.addObject()
                            .put("field", error.field())
                            .put("code", error.code())
                            .put("message", error.message().in(language)));
        }
        return json;
    }

    private static List<FieldError> errors(Refusal refusal) {
        return refusal instanceof Refusal.Invalid invalid
                ? invalid.errors()
                : List.of(FieldError.of("", refusal.reason()));
    }
}
