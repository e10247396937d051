package hengke.web.calendar;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import hengke.web.records.OperationJson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes calendars. */
@Component
@Order(72)
final class CalendarDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("日历", "Calendars");
        section.get("/api/calendar", "一段时间内的日历", "The calendars of some people between two days")
                .explained(
                        "重复的日程由服务器展开：records 中每条日程一次，occurrences 是它在这段时间里的每一次。看不到的日程只在 busy 中以时间出现。",
                        "Appointments that repeat are expanded by the server: each stands once in records, and each of its times in"
                                + " occurrences. One that is out of sight appears in busy at most, as time without words.")
                .needs("from", Schema.date())
                .needs("until", Schema.date().about("不含这一天；最多 62 天", "Not included; at most 62 days"))
                .query("people", Schema.text().about("人员编号，逗号分隔；不填为本人", "Ids of people, with commas; else oneself"))
                .query("team", Schema.flag().about("加上本人的团队", "With one's own team"))
                .query("zone", Schema.text().about("时区，默认公司时区", "The time zone of the days; the company's by default"))
                .answers(api.schema("Calendar", RecordShape.of(WindowController.CalendarJson.class)));
        section.post(
                        "/api/calendar/events/{id}/occurrences/{day}",
                        "修改或取消系列中的一次，或此次及以后",
                        "Change or cancel one occurrence, or it and all that follow")
                .explained(
                        "整个系列像任何记录一样修改。回答中的 id 是从此代表这一次的日程。",
                        "The whole series is changed as any record. The id that is answered is the appointment that stands for the"
                                + " occurrence from now on.")
                .body(Shape.body()
                        .maybe("version", Schema.integer().about("读到的系列版本", "The version of the series that was read"))
                        .with("reach", Schema.oneOf("this", "following"))
                        .maybe("cancel", Schema.flag())
                        .maybe("values", Schema.mapOf(Schema.any()).about("日程的字段", "Fields of the appointment")))
                .answers(api.schema("ChangedOccurrence", RecordShape.of(OccurrencesController.ChangedJson.class)))
                .carries(OperationJson.HEADER);
        section.put("/api/calendar/events/{id}/answer", "答复邀请", "Answer an invitation")
                .body(Shape.body().with("answer", Schema.oneOf("open", "accepted", "tentative", "declined")))
                .answersNothing()
                .carries(OperationJson.HEADER);
        section.post("/api/calendar/events/{id}/visited", "完成拜访，写下跟进", "A visit was made: write the follow-up")
                .explained(
                        "日程标为已完成，并在所关联的记录上写一条拜访跟进；两者是一次操作。",
                        "The appointment is done and a follow-up stands on the record it is about; both are one operation.")
                .body(Shape.body()
                        .maybe("version", Schema.integer())
                        .maybe("day", Schema.date().about("系列中的哪一次", "Which occurrence of a series"))
                        .with("result", Schema.text(10_000))
                        .maybe("place", Schema.any().about("位置", "A location"))
                        .maybe("next", Schema.moment().about("下次联系时间", "When to be in touch again")))
                .answersNothing()
                .carries(OperationJson.HEADER);
        Schema settings =
                api.schema("CalendarSettings", RecordShape.of(CalendarSettingsController.CalendarSettingsJson.class));
        section.get("/api/calendar/settings", "本人的日历设置", "What one has decided for one's own calendar")
                .answers(settings);
        section.post("/api/calendar/feed", "生成新的订阅链接", "Make a new link for other calendars")
                .explained("地址只在此时告知；之前的链接失效。", "The address is told only now; the link before leads nowhere any more.")
                .creates(RecordShape.of(CalendarSettingsController.FeedJson.class));
        section.delete("/api/calendar/feed", "停用订阅链接", "End the link").answersNothing();
        section.get("/api/public/calendars/{secret}.ics", "订阅的日历（iCalendar）", "The calendar behind a link (iCalendar)")
                .explained(
                        "按本人当时的权限给出前 90 天到后 400 天的日程；本人离职后失效。",
                        "The appointments from 90 days back to 400 ahead, under the rights of the person at that moment; ends when the person leaves.")
                .forAnybody()
                .answersFile("text/calendar", Schema.text())
                .cached();
    }
}
