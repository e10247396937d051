package hengke.web.sales;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the conversion of leads. */
@Component
@Order(84)
final class ConversionDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        api.section("线索", "Leads")
                .post("/api/leads/read", "从文本识别", "What a text, such as a visiting card, tells about a lead")
                .body(Shape.body().with("text", Schema.text(4_000)))
                .answers(Shape.answer().with("values", Schema.mapOf(Schema.any())));
        Section section = api.section("线索转化", "Converting leads");
        section.get("/api/conversion/of/{lead}", "转化预览", "What a lead would become")
                .explained("转化本身是线索的命令 convert。", "The conversion itself is the command convert of a lead.")
                .answers(Shape.listOf(api.schema(
                        "Becomes",
                        RecordShape.of(ConversionController.Becomes.class)
                                .with(
                                        "values",
                                        Schema.listOf(RecordShape.of(ConversionController.Value.class)
                                                .with("value", Schema.any()))))));
        Schema mapping = api.schema("ConversionMapping", RecordShape.of(ConversionController.Mapping.class));
        section.get("/api/conversion/mapping", "字段对应", "Where the values of leads go")
                .answers(mapping)
                .forAdministrators();
        section.put("/api/conversion/mapping", "修改字段对应", "Change where the values of leads go")
                .explained(
                        "只列出与默认不同的：对象 → 字段 → 线索字段；空文本表示不带入。",
                        "Only what differs from the default: object → field → field of the lead; empty text for none.")
                .body(Shape.body().with("version", Schema.integer()).maybe("own", Schema.any()))
                .answers(mapping)
                .forAdministrators();
    }
}
