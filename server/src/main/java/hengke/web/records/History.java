package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.history.RecordChange;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of records as a reader may see them: no hidden field, masked ones masked, ids with names. */
@Component
public final class History {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Access access;
    private final RecordJson records;
    private final LiveOrganisation organisation;
    private final DSLContext database;

    History(Access access, RecordJson records, LiveOrganisation organisation, DSLContext database) {
        this.access = access;
        this.records = records;
        this.organisation = organisation;
        this.database = database;
    }

    /** The changes of one object's records, as items of a list. */
    public List<ObjectNode> json(Actor actor, Language language, ObjectDefinition object, List<RecordChange> changes) {
        List<Field<?>> visible = object.fields().stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                .toList();
        Map<Long, Set<String>> covered = access.covered(
                database,
                actor,
                object,
                changes.stream().map(RecordChange::record).collect(Collectors.toSet()));
        List<Row> rows = new ArrayList<>();
        for (RecordChange change : changes) {
            rows.add(row(change.record(), visible, change.before()));
            rows.add(row(change.record(), visible, change.after()));
        }
        List<ObjectNode> values = records.of(actor, object, rows, visible);
        List<ObjectNode> items = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            RecordChange change = changes.get(i);
            ObjectNode item = item(change);
            ArrayNode fields = item.putArray("changes");
            for (Field<?> field : visible) {
                boolean kept = covered.getOrDefault(change.record(), Set.of()).contains(field.name());
                if (!kept && change.after().has(field.name())) {
                    ObjectNode one = fields.addObject()
                            .put("field", field.name())
                            .put("label", field.label().in(language));
                    one.set("from", values.get(2 * i).get(field.name()));
                    one.set("to", values.get(2 * i + 1).get(field.name()));
                }
            }
            items.add(item);
        }
        return items;
    }

    private ObjectNode item(RecordChange change) {
        ObjectNode item = JSON.createObjectNode()
                .put("at", change.at().toString())
                .put("operation", change.operation())
                .put("action", change.action())
                .put("version", change.version());
        item.putObject("by")
                .put("id", change.actor())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(change.actor())
                                .map(person -> person.name())
                                .orElse(null));
        return item;
    }

    /** The values of a change as a row; a value whose kind has changed since is left out. */
    private static Row row(long id, List<Field<?>> fields, ObjectNode values) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        read.put("id", id);
        for (Field<?> field : fields) {
            JsonNode value = values.get(field.name());
            if (value != null && !value.isNull()) {
                try {
                    read.put(field.name(), field.type().readKept(value));
                } catch (Unreadable e) {
                    // an option or region that no longer exists has no value to show
                    continue;
                }
            }
        }
        return Row.of(read);
    }
}
