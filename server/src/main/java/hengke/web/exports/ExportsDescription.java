package hengke.web.exports;

import hengke.kernel.records.Operation;
import hengke.kernel.transfer.exporting.ExportJob;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.records.OperationJson;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes taking lists out as files. */
@Component
@Order(56)
final class ExportsDescription implements ApiPart {
    private static final Schema FORMAT =
            Schema.oneOf(Stream.of(ExportJob.Format.values()).map(ExportJob.Format::wire));
    private static final Schema ENCODING =
            Schema.oneOf(Stream.of(ExportJob.Encoding.values()).map(ExportJob.Encoding::wire));

    @Override
    public void describe(Description api) {
        Schema job = api.schema("ExportJob", job());
        Section section = api.section("导出", "Export");
        section.post("/api/exports", "导出一个列表", "Export a list")
                .explained(
                        "在后台进行，只含您有权导出的记录和看得到的字段，脱敏的仍然脱敏。fields 不填为全部可见字段。",
                        "Done in the background; holds only the records you may export and the fields you may see, masked"
                                + " ones masked. Without fields, all of them.")
                .body(Shape.body()
                        .with("object", Schema.text())
                        .maybe("filter", Schema.named("Filter"))
                        .maybe("search", Schema.text(200))
                        .maybe(
                                "view",
                                Schema.either(Schema.id(), Schema.text())
                                        .about("视图的编号或内置名称", "The id of a view, or the name of a builtin one"))
                        .maybe("ids", Schema.listOf(Schema.id()).with("maxItems", ExportsController.MOST_IDS))
                        .maybe("fields", Schema.listOf(Schema.text()))
                        .maybe(
                                "sort",
                                Schema.listOf(Shape.body()
                                        .with("field", Schema.text())
                                        .maybe("descending", Schema.flag())))
                        .maybe("format", FORMAT)
                        .maybe("encoding", ENCODING))
                .answers(job)
                .carries(OperationJson.HEADER);
        section.get("/api/exports", "导出记录，新的在前", "Exports, newest first")
                .query(
                        "mine",
                        Schema.flag()
                                .about(
                                        "默认 true；管理员和角色允许的人可看全部",
                                        "true when absent; administrators and whom a role lets may see all"))
                .query("after", Schema.text())
                .answers(Shape.pageOf(job));
        section.get("/api/exports/{id}", "一次导出：进度与结果", "One export: how far it is, and what came of it")
                .answers(job);
        section.post("/api/exports/{id}/cancel", "取消", "Cancel").answers(job);
        section.get("/api/exports/{id}/file", "下载，仅本人，到期删除", "Its file: one's own only, until it expires")
                .answersFile(MediaType.APPLICATION_OCTET_STREAM_VALUE, Schema.bytes());
    }

    private static Shape job() {
        return Shape.answer()
                .with("id", Schema.id())
                .with("operation", Schema.id())
                .with("label", Schema.text())
                .with("source", Schema.text())
                .with("object", Schema.text().orNull())
                .with(
                        "status",
                        Schema.oneOf(Stream.of(Operation.Status.values()).map(Operation.Status::wire)))
                .with("format", FORMAT)
                .with("encoding", ENCODING)
                .with("asked", Schema.mapOf(Schema.any()).about("导出的条件", "What was asked for"))
                .with("columns", Schema.listOf(Schema.text()))
                .with("rows", Schema.integer())
                .with("progress", Shape.answer().with("total", Schema.integer()).with("done", Schema.integer()))
                .with(
                        "file",
                        Shape.answer()
                                .with("name", Schema.text())
                                .with("size", Schema.integer())
                                .with("sha256", Schema.text())
                                .with("available", Schema.flag().about("未过期", "Not expired"))
                                .orNull())
                .with("message", Schema.text().orNull())
                .with("through", Schema.text())
                .with("by", Schema.named("Labelled"))
                .with("startedAt", Schema.moment())
                .with("finishedAt", Schema.moment().orNull())
                .with("expiresAt", Schema.moment().orNull());
    }
}
