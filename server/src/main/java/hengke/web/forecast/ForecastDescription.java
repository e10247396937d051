package hengke.web.forecast;

import hengke.capability.goal.Span;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
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
        section.get("/api/forecasts/{object}/backtest", "预测回测", "How true forecasts of past periods came")
                .explained(
                        "按当时的快照和当时的提交，在期初、期中、期末前两周各预测一次，与后来的结果比较；error 为 WAPE，在各方法都有预测的期间上比较，winner" + " 可能是最简单的方法。",
                        "Told from snapshots and submissions of then, at the start, in the middle and two weeks before the end"
                                + " of each period. error is the WAPE over periods in which all that are compared spoke; the"
                                + " winner may be a naive one.")
                .query("span", span)
                .query("department", Schema.id())
                .query("person", Schema.id())
                .answers(api.schema("ForecastBackTest", RecordShape.of(BackTestJson.class)));
        Schema said = api.schema("ForecastSaid", RecordShape.of(ForecastJson.SaidJson.class));
        section.get("/api/forecasts/{object}/submissions", "一人一期的提交历史", "All that was said of a person for a period")
                .explained("新的在前；adjusts 为上级的调整。", "Newest first; adjusts: by somebody above.")
                .needs("person", Schema.id())
                .query("span", span)
                .query("on", Schema.date())
                .answers(Shape.listOf(
                        api.schema("ForecastHistory", RecordShape.of(ForecastWordsController.HistoryJson.class))));
        section.post("/api/forecasts/{object}/submissions", "提交预测，或调整下属的", "Say what one will have won, or adjust it")
                .explained(
                        "金额含期内已赢；本人为提交，上级为调整，都只追加。turn 是读到的上一次，期间有人提交过则 409 stale，说明是谁、多少。都不填为撤回。",
                        "Amounts include what is won in the period. Of oneself it is a submission, of somebody under oneself an"
                                + " adjustment; both are only added to. turn is the one before, as it was read: when"
                                + " somebody was faster, 409 stale tells who and what. Without amounts it is taken back.")
                .body(Shape.body()
                        .with("person", Schema.id())
                        .with("span", span)
                        .with("on", Schema.date())
                        .with("turn", Schema.integer())
                        .maybe("commit", Schema.decimal().orNull())
                        .maybe("best", Schema.decimal().orNull())
                        .maybe(
                                "note",
                                Schema.text(ForecastWordsController.LONGEST_NOTE)
                                        .orNull()))
                .answers(said);
    }
}
