package hengke.kernel.metadata.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The readings of JSON that several kinds share. */
final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Room for any amount a company meets, and small enough to stay harmless. */
    private static final int MAX_DIGITS = 100;

    private Json() {}

    /** Text without surrounding space; refuses control characters, NUL and unpaired surrogates. */
    static String text(JsonNode json, int maxLength, boolean lines) throws Unreadable {
        if (!json.isString()) {
            throw new Unreadable("value.text");
        }
        String text = json.stringValue().strip();
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw new Unreadable("value.tooLong", maxLength);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
            if (Character.isISOControl(c) && !(lines && lineBreak)) {
                throw new Unreadable("value.controlCharacter");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Unreadable("value.brokenCharacter");
            }
        }
        return text;
    }

    static BigDecimal decimal(JsonNode json) throws Unreadable {
        String written = json.isNumber() || json.isString() ? json.asString().strip() : "";
        if (written.isEmpty() || written.length() > MAX_DIGITS) {
            throw new Unreadable("value.number");
        }
        try {
            BigDecimal value = new BigDecimal(written);
            if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
                throw new Unreadable("value.number");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new Unreadable("value.number");
        }
    }

    /** A positive id, written as a number or as the object a read returned. */
    static long id(JsonNode json) throws Unreadable {
        JsonNode id = json.isObject() && json.has("id") ? json.get("id") : json;
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() <= 0) {
            throw new Unreadable("value.id");
        }
        return id.longValue();
    }

    static <V> List<V> list(JsonNode json, int most, ItemReader<V> item) throws Unreadable {
        if (!json.isArray()) {
            throw new Unreadable("value.list");
        }
        if (json.size() > most) {
            throw new Unreadable("value.tooMany", most);
        }
        Set<V> values = new LinkedHashSet<>();
        for (JsonNode element : json) {
            values.add(item.read(element));
        }
        return List.copyOf(new ArrayList<>(values));
    }

    interface ItemReader<V> {
        V read(JsonNode json) throws Unreadable;
    }
}
