package hengke.web.announcements;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes announcements. */
@Component
@Order(71)
final class AnnouncementsDescription implements ApiPart {
    private static final Schema IDS = Schema.listOf(Schema.id());

    @Override
    public void describe(Description api) {
        Section section = api.section("公告", "Announcements");
        Schema whole = api.schema("Announcement", RecordShape.of(AnnouncementJson.WholeJson.class));
        section.get("/api/announcements", "给我的公告，新的在前", "The announcements for oneself, newest first")
                .query(
                        "all",
                        Schema.flag().about("全部公告，需要“公告”页面权限", "Of everybody; needs the page right for announcements"))
                .query("after", Schema.text())
                .answers(api.schema("Announcements", RecordShape.of(AnnouncementsController.ListJson.class)));
        section.get("/api/announcements/{id}", "一条公告", "One announcement").answers(whole);
        section.put("/api/announcements/{id}/read", "确认已读", "Say that one has read it")
                .answersNothing();
        section.post("/api/announcements", "发布公告", "Publish one")
                .explained(
                        "需要“公告”页面权限。给全员，或给人员、部门（含下级）、角色；谁也不给会被拒绝。",
                        "Needs the page right for announcements. For everybody, or for people, departments with those below, and"
                                + " roles; one that is for nobody is refused.")
                .body(draft())
                .creates(whole);
        section.put("/api/announcements/{id}", "修改公告", "Change one")
                .body(draft().with("version", Schema.integer())
                        .maybe("readAgain", Schema.flag().about("请已读的人再读一次", "Those who have read it read it again")))
                .answers(whole);
        section.delete("/api/announcements/{id}", "撤下公告", "Withdraw one").answersNothing();
        section.get("/api/announcements/{id}/readers", "谁已读、谁未读", "Who has read it and who has not")
                .answers(api.schema("AnnouncementReaders", RecordShape.of(AnnouncementsController.ReadersJson.class)));
        section.post("/api/announcements/{id}/remind", "提醒未读的人", "Remind those who have not read it")
                .explained("每人每天最多一次。", "Each at most once a day.")
                .answers(RecordShape.of(AnnouncementsController.RemindedJson.class));
    }

    private static Shape draft() {
        return Shape.body()
                .with("title", Schema.text())
                .with("body", Schema.text().about("富文本 HTML，会被清洗", "HTML, which is sanitised"))
                .maybe("everybody", Schema.flag())
                .maybe("people", IDS)
                .maybe("departments", IDS)
                .maybe("roles", IDS)
                .maybe("mustRead", Schema.flag())
                .maybe("until", Schema.date().orNull());
    }
}
