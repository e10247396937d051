package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.TypeJson;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of a field that a company has added. */
public final class FieldJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FieldJson() {}

    public static ObjectNode write(Field<?> field) {
        FieldTraits traits = field.traits();
        ObjectNode json = NODES.objectNode().put("name", field.name());
        json.set("type", TypeJson.write(field.type()));
        json.set("label", label(traits.label()));
        ArrayNode names = json.putArray("traits");
        traits.traits().stream().map(Trait::name).sorted().forEach(names::add);
        if (traits.help() != null) {
            json.set("help", label(traits.help()));
        }
        if (traits.section() != null) {
            json.set("section", label(traits.section()));
        }
        if (traits.defaultValue() != null) {
            json.set("default", write(traits.defaultValue()));
        }
        if (traits.parent() != null) {
            json.set(
                    "parent",
                    label(traits.parent().label()).put("name", traits.parent().name()));
        }
        if (!traits.otherNames().isEmpty()) {
            var others = json.putArray("otherNames");
            traits.otherNames().forEach(others::add);
        }
        if (traits.computation() != null) {
            json.set("computation", ComputationJson.write(traits.computation()));
        }
        return json;
    }

    /** What {@link #write} wrote. */
    public static Field<?> read(JsonNode json) {
        Set<Trait> traits = json.required("traits")
                .valueStream()
                .map(name -> Trait.valueOf(name.stringValue()))
                .collect(Collectors.toSet());
        JsonNode parent = json.path("parent");
        JsonNode given = json.path("default");
        return Field.of(
                json.required("name").stringValue(),
                TypeJson.read(json.required("type")),
                new FieldTraits(
                        label(json.required("label")),
                        optionalLabel(json.path("help")),
                        traits,
                        optionalLabel(json.path("section")),
                        given.isMissingNode() ? null : defaultValue(given),
                        parent.isMissingNode()
                                ? null
                                : new Relation(parent.required("name").stringValue(), label(parent)),
                        json.path("otherNames")
                                .valueStream()
                                .map(JsonNode::stringValue)
                                .toList(),
                        json.has("computation") ? ComputationJson.read(json.required("computation")) : null));
    }

    static ObjectNode label(Label label) {
        return NODES.objectNode().put("chinese", label.chinese()).put("english", label.english());
    }

    static Label label(JsonNode json) {
        return new Label(
                json.required("chinese").stringValue(), json.required("english").stringValue());
    }

    static @Nullable Label optionalLabel(JsonNode json) {
        return json.isMissingNode() ? null : label(json);
    }

    private static ObjectNode write(DefaultValue value) {
        return switch (value) {
            case DefaultValue.Constant(JsonNode constant) -> NODES.objectNode().set("constant", constant);
            case DefaultValue.NextNumber(String pattern) -> NODES.objectNode().put("nextNumber", pattern);
            case DefaultValue.CurrentUser _ -> NODES.objectNode().put("is", "currentUser");
            case DefaultValue.Now _ -> NODES.objectNode().put("is", "now");
        };
    }

    private static DefaultValue defaultValue(JsonNode json) {
        if (json.has("constant")) {
            return new DefaultValue.Constant(json.required("constant"));
        }
        if (json.has("nextNumber")) {
            return new DefaultValue.NextNumber(json.required("nextNumber").stringValue());
        }
        return json.required("is").stringValue().equals("now")
                ? new DefaultValue.Now()
                : new DefaultValue.CurrentUser();
    }
}
