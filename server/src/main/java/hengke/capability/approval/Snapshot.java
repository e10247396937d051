package hengke.capability.approval;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.query.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record with its lines as it was at one moment, whoever may see what of it. */
public final class Snapshot {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINES = "$lines";

    private Snapshot() {}

    static ObjectNode of(DSLContext within, Catalog catalog, ObjectDefinition object, Row row) {
        ObjectNode json = values(object, row);
        ObjectNode lines = json.putObject(LINES);
        for (Catalog.Child kind : catalog.lines(object)) {
            var list = lines.putArray(kind.relation().name());
            lines(within, kind, row.id()).forEach(line -> list.add(values(kind.object(), line)));
        }
        return kept(json);
    }

    /** The lines that a record has now, in their order, whoever may see them. */
    public static List<Row> lines(DSLContext within, Catalog.Child kind, long record) {
        return new Pages(within)
                .page(Selection.of(kind.object(), Visibility.EVERYTHING)
                        .where(Criterion.is(kind.reference(), record))
                        .sorted(List.of(new SortKey(kind.position(), false)))
                        .limit(Selection.MOST))
                .rows();
    }

    /** What was kept under a name: the value of a field, or the lines of a kind. */
    static JsonNode under(ObjectNode snapshot, String name) {
        JsonNode lines = snapshot.path(LINES).path(name);
        return lines.isMissingNode() ? snapshot.path(name) : lines;
    }

    /** As it is read again later: a number that is kept is no longer of the class it was written as. */
    private static ObjectNode kept(ObjectNode json) {
        return (ObjectNode) JSON.readTree(JSON.writeValueAsString(json));
    }

    private static ObjectNode values(ObjectDefinition object, Row row) {
        ObjectNode json = JSON.createObjectNode();
        for (Field<?> field : object.fields()) {
            if (row.get(field) != null && !field.traits().is(Trait.SYSTEM)) {
                json.set(field.name(), written(field, row));
            }
        }
        return json;
    }

    private static <T> JsonNode written(Field<T> field, Row row) {
        return field.type().write(row.need(field));
    }

    /** The values of it, as far as the fields are still there and of the same kind. */
    public static Row row(ObjectDefinition object, long id, ObjectNode snapshot) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        for (Field<?> field : object.fields()) {
            JsonNode value = snapshot.get(field.name());
            if (value != null && !value.isNull()) {
                try {
                    values.put(field.name(), field.type().read(value));
                } catch (Unreadable _) {
                    values.remove(field.name());
                }
            }
        }
        return Row.of(values);
    }

    /** What differs of what people fill in: fields, and kinds of lines. */
    public static List<String> differing(ObjectDefinition object, ObjectNode before, ObjectNode after) {
        List<String> differing = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            if (!Objects.equals(before.get(field.name()), after.get(field.name())) && content(field)) {
                differing.add(field.name());
            }
        }
        for (String kind : after.path(LINES).propertyNames()) {
            if (!before.path(LINES).path(kind).equals(after.path(LINES).path(kind))) {
                differing.add(kind);
            }
        }
        return differing;
    }

    /** Is it what the record says, and not how far it is or whose it is? */
    public static boolean content(Field<?> field) {
        return !field.traits().is(Trait.SYSTEM)
                && !field.traits().is(Trait.DERIVED)
                && !field.traits().is(Trait.FOLLOWING)
                && field.computation() == null
                && !field.name().equals("owner")
                && !field.name().equals("tags");
    }
}
