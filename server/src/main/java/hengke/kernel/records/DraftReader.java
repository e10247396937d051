package hengke.kernel.records;

import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what came over the wire into typed values, and says everything that is wrong with it at once. */
public final class DraftReader {
    private final Rights rights;
    private final LinesReader lines;

    public DraftReader(LiveCatalog catalog, Rights rights) {
        this.rights = rights;
        this.lines = new LinesReader(catalog, rights, this);
    }

    /** A new record, with its lines. */
    public Draft create(Actor actor, ObjectDefinition object, JsonNode body) {
        ObjectNode values = body(body).deepCopy();
        List<FieldError> errors = new ArrayList<>();
        List<Draft.Lines> its = lines.take(actor, object, values, errors);
        return Draft.create(values(actor, object, values, errors)).with(its);
    }

    /** A change of a record; {@code version} in the body is the one the asker saw. */
    public Draft update(Actor actor, ObjectDefinition object, long id, JsonNode body) {
        ObjectNode changes = body(body).deepCopy();
        JsonNode version = changes.remove("version");
        if (version == null || !version.isIntegralNumber()) {
            throw Refusal.Invalid.at("version", Message.of("records.versionMissing"));
        }
        List<FieldError> errors = new ArrayList<>();
        List<Draft.Lines> its = lines.take(actor, object, changes, errors);
        return Draft.update(id, version.longValue(), values(actor, object, changes, errors))
                .with(its);
    }

    private static ObjectNode body(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new Refusal.Unreadable(Message.of("records.notObject"));
    }

    /** Values by field; a null clears. */
    public Map<Field<?>, @Nullable Object> values(Actor actor, ObjectDefinition object, ObjectNode body) {
        return values(actor, object, body, new ArrayList<>());
    }

    /** @param errors what is wrong already, told together with what is wrong here */
    private Map<Field<?>, @Nullable Object> values(
            Actor actor, ObjectDefinition object, ObjectNode body, List<FieldError> errors) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        body.properties().forEach(entry -> {
            Field<?> field = object.field(entry.getKey()).orElse(null);
            FieldRight right = field == null ? FieldRight.HIDDEN : rights.right(actor, object, field);
            if (field == null || right == FieldRight.HIDDEN) {
                errors.add(unknown(actor, object, entry.getKey()));
            } else if (right == FieldRight.MASKED && isMask(entry.getValue())) {
                return; // the masked text that was read, sent back unchanged
            } else {
                read(field, entry.getValue(), values, errors);
            }
        });
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return values;
    }

    /** Values by field of a form that has no rights of its own; a null clears. */
    static Map<Field<?>, @Nullable Object> values(List<Field<?>> form, ObjectNode body) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        body.properties()
                .forEach(entry -> form.stream()
                        .filter(field -> field.name().equals(entry.getKey()))
                        .findFirst()
                        .ifPresentOrElse(
                                field -> read(field, entry.getValue(), values, errors),
                                () -> errors.add(unknown(
                                        entry.getKey(),
                                        form.stream().map(Field::name).toList()))));
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return values;
    }

    private static boolean isMask(JsonNode value) {
        return value.isString() && value.stringValue().contains("*");
    }

    private static void read(
            Field<?> field, JsonNode json, Map<Field<?>, @Nullable Object> values, List<FieldError> errors) {
        try {
            values.put(field, json.isNull() ? null : present(field.type(), json));
        } catch (Unreadable e) {
            errors.add(FieldError.of(field.name(), e.reason()));
        }
    }

    /** An empty text and an empty list are no value. */
    private static <T> @Nullable T present(FieldType<T> type, JsonNode json) throws Unreadable {
        if (json.isString() && json.stringValue().isBlank()) {
            return null;
        }
        T value = type.read(json);
        boolean empty =
                value instanceof String text && text.isEmpty() || value instanceof List<?> list && list.isEmpty();
        return empty ? null : value;
    }

    private FieldError unknown(Actor actor, ObjectDefinition object, String name) {
        return unknown(
                name,
                object.fields().stream()
                        .filter(field -> !field.traits().is(Trait.SYSTEM))
                        .filter(field -> rights.right(actor, object, field) != FieldRight.HIDDEN)
                        .map(Field::name)
                        .toList());
    }

    private static FieldError unknown(String name, List<String> known) {
        String asked = name.length() > 60 ? name.substring(0, 60) : name;
        return Nearest.of(asked, known)
                .map(near -> new FieldError(
                        asked, "unknown", Message.of("records.unknownNear", asked, near), Map.of("nearest", near)))
                .orElseGet(() -> new FieldError(asked, "unknown", Message.of("records.unknown", asked), Map.of()));
    }
}
