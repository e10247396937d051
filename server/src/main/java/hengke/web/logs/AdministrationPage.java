package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What administrators changed about people, departments, roles and the company itself. */
@Component
@Order(4)
final class AdministrationPage implements Log {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Who who;

    AdministrationPage(Who who) {
        this.who = who;
    }

    @Override
    public String name() {
        return "administration";
    }

    @Override
    public Label label() {
        return new Label("管理日志", "Administration");
    }

    @Override
    public String table() {
        return "administration_change";
    }

    @Override
    public Map<String, Search> searches() {
        return Map.of(
                "who", Search.id("actor"),
                "kind", Search.text("kind"),
                "action", Search.text("action"),
                "subject", Search.id("subject"));
    }

    @Override
    public List<ObjectNode> told(Actor reader, Language language, List<Record> rows) {
        return rows.stream().map(this::told).toList();
    }

    private ObjectNode told(Record row) {
        ObjectNode told = JSON.createObjectNode()
                .put("id", row.get("id", Long.class))
                .put("at", row.get("at", Instant.class).toString())
                .put("kind", row.get("kind", String.class))
                .put("action", row.get("action", String.class));
        told.putObject("subject")
                .put("id", row.get("subject", Long.class))
                .put("label", row.get("label", String.class));
        who.put(told, "by", row.get("actor", Long.class));
        ArrayNode changes = told.putArray("changes");
        JsonNode before = JSON.readTree(row.get("before", JSONB.class).data());
        JSON.readTree(row.get("after", JSONB.class).data()).properties().forEach(after -> {
            ObjectNode change = changes.addObject().put("field", after.getKey());
            change.set("from", before.path(after.getKey()));
            change.set("to", after.getValue());
        });
        return told;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Cells.moment("at", "时间", "When"),
                Cells.text("by", "操作人", "By", 14),
                Cells.text("kind", "类别", "Kind", 12),
                Cells.text("subject", "对象", "Subject", 24),
                Cells.text("action", "动作", "Action", 10),
                Cells.changes());
    }
}
