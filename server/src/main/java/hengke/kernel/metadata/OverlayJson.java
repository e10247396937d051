package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldChange.OptionChange;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.TypeJson;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of an overlay; its version is kept beside it. */
public final class OverlayJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OverlayJson() {}

    public static ObjectNode write(Overlay overlay) {
        ObjectNode json = NODES.objectNode();
        ObjectNode objects = json.putObject("objects");
        new TreeMap<>(overlay.objects()).forEach((name, changes) -> objects.set(name, write(changes)));
        ArrayNode own = json.putArray("own");
        overlay.own().forEach(object -> own.add(OwnObjectJson.write(object)));
        ArrayNode retired = json.putArray("retired");
        overlay.retired().forEach(field -> retired.add(write(field)));
        return json;
    }

    /** What {@link #write} wrote. */
    public static Overlay read(long version, JsonNode json) {
        Map<String, ObjectOverlay> objects = new LinkedHashMap<>();
        json.path("objects")
                .propertyStream()
                .forEach(object -> objects.put(object.getKey(), objectOverlay(object.getValue())));
        return new Overlay(
                version,
                objects,
                json.path("own").valueStream().map(OwnObjectJson::read).toList(),
                json.path("retired").valueStream().map(OverlayJson::retired).toList());
    }

    private static ObjectNode write(ObjectOverlay object) {
        ObjectNode json = NODES.objectNode();
        ArrayNode added = json.putArray("added");
        object.added().forEach(field -> added.add(FieldJson.write(field)));
        ObjectNode changed = json.putObject("changed");
        new TreeMap<>(object.changed()).forEach((name, change) -> changed.set(name, write(change)));
        ObjectNode transitions = json.putObject("transitions");
        new TreeMap<>(object.transitions())
                .forEach((name, rules) -> transitions.set(name, TransitionsJson.write(rules)));
        json.set("layouts", FormsJson.layouts(object.forms().layouts()));
        json.set("rules", FormsJson.rules(object.forms().rules()));
        if (object.names() != null) {
            json.set("names", write(object.names()));
        }
        return json;
    }

    private static ObjectOverlay objectOverlay(JsonNode json) {
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        json.path("changed").propertyStream().forEach(field -> changed.put(field.getKey(), change(field.getValue())));
        Map<String, Transitions> transitions = new LinkedHashMap<>();
        json.path("transitions")
                .propertyStream()
                .forEach(field -> transitions.put(field.getKey(), TransitionsJson.read(field.getValue())));
        return new ObjectOverlay(
                json.path("added").valueStream().<Field<?>>map(FieldJson::read).toList(),
                changed,
                transitions,
                new Forms(FormsJson.layouts(json.path("layouts")), FormsJson.rules(json.path("rules"))),
                json.has("names") ? names(json.required("names")) : null);
    }

    static ObjectNode write(Names names) {
        ObjectNode json = NODES.objectNode();
        json.set("label", FieldJson.label(names.one()));
        json.set("plural", FieldJson.label(names.several()));
        return json;
    }

    static Names names(JsonNode json) {
        return new Names(FieldJson.label(json.required("label")), FieldJson.label(json.required("plural")));
    }

    static ObjectNode write(FieldChange change) {
        ObjectNode json = NODES.objectNode();
        if (change.label() != null) {
            json.set("label", FieldJson.label(change.label()));
        }
        if (change.help() != null) {
            json.set("help", FieldJson.label(change.help()));
        }
        if (change.options() != null) {
            ArrayNode options = json.putArray("options");
            change.options()
                    .forEach(option -> options.add(
                            option.instead() == null
                                    ? NODES.stringNode(option.value())
                                    : TypeJson.option(option.instead())));
        }
        ObjectNode traits = json.putObject("traits");
        new TreeMap<>(change.traits()).forEach((trait, holds) -> traits.put(trait.name(), holds));
        return json;
    }

    static FieldChange change(JsonNode json) {
        Map<Trait, Boolean> traits = new EnumMap<>(Trait.class);
        json.path("traits")
                .propertyStream()
                .forEach(trait -> traits.put(
                        Trait.valueOf(trait.getKey()), trait.getValue().booleanValue()));
        JsonNode options = json.path("options");
        return new FieldChange(
                FieldJson.optionalLabel(json.path("label")),
                FieldJson.optionalLabel(json.path("help")),
                options.isMissingNode() ? null : options(options),
                traits);
    }

    private static List<OptionChange> options(JsonNode json) {
        return json.valueStream()
                .map(option -> option.isString()
                        ? new OptionChange(option.stringValue(), null)
                        : new OptionChange(option.required("value").stringValue(), TypeJson.option(option)))
                .toList();
    }

    static ObjectNode write(RetiredField retired) {
        ObjectNode json = NODES.objectNode()
                .put("object", retired.object())
                .put("at", retired.at().toString())
                .put("by", retired.by())
                .put("dropped", retired.dropped());
        json.set("field", FieldJson.write(retired.field()));
        if (retired.transitions() != null) {
            json.set("transitions", TransitionsJson.write(retired.transitions()));
        }
        return json;
    }

    static RetiredField retired(JsonNode json) {
        return new RetiredField(
                json.required("object").stringValue(),
                FieldJson.read(json.required("field")),
                Instant.parse(json.required("at").stringValue()),
                json.required("by").longValue(),
                json.required("dropped").booleanValue(),
                json.has("transitions") ? TransitionsJson.read(json.required("transitions")) : null);
    }
}
