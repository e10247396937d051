package hengke.kernel.metadata;

import hengke.kernel.metadata.OwnObject.Retirement;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of an object that a company has added. */
final class OwnObjectJson {
    private OwnObjectJson() {}

    static ObjectNode write(OwnObject object) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", object.name());
        json.set("label", FieldJson.label(object.label()));
        json.set("plural", FieldJson.label(object.plural()));
        json.put("application", object.application()).put("icon", object.icon());
        json.set("title", FieldJson.write(object.title()));
        ArrayNode capabilities = json.putArray("capabilities");
        object.capabilities().forEach(capabilities::add);
        Retirement retired = object.retired();
        if (retired != null) {
            json.putObject("retired")
                    .put("at", retired.at().toString())
                    .put("by", retired.by())
                    .put("dropped", retired.dropped());
        }
        return json;
    }

    /** What {@link #write} wrote. */
    static OwnObject read(JsonNode json) {
        JsonNode retired = json.path("retired");
        return new OwnObject(
                json.required("name").stringValue(),
                FieldJson.label(json.required("label")),
                FieldJson.label(json.required("plural")),
                json.required("application").stringValue(),
                json.required("icon").stringValue(),
                FieldJson.read(json.required("title")),
                json.required("capabilities")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList(),
                retired.isMissingNode()
                        ? null
                        : new Retirement(
                                Instant.parse(retired.required("at").stringValue()),
                                retired.required("by").longValue(),
                                retired.required("dropped").booleanValue()));
    }
}
