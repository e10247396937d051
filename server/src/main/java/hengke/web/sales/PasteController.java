package hengke.web.sales;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.sales.Lead;
import hengke.sales.PastedLead;
import hengke.web.Body;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a text into the fields of a new lead; writes nothing. */
@RestController
final class PasteController {
    private static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, 4_000);

    private final PastedLead pasted;
    private final Lead lead;
    private final Reading reading;
    private final RecordJson json;
    private final Access access;

    PasteController(PastedLead pasted, Lead lead, Reading reading, RecordJson json, Access access) {
        this.pasted = pasted;
        this.lead = lead;
        this.reading = reading;
        this.json = json;
        this.access = access;
    }

    @PostMapping("/api/leads/read")
    Map<String, Map<String, JsonNode>> read(Actor actor, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(actor, lead.name());
        access.require(actor, object, Verb.CREATE);
        Body body = new Body(asked);
        String text = body.required("text", TEXT).orElse("");
        body.done();
        Map<Field<?>, Object> values = pasted.read(text);
        List<Field<?>> fields = object.fields().stream()
                .filter(values::containsKey)
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.EDIT))
                .<Field<?>>map(field -> field)
                .toList();
        Map<String, Object> row = new HashMap<>(Map.of("id", 0L));
        fields.forEach(field -> row.put(field.name(), values.get(field)));
        ObjectNode written =
                json.of(actor, object, List.of(Row.of(row)), fields).getFirst();
        Map<String, JsonNode> told = new HashMap<>();
        fields.forEach(field -> told.put(field.name(), written.get(field.name())));
        return Map.of("values", told);
    }
}
