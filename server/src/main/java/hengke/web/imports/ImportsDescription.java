package hengke.web.imports;

import hengke.kernel.transfer.importing.ImportJob;
import hengke.kernel.transfer.importing.Matching;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes taking files in. */
@Component
@Order(55)
final class ImportsDescription implements ApiPart {
    private static final Schema MODE = words(ImportJob.Mode.values());
    private static final Schema ON_DUPLICATE = words(ImportJob.OnDuplicate.values());

    @Override
    public void describe(Description api) {
        Schema row = api.schema("ImportRow", row());
        Schema summary = api.schema("ImportSummary", summary(Shape.answer()));
        Schema whole = api.schema("ImportJob", whole(summary(Shape.answer()), row));
        Section section = api.section("导入", "Import");
        begin(section, whole);
        section.get("/api/imports", "导入列表，新的在前", "Imports, newest first")
                .query("mine", Schema.flag())
                .query("after", Schema.text())
                .answers(Shape.pageOf(summary));
        section.get("/api/imports/{id}", "一次导入：列、进度、前 50 行", "One import: columns, progress, the first 50 rows")
                .answers(whole);
        section.post("/api/imports/{id}/sheet", "换一个工作表", "Understand another sheet of the file")
                .body(Shape.body().with("sheet", Schema.text(200)))
                .answers(whole);
        section.post("/api/imports/{id}/run", "试导入或导入", "Try it, or run it")
                .body(Shape.body()
                        .maybe("mapping", mapping())
                        .maybe("mode", MODE)
                        .maybe("key", Schema.listOf(Schema.text()))
                        .maybe("onDuplicate", ON_DUPLICATE)
                        .maybe("dryRun", Schema.flag().about("只检查，不写入", "Checks only, writes nothing")))
                .answers(whole);
        section.post("/api/imports/{id}/cancel", "取消", "Cancel").answers(whole);
        section.get("/api/imports/{id}/rows", "逐行结果", "What became of each row")
                .query("verdict", words(ImportJob.RowVerdict.values()))
                .query("after", Schema.integer())
                .answers(Shape.pageOf(row));
        sheets(section);
    }

    private static void begin(Section section, Schema whole) {
        section.post("/api/imports", "上传要导入的文件", "Upload a file to import")
                .explained(
                        "preview=true 只识别文件，返回导入；否则按给定或建议的对应关系立即导入，返回操作。",
                        "With preview=true the file is only understood and the import answered; otherwise it runs at once with"
                                + " the given or proposed mapping, and the operation is answered.")
                .form(Shape.body()
                        .with("file", Schema.bytes())
                        .with("object", Schema.text())
                        .maybe("preview", Schema.flag())
                        .maybe("mode", MODE)
                        .maybe("key", Schema.text().about("逗号分隔", "Separated by commas"))
                        .maybe("onDuplicate", ON_DUPLICATE)
                        .maybe("mapping", Schema.text().about("JSON 文本", "JSON as text"))
                        .maybe("dryRun", Schema.flag()))
                .answers(Schema.either(whole, Schema.named("Operation")));
    }

    private static void sheets(Section section) {
        section.get("/api/imports/template/{object}.xlsx", "空白模板", "An empty workbook to fill in")
                .answersFile(ImportSheetsController.XLSX, Schema.bytes());
        section.get(
                        "/api/imports/{id}/errors.xlsx",
                        "未通过的行，改好可再导入",
                        "The refused rows, to be mended and imported again")
                .answersFile(ImportSheetsController.XLSX, Schema.bytes());
    }

    private static Shape summary(Shape shape) {
        Schema number = Schema.integer();
        return shape.with("id", Schema.id())
                .with("object", Schema.text())
                .with("status", words(ImportJob.Status.values()))
                .with("dryRun", Schema.flag())
                .with("mode", MODE)
                .with("onDuplicate", ON_DUPLICATE)
                .with("key", Schema.listOf(Schema.text()))
                .with("operation", Schema.id().orNull())
                .with("message", Schema.text().orNull())
                .with("startedAt", Schema.moment())
                .with("finishedAt", Schema.moment().orNull())
                .with("by", Schema.named("Labelled"))
                .with(
                        "file",
                        Shape.answer()
                                .with("name", Schema.text())
                                .with("size", number)
                                .with("format", Schema.oneOf("xlsx", "csv"))
                                .with("encoding", Schema.text().orNull())
                                .with("delimiter", Schema.text().orNull())
                                .with("sheet", Schema.text().orNull())
                                .with("sheets", Schema.listOf(Schema.text()))
                                .with("headerRow", number)
                                .with("rows", number)
                                .with(
                                        "skipped",
                                        Schema.listOf(number)
                                                .about(
                                                        "标题、说明、合计等行的行号",
                                                        "Row numbers of titles, instructions and totals")))
                .with(
                        "progress",
                        Shape.answer()
                                .with("total", number)
                                .with("done", number)
                                .with("created", number)
                                .with("updated", number)
                                .with("skipped", number)
                                .with("marked", number)
                                .with("failed", number));
    }

    private static Shape whole(Shape shape, Schema row) {
        return shape.with(
                        "columns",
                        Schema.listOf(Shape.answer()
                                .with("index", Schema.integer())
                                .with("title", Schema.text())
                                .with("samples", Schema.listOf(Schema.text()))
                                .with("target", Schema.text().orNull())
                                .with("confidence", words(Matching.Confidence.values()))))
                .with(
                        "targets",
                        Schema.listOf(Shape.answer()
                                .with("name", Schema.text())
                                .with("label", Schema.text())
                                .with("required", Schema.flag())
                                .with("group", Schema.text())))
                .with("rows", Schema.listOf(row))
                .maybe("import", Schema.id().about("刚上传时：它的编号", "When just uploaded: its id"));
    }

    private static Shape row() {
        return Shape.answer()
                .with("row", Schema.integer())
                .with("verdict", words(ImportJob.RowVerdict.values()))
                .with("values", Schema.mapOf(Schema.any()))
                .with("record", Schema.named("Labelled").orNull())
                .with(
                        "errors",
                        Schema.listOf(Shape.answer()
                                .with("field", Schema.text().orNull())
                                .with("message", Schema.text())));
    }

    private static Schema mapping() {
        return Schema.mapOf(Schema.text().orNull())
                .about("列号或列标题 → 目标字段，null 表示不要", "Column number or title → target; null leaves it out");
    }

    private static Schema words(Enum<?>... values) {
        return Schema.oneOf(Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)));
    }
}
