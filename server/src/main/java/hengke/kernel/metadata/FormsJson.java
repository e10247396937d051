package hengke.kernel.metadata;

import hengke.kernel.metadata.FormLayout.Place;
import hengke.kernel.metadata.FormLayout.Section;
import hengke.kernel.metadata.ValueRule.Effect;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Layouts and field rules as they are stored, and as administrators see them. */
public final class FormsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FormsJson() {}

    static ArrayNode layouts(List<FormLayout> layouts) {
        return layouts(layouts, FieldJson::label);
    }

    /** With labels written as their reader wants them. */
    public static ArrayNode layouts(List<FormLayout> layouts, Function<Label, JsonNode> words) {
        ArrayNode all = NODES.arrayNode();
        for (FormLayout layout : layouts) {
            ObjectNode json = all.addObject().put("key", layout.key());
            json.set("name", words.apply(layout.name()));
            roles(json, layout.roles());
            ArrayNode sections = json.putArray("sections");
            layout.sections().forEach(section -> sections.add(write(section, words)));
            layout.leftOut().forEach(json.putArray("leftOut")::add);
            json.put("newFields", layout.newFields());
            layout.listColumns().forEach(json.putArray("listColumns")::add);
        }
        return all;
    }

    private static ObjectNode write(Section section, Function<Label, JsonNode> words) {
        ObjectNode json = NODES.objectNode();
        json.set("label", words.apply(section.label()));
        json.put("columns", section.columns()).put("collapsed", section.collapsed());
        json.set("shownWhen", condition(section.shownWhen()));
        ArrayNode fields = json.putArray("fields");
        section.fields()
                .forEach(place -> fields.addObject().put("field", place.field()).put("wide", place.wide()));
        return json;
    }

    /** What {@link #layouts(List)} wrote. */
    static List<FormLayout> layouts(JsonNode json) {
        return json.valueStream().map(FormsJson::layout).toList();
    }

    private static FormLayout layout(JsonNode json) {
        return new FormLayout(
                json.required("key").stringValue(),
                FieldJson.label(json.required("name")),
                roles(json),
                json.required("sections").valueStream().map(FormsJson::section).toList(),
                texts(json.required("leftOut")),
                json.required("newFields").booleanValue(),
                texts(json.required("listColumns")));
    }

    private static Section section(JsonNode json) {
        return new Section(
                FieldJson.label(json.required("label")),
                json.required("columns").intValue(),
                json.required("collapsed").booleanValue(),
                given(json.required("shownWhen")),
                json.required("fields")
                        .valueStream()
                        .map(place -> new Place(
                                place.required("field").stringValue(),
                                place.required("wide").booleanValue()))
                        .toList());
    }

    static ArrayNode rules(List<ValueRule> rules) {
        return rules(rules, FieldJson::label);
    }

    /** With labels written as their reader wants them. */
    public static ArrayNode rules(List<ValueRule> rules, Function<Label, JsonNode> words) {
        ArrayNode all = NODES.arrayNode();
        for (ValueRule rule : rules) {
            ObjectNode json = all.addObject();
            json.set("name", words.apply(rule.name()));
            json.set("when", condition(rule.when()));
            json.put("effect", rule.effect().wire());
            rule.fields().forEach(json.putArray("fields")::add);
            roles(json, rule.roles());
        }
        return all;
    }

    /** What {@link #rules(List)} wrote. */
    static List<ValueRule> rules(JsonNode json) {
        return json.valueStream()
                .map(rule -> new ValueRule(
                        FieldJson.label(rule.required("name")),
                        given(rule.required("when")),
                        Effect.of(rule.required("effect").stringValue()).orElseThrow(),
                        texts(rule.required("fields")),
                        roles(rule)))
                .toList();
    }

    private static JsonNode condition(@Nullable JsonNode condition) {
        return condition == null ? NullNode.getInstance() : condition;
    }

    private static @Nullable JsonNode given(JsonNode condition) {
        return condition.isNull() ? null : condition;
    }

    private static void roles(ObjectNode json, Set<Long> roles) {
        roles.stream().sorted().forEach(json.putArray("roles")::add);
    }

    private static Set<Long> roles(JsonNode json) {
        return json.required("roles").valueStream().map(JsonNode::longValue).collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode json) {
        return json.valueStream().map(JsonNode::stringValue).toList();
    }
}
