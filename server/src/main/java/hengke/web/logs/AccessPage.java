package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.web.records.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who had masked values shown, and which administrator looked through whose eyes. */
@Component
@Order(5)
final class AccessPage implements Log {
    private final Who who;
    private final Labels labels;

    AccessPage(Who who, Labels labels) {
        this.who = who;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Label label() {
        return new Label("查看日志", "Access");
    }

    @Override
    public String table() {
        return "access_log";
    }

    @Override
    public Map<String, Search> searches() {
        return Map.of(
                "who", Search.id("person_id"),
                "kind", Search.text("kind"),
                "object", Search.text("object"),
                "record", Search.id("record_id"));
    }

    @Override
    public List<ObjectNode> told(Actor reader, Language language, List<Record> rows) {
        Labels.Known known = labels.known(
                reader,
                rows.stream()
                        .filter(row -> row.get("record_id") != null)
                        .map(AccessPage::link)
                        .toList(),
                List.of());
        return rows.stream().map(row -> told(row, known)).toList();
    }

    private static Link link(Record row) {
        return new Link(
                Objects.requireNonNull(row.get("object", String.class)),
                Objects.requireNonNull(row.get("record_id", Long.class)));
    }

    private ObjectNode told(Record row, Labels.Known known) {
        ObjectNode told = JsonMapper.shared()
                .createObjectNode()
                .put("id", row.get("id", Long.class))
                .put("at", row.get("at", Instant.class).toString())
                .put("kind", row.get("kind", String.class))
                .put("object", row.get("object", String.class))
                .put("field", row.get("field", String.class))
                .put("address", row.get("address", String.class))
                .put("device", row.get("device", String.class));
        who.put(told, "by", row.get("person_id", Long.class));
        who.put(told, "seenAs", row.get("seen_as", Long.class));
        if (row.get("record_id") == null) {
            told.putNull("record");
        } else {
            Link link = link(row);
            told.putObject("record").put("id", link.id()).put("label", known.record(link));
        }
        return told;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Cells.moment("at", "时间", "When"),
                Cells.text("by", "成员", "Member", 14),
                Cells.text("kind", "类别", "Kind", 12),
                Cells.text("seenAs", "以谁的视角", "Seen as", 14),
                Cells.text("object", "对象", "Object", 14),
                Cells.text("record", "记录", "Record", 28),
                Cells.text("field", "字段", "Field", 14),
                Cells.text("address", "地址", "Address", 18),
                Cells.text("device", "设备", "Device", 50));
    }
}
