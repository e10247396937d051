package hengke.web.logs;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Call;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.records.OperationJson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the logs and whether they are as they were. */
@Component
@Order(90)
final class LogsDescription implements ApiPart {
    private static final Schema NUMBER = Schema.integer();
    private static final Schema BY = Schema.named("Labelled").orNull();

    private final Logs logs;

    LogsDescription(Logs logs) {
        this.logs = logs;
    }

    @Override
    public void describe(Description api) {
        Section section = api.section("日志", "Logs");
        for (Log log : logs.all()) {
            String path = "/api/logs/" + log.name();
            Call page = section.get(path, log.label().chinese(), log.label().english())
                    .query("from", Schema.text().about("时刻或日期", "A moment or a day"))
                    .query("to", Schema.text().about("时刻或日期（含当天）", "A moment, or a day to its end"))
                    .query("after", Schema.text());
            log.searches().keySet().stream().sorted().forEach(name -> page.query(name, Schema.text()));
            page.answers(Shape.pageOf(api.schema(schema(log), row(log))));
            section.post(
                            path + "/export",
                            log.label().chinese() + "：导出",
                            "Export: " + log.label().english())
                    .query("format", Schema.oneOf("xlsx", "csv"))
                    .body(Schema.mapOf(Schema.text()).about("与查询相同的条件", "What it is searched by, as above"))
                    .answers(Schema.named("ExportJob"))
                    .carries(OperationJson.HEADER);
        }
        checks(section, api.schema("LogCheck", check()));
    }

    private static void checks(Section section, Schema check) {
        section.post("/api/logs/checks", "核对日志是否被改动", "Check whether logs were touched")
                .explained(
                        "每条日志都封存在按顺序链接的块中；被删除、改动或插入的行会指出所在的块和编号。在后台进行。",
                        "Every row is sealed in blocks that follow each other; rows that were removed, altered or inserted are"
                                + " named with their block. Done in the background.")
                .answers(check);
        section.get("/api/logs/checks/latest", "最近一次核对", "The newest check")
                .answers(Shape.answer().with("check", check.orNull()));
    }

    private static String schema(Log log) {
        return switch (log.name()) {
            case "logins" -> "LoginLogRow";
            case "changes" -> "ChangeLogRow";
            case "administration" -> "AdministrationLogRow";
            case "access" -> "AccessLogRow";
            default -> "OperationLogRow";
        };
    }

    private static Shape row(Log log) {
        Shape row = Shape.answer()
                .with("id", Schema.id())
                .with("at", Schema.moment())
                .with("by", BY);
        return switch (log.name()) {
            case "logins" ->
                row.with("login", Schema.text())
                        .with("address", Schema.text())
                        .with("device", Schema.text())
                        .with("success", Schema.flag());
            case "changes" ->
                row.with("object", Schema.text())
                        .with("record", Schema.named("Labelled"))
                        .with("operation", Schema.id())
                        .with("action", Schema.text())
                        .with("version", NUMBER)
                        .with("changes", changes(true));
            case "access" ->
                row.with("kind", Schema.oneOf("reveal", "viewAs", "viewAsEnd"))
                        .with("seenAs", BY)
                        .with("object", Schema.text().orNull())
                        .with("record", Schema.named("Labelled").orNull())
                        .with("field", Schema.text().orNull())
                        .with("address", Schema.text())
                        .with("device", Schema.text());
            case "administration" ->
                row.with("kind", Schema.text())
                        .with(
                                "subject",
                                Shape.answer().with("id", Schema.id().orNull()).with("label", Schema.text()))
                        .with("action", Schema.text())
                        .with("changes", changes(false));
            default ->
                row.with("finishedAt", Schema.moment().orNull())
                        .with("kind", Schema.text())
                        .with("label", Schema.text())
                        .with("object", Schema.text().orNull())
                        .with("status", Schema.text())
                        .with("through", Schema.text())
                        .with("token", Schema.id().orNull())
                        .with("total", NUMBER)
                        .with("changed", NUMBER)
                        .with("failed", NUMBER)
                        .with("undoneBy", Schema.id().orNull())
                        .with("message", Schema.text().orNull());
        };
    }

    private static Schema changes(boolean labelled) {
        Shape change = Shape.answer().with("field", Schema.text());
        if (labelled) {
            change.with("label", Schema.text());
        }
        return Schema.listOf(change.with("from", Schema.any()).with("to", Schema.any()));
    }

    private static Shape check() {
        return Shape.answer()
                .with("id", Schema.id())
                .with("by", BY)
                .with("startedAt", Schema.moment())
                .with("finishedAt", Schema.moment().orNull())
                .with(
                        "logs",
                        Schema.listOf(Shape.answer()
                                        .with("log", Schema.text())
                                        .with("blocks", NUMBER)
                                        .with("rows", NUMBER)
                                        .with("released", NUMBER.about("已按保留期删除的块", "Blocks that retention let go of"))
                                        .with("unsealed", NUMBER.about("还未封存的行", "Rows not sealed yet"))
                                        .with("head", Schema.text().orNull())
                                        .with(
                                                "findings",
                                                Schema.listOf(Shape.answer()
                                                        .with("block", NUMBER)
                                                        .with(
                                                                "fault",
                                                                Schema.oneOf("REMOVED", "ALTERED", "INSERTED", "CHAIN"))
                                                        .with("rows", Schema.listOf(Schema.id()))
                                                        .with("count", NUMBER))))
                                .orNull());
    }
}
