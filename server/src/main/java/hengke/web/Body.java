package hengke.web;

import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The object in a request's body, read key by key. What is wrong is collected until {@link #done}, which also refuses
 * keys that nobody asked for, so that nothing can be set by guessing its name.
 */
public final class Body {
    private final ObjectNode json;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<FieldError> errors;

    public Body(ObjectNode json) {
        this(json, "", new ArrayList<>());
    }

    private Body(ObjectNode json, String path, List<FieldError> errors) {
        this.json = json;
        this.path = path;
        this.errors = errors;
    }

    /** A value that must be there. */
    public <T> Optional<T> required(String key, FieldType<T> type) {
        Optional<T> value = optional(key, type);
        if (value.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(path + key))) {
            refuse(key, Message.of("web.required"));
        }
        return value;
    }

    /** A value that may be absent, null or blank. */
    public <T> Optional<T> optional(String key, FieldType<T> type) {
        return given(key).flatMap(node -> read(key, node, type)).filter(value -> !value.equals(""));
    }

    /** What a value is after this change: the one given, none if it is cleared, the present one if it is not mentioned. */
    public <T> @Nullable T changed(String key, FieldType<T> type, @Nullable T present) {
        return mentions(key) ? optional(key, type).orElse(null) : present;
    }

    /** The same for a value that must remain. */
    public <T> T kept(String key, FieldType<T> type, T present) {
        return mentions(key) ? required(key, type).orElse(present) : present;
    }

    /** The node itself, for values of a shape of their own; empty when absent or null. */
    public Optional<JsonNode> given(String key) {
        asked.add(key);
        JsonNode node = json.get(key);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    public boolean mentions(String key) {
        asked.add(key);
        return json.has(key);
    }

    /** An object whose keys are the caller's business. */
    public Optional<ObjectNode> object(String key) {
        return given(key).flatMap(node -> {
            if (node instanceof ObjectNode object) {
                return Optional.of(object);
            }
            refuse(key, Message.of("web.object"));
            return Optional.empty();
        });
    }

    /** The elements of a list of objects. */
    public List<Body> each(String key) {
        List<Body> bodies = new ArrayList<>();
        given(key).ifPresent(list -> {
            if (!list.isArray()) {
                refuse(key, Message.of("value.list"));
            }
            for (JsonNode element : list.isArray() ? list : json.arrayNode()) {
                String at = path + key + "[" + bodies.size() + "]";
                if (element instanceof ObjectNode object) {
                    bodies.add(new Body(object, at + ".", errors));
                } else {
                    errors.add(FieldError.of(at, Message.of("web.object")));
                }
            }
        });
        return bodies;
    }

    /** The object under a key; empty when absent, null or something else. */
    public Optional<Body> inside(String key) {
        return given(key)
                .filter(ObjectNode.class::isInstance)
                .map(node -> new Body((ObjectNode) node, path + key + ".", errors));
    }

    /** The elements of a list of plain values. */
    public <T> List<T> list(String key, FieldType<T> type) {
        List<T> values = new ArrayList<>();
        given(key).ifPresent(list -> {
            if (!list.isArray()) {
                refuse(key, Message.of("value.list"));
                return;
            }
            list.forEach(element -> read(key, element, type).ifPresent(values::add));
        });
        return values;
    }

    public void refuse(String key, Message message) {
        errors.add(FieldError.of(path + key, message));
    }

    /** Throws what is wrong so far, if anything. */
    public void done() {
        refuseUnasked();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** Refuses keys of this object that were not asked for; {@link #done} of the outermost body throws. */
    public void refuseUnasked() {
        json.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> refuse(name, unknown(name)));
    }

    private Message unknown(String name) {
        return Nearest.of(name, asked)
                .map(near -> Message.of("web.unknownKeyNear", name, near))
                .orElseGet(() -> Message.of("web.unknownKey", name, String.join(", ", asked)));
    }

    private <T> Optional<T> read(String key, JsonNode node, FieldType<T> type) {
        try {
            return Optional.of(type.read(node));
        } catch (Unreadable unreadable) {
            refuse(key, unreadable.reason());
            return Optional.empty();
        }
    }
}
