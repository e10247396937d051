package hengke.web.duplicates;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
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
                                .with("count", Schema.integer())));
    }
}
