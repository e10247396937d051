package hengke.web.forecast;

import hengke.capability.goal.Span;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes forecasts. */
@Component
@Order(83)
final class ForecastDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("销售预测", "Forecasts");
        Schema span = Schema.oneOf(Arrays.stream(Span.Unit.values()).map(Span.Unit::wire));
        section.get("/api/forecasts/{object}", "一段时间的销售预测", "What will be won by the end of a period")
                .explained(
                        "按预计成交日期落在期间内的进行中记录，分预测类别相加，并按赢单率和模型加权；范围与目标完成相同，金额按团队分成。",
                        "Open records by the day they are expected to be won, by category, and weighted by probability and by the"
                                + " model in use. Seen by whoever sees the targets; amounts are divided among teams.")
                .query("span", span)
                .query("on", Schema.date().about("其中的一天，默认今天", "A day in it, today by default"))
                .answers(api.schema("Forecast", RecordShape.of(ForecastJson.class)));
    }
}
