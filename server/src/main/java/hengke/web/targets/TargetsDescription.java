package hengke.web.targets;

import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes targets. */
@Component
@Order(83)
final class TargetsDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("销售目标", "Targets");
        Schema kind = Schema.oneOf(Arrays.stream(Subject.Kind.values()).map(Subject.Kind::wire));
        Schema span = Schema.oneOf(Arrays.stream(Span.Unit.values()).map(Span.Unit::wire));
        section.get("/api/targets", "可以定目标的指标", "By what one can aim")
                .explained("只列出读得到全部所用字段的指标。", "Only measures all of whose fields the asker may read, unmasked.")
                .answers(api.schema("TargetMeasures", RecordShape.of(TargetsController.MeasuresJson.class)));
        section.get("/api/targets/{measure}/{year}", "一年的目标", "A year of targets")
                .explained(
                        "按月的目标，部门在前、其下人员在后；年为财年，以开始的公历年命名。季度和年的目标是各月之和。",
                        "By month, departments before their people. The year is one of business, named after the calendar year"
                                + " it begins in; quarters and years are the sums of their months.")
                .answers(api.schema("TargetYear", RecordShape.of(TargetsController.YearJson.class)));
        Shape cell = Shape.body()
                .with("kind", kind)
                .with("id", Schema.id())
                .with("month", Schema.date().about("该月第一天", "The first day of the month"))
                .maybe("amount", Schema.decimal().orNull())
                .with("version", Schema.integer().about("读到的版本，没有过为 0", "That was read; 0 where none was ever set"));
        section.put("/api/targets/{measure}", "设定目标", "Set targets")
                .explained(
                        "需要“销售目标”页面权限，限看得到的人和部门。有一个被别人改过，就都不保存：409 stale，cells 说明是哪些、现在是多少、谁改的。",
                        "Needs the page right for targets, of people and departments one sees. When somebody was faster at one,"
                                + " nothing is saved: 409 stale, and cells tell which, what stands there and who set it.")
                .body(Shape.body().with("cells", Schema.listOf(cell)))
                .answers(Shape.answer().with("cells", Schema.listOf(RecordShape.of(TargetsController.SetJson.class))));
        section.get("/api/targets/{measure}/completion", "目标完成", "What has been achieved of targets")
                .explained(
                        "完成数统计归此人负责的全部记录；有团队分成的金额按比例记给成员，其余归负责人。进度按工作日计，含今天。",
                        "What counts are all records a person owns; of amounts with a team each member has the part agreed on and the"
                                + " owner the rest. The pace is in working days, today included.")
                .query("span", span)
                .query("on", Schema.date().about("其中的一天，默认今天", "A day in it, today by default"))
                .answers(api.schema("TargetCompletion", RecordShape.of(CompletionController.CompletionJson.class)));
        section.get("/api/targets/mine", "我的目标完成", "How I stand")
                .explained("只列出定了目标的指标。", "Only measures for which there is a target.")
                .query("span", span)
                .query("whose", Schema.oneOf("me", "team"))
                .answers(api.schema("MyTargets", RecordShape.of(CompletionController.MineJson.class)));
    }
}
