package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.history.RecordChange;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.web.records.History;
import hengke.web.records.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What changed on records, field by field. */
@Component
@Order(3)
final class ChangesLog implements Log {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveCatalog catalog;
    private final History history;
    private final Labels labels;

    ChangesLog(LiveCatalog catalog, History history, Labels labels) {
        this.catalog = catalog;
        this.history = history;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public Label label() {
        return new Label("变更日志", "Changes");
    }

    @Override
    public String table() {
        return "record_change";
    }

    @Override
    public Map<String, Search> searches() {
        return Map.of(
                "who", Search.id("actor"),
                "object", Search.text("object"),
                "record", Search.id("record_id"),
                "action", Search.text("action"),
                "operation", Search.id("operation_id"),
                "field", Search.that(field -> DSL.condition("jsonb_exists(after, {0})", DSL.val(field))));
    }

    /** The changes of each object together, because they are told by its fields; then in their order again. */
    @Override
    public List<ObjectNode> told(Actor reader, Language language, List<Record> rows) {
        Map<Long, ObjectNode> told = new HashMap<>();
        List<RecordChange> changes = rows.stream().map(ChangesLog::change).toList();
        Labels.Known known = labels.known(
                reader,
                changes.stream()
                        .map(change -> new Link(change.object(), change.record()))
                        .toList(),
                List.of());
        changes.stream()
                .collect(Collectors.groupingBy(RecordChange::object, LinkedHashMap::new, Collectors.toList()))
                .forEach((object, its) -> {
                    List<ObjectNode> items = catalog.current()
                            .find(object)
                            .map(definition -> history.json(reader, language, definition, its))
                            .orElseGet(() -> its.stream().map(ChangesLog::bare).toList());
                    for (int i = 0; i < its.size(); i++) {
                        RecordChange change = its.get(i);
                        ObjectNode item = items.get(i).put("id", change.id()).put("object", object);
                        item.putObject("record")
                                .put("id", change.record())
                                .put("label", known.record(new Link(object, change.record())));
                        told.put(change.id(), item);
                    }
                });
        return changes.stream().map(change -> told.get(change.id())).toList();
    }

    /** An object that is no more has no fields to tell by. */
    private static ObjectNode bare(RecordChange change) {
        ObjectNode item = JSON.createObjectNode()
                .put("at", change.at().toString())
                .put("operation", change.operation())
                .put("action", change.action())
                .put("version", change.version());
        item.putObject("by").put("id", change.actor()).putNull("label");
        item.putArray("changes");
        return item;
    }

    private static RecordChange change(Record row) {
        return new RecordChange(
                row.get("id", Long.class),
                row.get("at", Instant.class),
                row.get("operation_id", Long.class),
                row.get("object", String.class),
                row.get("record_id", Long.class),
                row.get("version", Long.class),
                row.get("action", String.class),
                row.get("actor", Long.class),
                (ObjectNode) JSON.readTree(row.get("before", JSONB.class).data()),
                (ObjectNode) JSON.readTree(row.get("after", JSONB.class).data()));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Cells.moment("at", "时间", "When"),
                Cells.text("by", "操作人", "By", 14),
                Cells.text("object", "对象", "Object", 14),
                Cells.text("record", "记录", "Record", 28),
                Cells.text("action", "动作", "Action", 10),
                Cells.changes(),
                Cells.number("operation", "操作编号", "Operation"));
    }
}
