package hengke.web.reports;

import hengke.kernel.report.Kept;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes reports that are sent by mail. */
@Component
@Order(56)
final class SubscriptionsDescription implements ApiPart {
    private static final Schema IDS = Schema.listOf(Schema.id());
    private static final Schema REPORT = Schema.either(Schema.id(), Schema.text());
    private static final Schema KIND =
            Schema.oneOf(Stream.of(Kept.Kind.values()).map(Kept.Kind::stored).toList());

    @Override
    public void describe(Description api) {
        Section section = api.section("定时发送", "Sending reports");
        Schema line = api.schema("Subscription", RecordShape.of(SubscriptionJson.LineJson.class));
        section.get("/api/reports/subscriptions", "我发送的和我收到的", "What one sends, and what one receives")
                .explained(
                        "给出 kind 和 report 时，只有这个报表或仪表盘的，received 为空。",
                        "With kind and report only those of that report or dashboard; received is empty then.")
                .query("kind", KIND)
                .query("report", Schema.text())
                .answers(api.schema("Subscriptions", RecordShape.of(SubscriptionsController.ListJson.class)));
        section.get("/api/reports/subscriptions/{id}", "一个定时发送及最近结果", "One, and what became of the last times")
                .answers(api.schema("SubscriptionResults", RecordShape.of(SubscriptionsController.WholeJson.class)));
        section.post("/api/reports/subscriptions", "新建定时发送", "Have a report sent")
                .explained(
                        "按每个收件人自己的权限统计。可以发给自己；发给别人须是报表的创建人或管理员，并已共享；自带的报表可以发给任何人。",
                        "Reckoned with each recipient's own eyes. To oneself it goes always; to others where one made it or is an"
                                + " administrator and it is shared. What the product brings along goes to anybody.")
                .body(wanted(about()))
                .creates(line);
        section.patch("/api/reports/subscriptions/{id}", "修改、暂停或启用", "Change, pause or go on")
                .body(wanted(Shape.body().with("version", Schema.integer()))
                        .maybe("state", Schema.oneOf("active", "paused")))
                .answers(line);
        section.delete("/api/reports/subscriptions/{id}", "删除定时发送", "Send it no more")
                .needs("version", Schema.integer())
                .answersNothing();
        section.put("/api/reports/subscriptions/{id}/receiving", "收或不收", "Receive it or not")
                .body(Shape.body().with("receiving", Schema.flag()))
                .answersNothing();
        section.post("/api/reports/subscriptions/trial", "发送给我试试", "Send it to oneself now")
                .body(content(about()))
                .answers(RecordShape.of(SubscriptionsController.TrialJson.class));
    }

    private static Shape about() {
        return Shape.body().with("kind", KIND).with("report", REPORT);
    }

    private static Shape wanted(Shape body) {
        return content(body).maybe("people", IDS).maybe("departments", IDS).maybe("roles", IDS);
    }

    private static Shape content(Shape body) {
        return body.maybe(
                        "schedule",
                        Shape.body()
                                .with("every", Schema.oneOf("day", "week", "month"))
                                .maybe("weekdays", Schema.listOf(Schema.text().about("如 monday", "Such as monday")))
                                .maybe("day", Schema.integer(1, 31).about("31 是最后一天", "31 is the last one"))
                                .with("at", Schema.text().about("如 09:00", "Such as 09:00"))
                                .maybe("workdays", Schema.flag()))
                .maybe("pictures", Schema.flag())
                .maybe("workbook", Schema.flag())
                .maybe("note", Schema.text(SubscriptionReader.LONGEST_NOTE));
    }
}
