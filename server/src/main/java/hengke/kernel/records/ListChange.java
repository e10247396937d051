package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextListType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Members to add to and take from a list of tags or choices: {@code {"tags":{"add":["重点"],"remove":["旧"]}}}. */
record ListChange(Field<?> field, List<String> added, List<String> removed) {

    static List<ListChange> in(ObjectDefinition object, ObjectNode values) {
        List<ListChange> changes = new ArrayList<>();
        for (Field<?> field : object.fields()) {
            if (field.type() instanceof TextListType && values.get(field.name()) instanceof ObjectNode change) {
                changes.add(new ListChange(field, texts(change.get("add")), texts(change.get("remove"))));
            }
        }
        return changes;
    }

    /** The values without those that are such changes. */
    static ObjectNode without(ObjectNode values) {
        ObjectNode rest = values.deepCopy();
        values.properties().stream()
                .filter(entry -> isChange(entry.getValue()))
                .forEach(entry -> rest.remove(entry.getKey()));
        return rest;
    }

    /** The same with each such change as plain members, by which field and members can be checked. */
    static ObjectNode asValues(ObjectNode values) {
        ObjectNode plain = values.deepCopy();
        values.properties().stream().filter(entry -> isChange(entry.getValue())).forEach(entry -> {
            var members = plain.putArray(entry.getKey());
            texts(entry.getValue().get("add")).forEach(members::add);
            texts(entry.getValue().get("remove")).forEach(members::add);
        });
        return plain;
    }

    private static boolean isChange(JsonNode value) {
        return value.isObject() && (value.has("add") || value.has("remove"));
    }

    private static List<String> texts(@Nullable JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list != null) {
            list.forEach(each -> texts.add(each.asString()));
        }
        return texts;
    }

    /** What this record then has; null for nothing. */
    @Nullable
    List<String> of(Row row) {
        Set<String> members = new LinkedHashSet<>();
        if (row.get(field) instanceof List<?> present) {
            present.forEach(each -> members.add(String.valueOf(each)));
        }
        members.addAll(added);
        removed.forEach(members::remove);
        return members.isEmpty() ? null : List.copyOf(members);
    }
}
