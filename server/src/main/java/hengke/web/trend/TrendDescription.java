package hengke.web.trend;

import hengke.capability.trend.Beat;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.targets.TargetJson.MeasureJson;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes trends. */
@Component
@Order(83)
final class TrendDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("趋势", "Trends");
        section.get("/api/trends", "可以看趋势的指标", "Measures of which there is a trend")
                .answers(Shape.listOf(api.schema("TrendMeasure", RecordShape.of(MeasureJson.class))));
        section.get("/api/trends/{measure}", "一个指标的趋势与预测", "How a measure went and how it goes on")
                .explained(
                        "只统计读得到的记录。预测方法按滚动起点误差选出；不足两个完整周期时不预测，missing 说明还差几期。",
                        "Of the records one may read. The way of foretelling is the one with the least error from rolling origins;"
                                + " below two whole seasons nothing is foretold, and missing says how many steps it takes.")
                .query("unit", Schema.oneOf(Arrays.stream(Beat.values()).map(Beat::wire)))
                .answers(api.schema("Trend", RecordShape.of(TrendJson.class)));
        section.get("/api/trends/{measure}/growth", "增长来自哪里", "Who made it grow")
                .explained(
                        "最近十二个完整月与之前十二个月相比，按变化大小排列。",
                        "The last twelve whole months against the twelve before, by how much they changed.")
                .needs("by", Schema.text().about("dimensions 里的字段", "A field of dimensions"))
                .answers(api.schema("TrendGrowth", RecordShape.of(TrendJson.GrowthJson.class)));
    }
}
