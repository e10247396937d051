package hengke.web.catalog;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the help with writing formulas. */
@Component
@Order(91)
final class FormulaDescription implements ApiPart {
    private static final Schema TEXT = Schema.text();

    @Override
    public void describe(Description api) {
        Section section = api.section("公式", "Formulas");
        section.get("/api/catalog/{object}/formula", "公式里可用的字段和函数", "The fields and functions a formula may use")
                .answers(Shape.answer()
                        .with(
                                "fields",
                                Schema.listOf(Shape.answer()
                                        .with("written", TEXT.about("写在公式里的样子", "As it stands in a formula"))
                                        .with("label", TEXT)
                                        .with("kind", TEXT)))
                        .with(
                                "functions",
                                Schema.listOf(Shape.answer()
                                        .with("english", TEXT)
                                        .with("chinese", TEXT)
                                        .with("group", Schema.oneOf("logic", "numbers", "texts", "times"))
                                        .with("use", TEXT)
                                        .with("help", TEXT))))
                .query("draft", DesignDescription.DRAFT)
                .forAdministrators();
        section.get("/api/catalog/{object}/rollups", "汇总字段算到哪里了", "How far the roll-ups are computed")
                .answers(Shape.answer()
                        .with(
                                "items",
                                Schema.listOf(Shape.answer()
                                        .with("field", TEXT)
                                        .with("done", Schema.flag())
                                        .with("percent", Schema.integer()))))
                .forAdministrators();
        section.post("/api/catalog/{object}/rollups/{field}/recompute", "重新计算汇总字段", "Compute a roll-up anew")
                .answersNothing()
                .forAdministrators();
        section.post("/api/catalog/{object}/formula/check", "检查公式，可在一条记录上试算", "Check a formula, and try it on a record")
                .body(Shape.body()
                        .with("formula", TEXT)
                        .maybe("record", Schema.integer().about("试算的记录", "The record to try it on"))
                        .maybe("field", TEXT.about("正在修改的字段", "The field that is being changed")))
                .answers(Shape.answer()
                        .with("shown", TEXT.about("字段以名称书写的公式", "The formula with fields by their labels"))
                        .with(
                                "faults",
                                Schema.listOf(Shape.answer()
                                        .with("from", Schema.integer())
                                        .with("to", Schema.integer())
                                        .with("message", TEXT)
                                        .with("suggestion", TEXT.orNull())))
                        .with("result", TEXT.orNull().about("值的种类", "The kind of value it gives"))
                        .with("value", Schema.any()))
                .query("draft", DesignDescription.DRAFT)
                .forAdministrators();
    }
}
