package hengke.web.prediction;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what was learnt from records. */
@Component
@Order(84)
final class PredictionDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("智能预测", "Prediction");
        Schema card = api.schema("Prediction", RecordShape.of(PredictionJson.class));
        section.get("/api/predictions", "可预测的对象及其模型", "What is foretold, and by which models")
                .answers(Shape.listOf(card))
                .forAdministrators();
        section.get("/api/predictions/{object}", "一个对象的模型卡", "The model card of one object")
                .explained(
                        "指标在训练时未见过的、较晚的四分之一记录上测得；by 为 model、stages 或 nothing。",
                        "Measured on the later quarter of the records, which the model has not seen; by is model, stages"
                                + " or nothing.")
                .answers(card)
                .forAdministrators();
        section.put("/api/predictions/{object}", "排除部分因素", "Leave out what is not to be looked at")
                .explained("随后在后台重新训练。", "One learns anew in the background.")
                .body(Shape.body()
                        .with("leftOut", Schema.listOf(Schema.text()).about("因素名称", "Names of clues"))
                        .with("version", Schema.integer().about("读到的版本", "The version that was read")))
                .answers(card)
                .forAdministrators();
        section.post("/api/predictions/{object}/learn", "重新训练", "Learn anew")
                .explained("在后台进行，完成后 triedAt 改变。", "In the background; triedAt changes when it is done.")
                .answersNothing()
                .forAdministrators();
    }
}
