package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Mask;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows as they go over the wire: ids with the labels of what they point at, masked where the reader sees only a mask. */
@Component
public final class RecordJson {
    /** Where a record tells by which verbs and commands its reader may change it. */
    static final String MAY = "may";
    /** Where a command tells of the record it has made. */
    static final String MADE = "made";

    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private final Access access;
    private final Labels labels;

    RecordJson(Access access, Labels labels) {
        this.access = access;
        this.labels = labels;
    }

    /** The rows with these fields; the labels of everything they point at are asked for once per object. */
    public List<ObjectNode> of(Actor actor, ObjectDefinition object, List<Row> rows, Collection<Field<?>> fields) {
        Labels.Known known = labels.known(actor, pointers(rows, fields), files(rows, fields));
        Map<Field<?>, Mask> masks = new HashMap<>();
        fields.forEach(field -> access.mask(actor, object, field).ifPresent(mask -> masks.put(field, mask)));
        List<ObjectNode> written = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ObjectNode json = NODES.objectNode();
            json.put("id", row.id());
            Long version = row.get(SystemFields.VERSION);
            if (version != null) {
                json.put("version", version);
            }
            if (row.marks() instanceof Set<String> may) {
                may.forEach(json.putArray(MAY)::add);
            }
            for (Field<?> field : fields) {
                if (field != SystemFields.ID && field != SystemFields.VERSION) {
                    json.set(
                            field.name(),
                            masks.get(field) instanceof Mask mask
                                    ? masked(row, field, mask)
                                    : value(row, field, known));
                }
            }
            written.add(json);
        }
        return written;
    }

    /** One value as it is, whatever the reader may see of it otherwise. */
    JsonNode plain(Actor actor, Row row, Field<?> field) {
        List<Row> rows = List.of(row);
        List<Field<?>> fields = List.of(field);
        return value(row, field, labels.known(actor, pointers(rows, fields), files(rows, fields)));
    }

    private static JsonNode masked(Row row, Field<?> field, Mask mask) {
        Object value = row.get(field);
        return value == null ? NODES.nullNode() : NODES.stringNode(mask.cover(value));
    }

    private static <T> JsonNode value(Row row, Field<T> field, Labels.Known known) {
        T value = row.get(field);
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (field.type()) {
            case IdType(IdType.User()) -> labelled((Long) value, known.user((Long) value));
            case IdType(IdType.Department()) -> labelled((Long) value, known.department((Long) value));
            case IdType(IdType.Records(String target)) ->
                labelled((Long) value, known.record(new Link(target, (Long) value)));
            case IdListType(IdListType.Records(String target)) -> {
                ArrayNode list = NODES.arrayNode();
                ((List<?>) value)
                        .forEach(id -> list.add(labelled((Long) id, known.record(new Link(target, (Long) id)))));
                yield list;
            }
            case IdListType(IdListType.Files()) -> {
                ArrayNode list = NODES.arrayNode();
                ((List<?>) value).forEach(id -> list.add(known.file((Long) id)));
                yield list;
            }
            case LinkType _ -> {
                Link link = (Link) value;
                ObjectNode node = NODES.objectNode().put("object", link.object());
                node.setAll(labelled(link.id(), known.record(link)));
                yield node;
            }
            default -> field.type().write(value);
        };
    }

    private static ObjectNode labelled(long id, @Nullable String label) {
        return NODES.objectNode().put("id", id).put("label", label);
    }

    /** Every record these rows point at. */
    private static Collection<Link> pointers(List<Row> rows, Collection<Field<?>> fields) {
        List<Link> links = new ArrayList<>();
        for (Field<?> field : fields) {
            for (Row row : rows) {
                Object value = row.get(field);
                switch (field.type()) {
                    case IdType(IdType.Records(String target))
                    when value instanceof Long id -> links.add(new Link(target, id));
                    case IdListType(IdListType.Records(String target))
                    when value instanceof List<?> ids -> ids.forEach(id -> links.add(new Link(target, (Long) id)));
                    case LinkType _ when value instanceof Link link -> links.add(link);
                    default -> {}
                }
            }
        }
        return links;
    }

    private static Collection<Long> files(List<Row> rows, Collection<Field<?>> fields) {
        List<Long> files = new ArrayList<>();
        for (Field<?> field : fields) {
            if (field.type() instanceof IdListType(IdListType.Files())) {
                rows.stream()
                        .map(row -> row.get(field))
                        .filter(List.class::isInstance)
                        .forEach(ids -> ((List<?>) ids).forEach(id -> files.add((Long) id)));
            }
        }
        return files;
    }
}
