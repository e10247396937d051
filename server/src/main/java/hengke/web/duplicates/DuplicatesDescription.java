package hengke.web.duplicates;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the duplicate centre. */
@Component
@Order(20)
final class DuplicatesDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Section section = api.section("查重与合并", "Duplicates and merging");
        section.post("/api/duplicates/{object}/preview", "预览合并", "What a merge would do")
                .explained(
                        "只含自己可见的记录和字段。into 不填时保留关联记录最多的一条；合并用命令 merge。",
                        "Only records and fields one may see. Without into the record that most hangs on stays; the"
                                + " command merge does it.")
                .body(Shape.body()
                        .with("ids", Schema.listOf(Schema.id()))
                        .maybe("into", Schema.id())
                        .maybe("take", taken()))
                .answers(api.schema("MergePreview", preview()));
        section.get("/api/duplicates/{object}/merged", "这些记录合并到了哪里", "Which records these were merged into")
                .needs("ids", Schema.text().about("逗号分隔，最多 500 个", "Separated by commas, at most 500"))
                .answers(Shape.listOf(Shape.answer().with("id", Schema.id()).with("into", Schema.named("Labelled"))));
        Schema state = api.schema("DuplicateState", state());
        section.get("/api/duplicates/{object}", "查重的进度和组数", "How far the search is, and how many groups there are")
                .answers(state);
        section.post("/api/duplicates/{object}/scan", "开始查重", "Search for duplicates")
                .explained("在后台进行；已在进行时不重复开始。", "Runs in the background; does nothing while one is running.")
                .answers(state);
        section.post("/api/duplicates/{object}/cancel", "取消查重", "Cancel the search")
                .answers(state);
        section.get("/api/duplicates/{object}/groups", "重复的组，分数高的在前", "Groups of duplicates, likeliest first")
                .query("after", Schema.text())
                .answers(Shape.pageOf(api.schema("DuplicateGroup", group())));
        section.post("/api/duplicates/{object}/ignored", "标记为不是重复", "Note that records are not the same")
                .body(Shape.body()
                        .with("ids", Schema.listOf(Schema.id()))
                        .maybe("ignored", Schema.flag().about("false 为取消标记", "false takes it back")))
                .answersNothing();
        section.get("/api/duplicates/{object}/ignored", "标记为不是重复的，新的在前", "What is not the same, newest first")
                .query("after", Schema.text())
                .answers(Shape.pageOf(api.schema(
                        "IgnoredPair",
                        Shape.answer()
                                .with(
                                        "records",
                                        Schema.listOf(Shape.answer()
                                                .with("id", Schema.id())
                                                .with("label", Schema.text().orNull())))
                                .with("by", Schema.text().orNull())
                                .with("at", Schema.moment()))));
        section.post("/api/duplicates/{object}/merge", "合并确定重复的组", "Merge groups that are certainly the same")
                .explained(
                        "每次最多 20 组，每组一个可撤销的操作；把 next 作为 after 继续。有取值冲突、含不可见记录或无权合并的组留给人处理。",
                        "20 groups at a time, each an operation that can be undone; send next back as after. Groups with"
                                + " conflicting values, with records out of sight or beyond one's rights are left.")
                .body(Shape.body().maybe("after", Schema.text()).maybe("dryRun", Schema.flag()))
                .answers(Shape.answer()
                        .with("merged", Schema.integer())
                        .with("records", Schema.integer())
                        .with("conflicting", Schema.integer())
                        .with("refused", Schema.integer())
                        .with("next", Schema.text().orNull()));
    }

    private static Shape state() {
        return Shape.answer()
                .with("groups", Schema.integer().about("最多数到 1000", "Counted up to 1000"))
                .with(
                        "scan",
                        Shape.answer()
                                .with("status", Schema.oneOf(Stream.of("running", "done", "failed", "cancelled")))
                                .with("phase", Schema.oneOf(Stream.of("keys", "pairs", "groups")))
                                .with("percent", Schema.integer())
                                .with("records", Schema.integer())
                                .with("startedAt", Schema.moment())
                                .with("finishedAt", Schema.moment().orNull())
                                .orNull());
    }

    private static Shape group() {
        return Shape.answer()
                .with("id", Schema.id())
                .with("score", Schema.number().about("最不像的一对的分数，0 到 1", "Of its least alike pair, 0 to 1"))
                .with("certain", Schema.flag())
                .with("unseen", Schema.integer().about("另有几条无权查看", "How many more may not be seen"))
                .with(
                        "reasons",
                        Schema.listOf(
                                Shape.answer().with("field", Schema.text()).with("weight", Schema.number())))
                .with("records", Schema.listOf(Schema.mapOf(Schema.any())));
    }

    private static Schema taken() {
        return Schema.mapOf(Schema.id()).about("字段名 → 取自哪条记录", "Field name → the record its value is taken from");
    }

    private static Shape preview() {
        return Shape.answer()
                .with("into", Schema.id())
                .with("refusal", Schema.text().orNull().about("不能合并的原因", "Why it may not be done"))
                .with("records", Schema.listOf(Schema.mapOf(Schema.any())))
                .with(
                        "fields",
                        Schema.listOf(Shape.answer()
                                .with("name", Schema.text())
                                .with("from", Schema.id().orNull())
                                .with("united", Schema.flag())
                                .with("differ", Schema.flag())
                                .with("open", Schema.flag().about("可由调用者选择", "The caller may choose"))))
                .with(
                        "moves",
                        Schema.listOf(Shape.answer()
                                .with("object", Schema.text())
                                .with("label", Schema.text())
                                .with("count", Schema.integer())))
                .with(
                        "twins",
                        Schema.listOf(Shape.answer()
                                        .with("object", Schema.text())
                                        .with("label", Schema.text())
                                        .with("one", Schema.text().orNull())
                                        .with("other", Schema.text().orNull()))
                                .about("合并后会重复的下级记录", "What will stand twice on the record that stays"));
    }
}
