package hengke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hengke.testing.ApiClient.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API's description of itself, held against what it really answers: a key that is answered but not described counts
 * as a mistake here, though clients must bear it.
 */
public final class ApiDescription {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode document;
    private final JsonNode strict;

    public ApiDescription(ObjectNode document) {
        this.document = document;
        this.strict = strict(document.deepCopy());
    }

    /** The description as this person is given it. */
    public static ApiDescription of(ApiClient reader) {
        return new ApiDescription(
                (ObjectNode) reader.get("/api/openapi.json").expect(200).body());
    }

    public ObjectNode document() {
        return document;
    }

    /** Every call, as {@code GET /api/people}. */
    public Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    public JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** The answer is what the description says of this call. */
    public Answer check(String method, String path, Answer answer) {
        String pointer = "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT) + "/responses/"
                + answer.status() + "/content/application~1json/schema";
        check(pointer, answer.body(), method + " " + path + " " + answer.status());
        return answer;
    }

    /** The value is what the schema of this name says. */
    public void check(String name, JsonNode value) {
        check("/components/schemas/" + name, value, name);
    }

    private void check(String pointer, JsonNode value, String what) {
        JsonNode described = strict.at(pointer);
        assertThat(described.isMissingNode()).as("%s is not described", what).isFalse();
        ObjectNode schema = described.deepCopy().asObject();
        schema.set("components", strict.get("components"));
        assertThat(faults(SCHEMAS.getSchema(schema), value))
                .as("%s: %s", what, value)
                .isEmpty();
    }

    public static List<String> faults(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private static JsonNode strict(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                strict(each.getValue());
            }
            if (object.get("properties") instanceof ObjectNode
                    && object.path("type").toString().contains("object")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        } else if (json instanceof ArrayNode list) {
            list.forEach(ApiDescription::strict);
        }
        return json;
    }
}
