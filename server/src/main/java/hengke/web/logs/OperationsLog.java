package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people did, each thing once, however many records it touched. */
@Component
@Order(1)
final class OperationsLog implements Log {
    private final Who who;

    OperationsLog(Who who) {
        this.who = who;
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public Label label() {
        return new Label("操作日志", "Operations");
    }

    @Override
    public String table() {
        return "operation";
    }

    @Override
    public String at() {
        return "started_at";
    }

    @Override
    public Map<String, Search> searches() {
        return Map.of(
                "who", Search.id("actor"),
                "object", Search.text("object"),
                "kind", Search.text("kind"),
                "status", Search.text("status"),
                "through", Search.text("through"),
                "operation", Search.id("id"));
    }

    @Override
    public List<ObjectNode> told(Actor reader, Language language, List<Record> rows) {
        return rows.stream().map(row -> told(row, language)).toList();
    }

    private ObjectNode told(Record row, Language language) {
        Instant finished = row.get("finished_at", Instant.class);
        ObjectNode told = JsonMapper.shared()
                .createObjectNode()
                .put("id", row.get("id", Long.class))
                .put("at", row.get("started_at", Instant.class).toString())
                .put("finishedAt", finished == null ? null : finished.toString())
                .put("kind", row.get("kind", String.class))
                .put("label", row.get("label", String.class))
                .put("object", row.get("object", String.class))
                .put("status", row.get("status", String.class))
                .put("through", row.get("through", String.class))
                .put("token", row.get("token", Long.class))
                .put("total", row.get("total", Long.class))
                .put("changed", row.get("changed", Long.class))
                .put("failed", row.get("failed", Long.class))
                .put("undoneBy", row.get("undone_by", Long.class))
                .put("message", KeptMessage.in(row.get("message", String.class), language));
        who.put(told, "by", row.get("actor", Long.class));
        return told;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Cells.number("id", "编号", "Id"),
                Cells.moment("at", "时间", "When"),
                Cells.text("by", "操作人", "By", 14),
                Cells.text("label", "操作", "Operation", 36),
                Cells.text("object", "对象", "Object", 14),
                Cells.text("status", "状态", "Status", 12),
                Cells.text("through", "途径", "Through", 10),
                Cells.number("total", "涉及", "Total"),
                Cells.number("changed", "改动", "Changed"),
                Cells.number("failed", "失败", "Failed"),
                Cells.moment("finishedAt", "完成时间", "Finished"),
                Cells.text("message", "说明", "Message", 40));
    }
}
