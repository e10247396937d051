package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Schema that is written when the reader's language is known. */
@FunctionalInterface
public interface Schema {
    ObjectNode in(Language language);

    static Schema text() {
        return typed("string");
    }

    static Schema text(long maxLength) {
        return text().with("maxLength", maxLength);
    }

    static Schema number() {
        return typed("number");
    }

    static Schema integer() {
        return formatted("integer", "int64");
    }

    static Schema integer(long least, long most) {
        return integer().with("minimum", least).with("maximum", most);
    }

    static Schema id() {
        return integer().with("minimum", 1);
    }

    static Schema flag() {
        return typed("boolean");
    }

    static Schema date() {
        return formatted("string", "date");
    }

    static Schema moment() {
        return formatted("string", "date-time");
    }

    /** A decimal number as text, so that no digit is lost. */
    static Schema decimal() {
        return text().with("pattern", "^-?\\d+(\\.\\d+)?$");
    }

    /** Any JSON value. */
    static Schema any() {
        return _ -> JsonMapper.shared().createObjectNode();
    }

    static Schema oneOf(String... values) {
        return oneOf(List.of(values));
    }

    static Schema oneOf(Stream<String> values) {
        return oneOf(values.toList());
    }

    static Schema oneOf(Collection<String> values) {
        return language -> {
            ObjectNode json = text().in(language);
            values.forEach(json.putArray("enum")::add);
            return json;
        };
    }

    /** Any one of several shapes. */
    static Schema either(Schema... choices) {
        return language -> {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            ArrayNode list = json.putArray("anyOf");
            Stream.of(choices).forEach(choice -> list.add(choice.in(language)));
            return json;
        };
    }

    static Schema listOf(Schema items) {
        return language -> typed("array").in(language).set("items", items.in(language));
    }

    /** A list with a fixed number of elements, each of its own shape. */
    static Schema tuple(Schema... elements) {
        return language -> {
            ObjectNode json = typed("array").in(language);
            ArrayNode list = json.putArray("prefixItems");
            Stream.of(elements).forEach(element -> list.add(element.in(language)));
            return json.put("minItems", elements.length).put("maxItems", elements.length);
        };
    }

    /** An object whose keys are not known beforehand. */
    static Schema mapOf(Schema values) {
        return language -> typed("object").in(language).set("additionalProperties", values.in(language));
    }

    /** A schema that is described once under this name. */
    static Schema named(String name) {
        return _ -> JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** The bytes of a file. */
    static Schema bytes() {
        return formatted("string", "binary");
    }

    default Schema about(String chinese, String english) {
        return about(new Label(chinese, english));
    }

    default Schema about(Label label) {
        return language -> in(language).put("description", label.in(language));
    }

    default Schema orNull() {
        return language -> nullable(in(language));
    }

    default Schema byDefault(JsonNode value) {
        return language -> in(language).set("default", value);
    }

    default Schema with(String keyword, long value) {
        return language -> in(language).put(keyword, value);
    }

    default Schema with(String keyword, boolean value) {
        return language -> in(language).put(keyword, value);
    }

    default Schema with(String keyword, String value) {
        return language -> in(language).put(keyword, value);
    }

    private static Schema typed(String type) {
        return _ -> JsonMapper.shared().createObjectNode().put("type", type);
    }

    private static Schema formatted(String type, String format) {
        return typed(type).with("format", format);
    }

    private static ObjectNode nullable(ObjectNode json) {
        JsonNode type = json.path("type");
        if (!type.isString()) {
            ObjectNode either = JsonMapper.shared().createObjectNode();
            JsonNode about = json.remove("description");
            either.putArray("anyOf").add(json).addObject().put("type", "null");
            return about == null ? either : either.set("description", about);
        }
        json.putArray("type").add(type).add("null");
        if (json.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return json;
    }
}
