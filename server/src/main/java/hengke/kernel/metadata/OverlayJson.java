package hengke.kernel.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of an overlay; its version is kept beside it. */
public final class OverlayJson {
    private OverlayJson() {}

    public static ObjectNode write(Overlay overlay) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode added = json.putObject("added");
        overlay.added().forEach((object, fields) -> {
            ArrayNode array = added.putArray(object);
            fields.forEach(field -> array.add(FieldJson.write(field)));
        });
        ObjectNode labels = json.putObject("labels");
        overlay.labels().forEach((field, label) -> labels.set(field, FieldJson.label(label)));
        return json;
    }

    /** What {@link #write} wrote. */
    public static Overlay read(long version, JsonNode json) {
        Map<String, List<Field<?>>> added = new LinkedHashMap<>();
        json.required("added")
                .propertyStream()
                .forEach(object -> added.put(
                        object.getKey(),
                        object.getValue()
                                .valueStream()
                                .<Field<?>>map(FieldJson::read)
                                .toList()));
        Map<String, Label> labels = new LinkedHashMap<>();
        json.required("labels")
                .propertyStream()
                .forEach(field -> labels.put(field.getKey(), FieldJson.label(field.getValue())));
        return new Overlay(version, added, labels);
    }
}
