package hengke.web.today;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.records.OperationJson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what is to be done today. */
@Component
@Order(84)
final class TodayDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("今天", "Today");
        Schema mention = api.schema(
                "Mention",
                Shape.answer()
                        .with("id", Schema.id())
                        .with("at", Schema.moment())
                        .with(
                                "activity",
                                Schema.named("AnyRecord").about("提到我的跟进", "The follow-up that speaks to me")));
        section.get("/api/today/mentions", "跟进中提到我、还没处理的", "Follow-ups that speak to me and wait for an answer")
                .answers(Shape.listOf(mention));
        section.post("/api/today/mentions/{id}/answer", "就地回复", "Answer in place")
                .explained(
                        "在同一条记录上写一条内部沟通，提到提问的人，并标为已处理。",
                        "Writes an internal note on the same record that speaks to who asked, and marks the mention as done.")
                .body(Shape.body().with("content", Schema.text(10_000)))
                .answersNothing()
                .carries(OperationJson.HEADER);
        section.put("/api/today/mentions/{id}", "标为已处理，或重新打开", "Mark as done, or open again")
                .body(Shape.body().with("done", Schema.flag()))
                .answersNothing();
        section.post("/api/today/contacts/{object}/{id}/done", "完成到期的联系", "Done with a contact that was due")
                .explained(
                        "清除下次联系时间或改为 next；填了 result 就写一条跟进。两者是一次操作。",
                        "Clears the next contact, or sets it to next; a result is written as a follow-up. Both are one operation.")
                .body(Shape.body()
                        .maybe("version", Schema.integer().about("读到的版本", "The version that was read"))
                        .with("kind", Schema.text().about("跟进方式", "The kind of follow-up"))
                        .maybe("result", Schema.text(10_000))
                        .maybe("next", Schema.moment()))
                .answersNothing()
                .carries(OperationJson.HEADER);
    }
}
