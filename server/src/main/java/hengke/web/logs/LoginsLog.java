package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Attempts to sign in, the failed ones too. */
@Component
@Order(2)
final class LoginsLog implements Log {
    private final Who who;

    LoginsLog(Who who) {
        this.who = who;
    }

    @Override
    public String name() {
        return "logins";
    }

    @Override
    public Label label() {
        return new Label("登录日志", "Sign-ins");
    }

    @Override
    public String table() {
        return "sign_in_attempt";
    }

    @Override
    public Map<String, Search> searches() {
        return Map.of(
                "who", Search.id("person_id"),
                "login", Search.word("login"),
                "address", Search.text("address"),
                "success", Search.flag("succeeded"));
    }

    @Override
    public List<ObjectNode> told(Actor reader, Language language, List<Record> rows) {
        return rows.stream().map(this::told).toList();
    }

    private ObjectNode told(Record row) {
        ObjectNode told = JsonMapper.shared()
                .createObjectNode()
                .put("id", row.get("id", Long.class))
                .put("at", row.get("at", Instant.class).toString())
                .put("login", row.get("login", String.class))
                .put("address", row.get("address", String.class))
                .put("device", row.get("device", String.class))
                .put("success", row.get("succeeded", Boolean.class));
        who.put(told, "by", row.get("person_id", Long.class));
        return told;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Cells.moment("at", "时间", "When"),
                Cells.text("login", "登录名", "Sign-in name", 16),
                Cells.text("by", "成员", "Member", 14),
                Cells.text("success", "成功", "Success", 8),
                Cells.text("address", "地址", "Address", 18),
                Cells.text("device", "设备", "Device", 50));
    }
}
