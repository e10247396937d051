package hengke.web.notices;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes what people are told. */
@Component
@Order(70)
final class NoticesDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema notice = api.schema(
                "Notice",
                Shape.answer()
                        .with("id", Schema.id())
                        .with("kind", Schema.text())
                        .with("at", Schema.moment())
                        .with("title", Schema.text())
                        .with(
                                "body",
                                Schema.text()
                                        .orNull()
                                        .about("记录不再可见时为 null", "Null once its record may no longer be seen"))
                        .with("record", Schema.named("RecordLink").orNull())
                        .with("read", Schema.flag()));
        Schema unread = Shape.answer().with("unread", Schema.integer());
        Section section = api.section("通知与实时消息", "Notices and the stream");
        section.get("/api/notifications", "自己的通知，新的在前", "One's notices, newest first")
                .query("unread", Schema.flag().about("只要未读", "Only unread ones"))
                .query("after", Schema.text())
                .answers(Shape.pageOf(notice).with("unread", Schema.integer()));
        section.post("/api/notifications/{id}/read", "标为已读", "Mark as read").answers(unread);
        section.post("/api/notifications/read-all", "全部标为已读", "Mark all as read")
                .answers(unread);
        section.get("/api/notifications/choices", "各类通知如何告诉我", "How one is told of what")
                .answers(api.schema("NoticeChoices", RecordShape.of(NoticeChoicesController.ChoicesJson.class)));
        section.put("/api/notifications/choices/{kind}", "选择一类通知的方式", "Choose how one is told of a kind")
                .explained(
                        "app 为 false：不提示、不计未读，只留在列表中；mail：同时发邮件。",
                        "Without app it is neither shown nor counted as new, and only stands in the list; mail: also by e-mail.")
                .body(Shape.body().with("app", Schema.flag()).with("mail", Schema.flag()))
                .answers(RecordShape.of(NoticeChoicesController.ChoiceJson.class));
    }
}
