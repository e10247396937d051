package hengke.web.settings;

import hengke.kernel.calendar.SpecialDay;
import hengke.kernel.sms.SimulatedPhones;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the settings. */
@Component
@Order(92)
final class SettingsDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema setting = api.schema(
                "Setting",
                Shape.answer()
                        .with("field", field())
                        .with("value", Schema.any().about("机密设置永远为 null", "Always null for a secret"))
                        .with("decided", Schema.flag().about("不同于默认值", "Other than the default"))
                        .with("secret", Schema.flag())
                        .with("public", Schema.flag().about("所有人可见", "Everybody may read it"))
                        .with(
                                "consequence",
                                Schema.text().orNull().about("修改会带来的影响", "What a change does to what is there")));
        Schema group = api.schema(
                "SettingGroup",
                Shape.answer()
                        .with("name", Schema.text())
                        .with("label", Schema.text())
                        .with("help", Schema.text().orNull())
                        .with("settings", Schema.listOf(setting)));
        Schema all = api.schema(
                "Settings", Shape.answer().with("version", Schema.integer()).with("groups", Schema.listOf(group)));
        Schema change = api.schema(
                "SettingChange",
                Shape.answer()
                        .with("name", Schema.text())
                        .with("label", Schema.text())
                        .with("secret", Schema.flag())
                        .with("at", Schema.moment())
                        .with("by", Schema.named("Labelled"))
                        .with("from", Schema.any())
                        .with("to", Schema.any()));
        Section section = api.section("系统设置", "Settings");
        section.get("/api/settings", "可见的设置", "The settings one may see").answers(all);
        section.patch("/api/settings", "修改设置", "Change settings")
                .explained(
                        "null 或空白恢复默认值；version 之后被别人改过的设置会以 409 拒绝，并在 settings 中列出。",
                        "Null or blank goes back to the default; settings that somebody changed after version are"
                                + " refused with 409 and named in settings.")
                .body(Shape.body()
                        .with("version", Schema.integer(0, Long.MAX_VALUE))
                        .with("values", Schema.mapOf(Schema.any())))
                .answers(all)
                .forAdministrators();
        section.get("/api/settings/changes", "设置的修改记录", "Who changed which setting")
                .query("after", Schema.text())
                .answers(Shape.pageOf(change))
                .forAdministrators();
        branding(api, section);
        mail(api, section);
        sms(api, section);
        calendar(api, section);
        numbers(api, section);
    }

    private static void calendar(Description api, Section section) {
        Schema kind = Schema.oneOf(Stream.of(SpecialDay.Kind.values()).map(SpecialDay.Kind::wire));
        Schema year = api.schema(
                "CalendarYear",
                Shape.answer()
                        .with("version", Schema.integer())
                        .with("year", Schema.integer())
                        .with(
                                "years",
                                Schema.listOf(Schema.integer())
                                        .about("已有节假日数据的年份", "The years whose holidays are known"))
                        .with(
                                "days",
                                Schema.listOf(Shape.answer()
                                        .with("date", Schema.date())
                                        .with("kind", kind)
                                        .with("name", Schema.text())
                                        .with("shipped", Schema.flag())))
                        .with("off", Schema.listOf(Schema.date()).about("全部不上班的日子", "All days without work")));
        section.get("/api/settings/calendar", "一年的工作日历", "The working calendar of a year")
                .query("year", Schema.integer())
                .answers(year);
        section.patch("/api/settings/calendar", "调整个别日子", "Decide single days")
                .body(Shape.body()
                        .with("version", Schema.integer(0, Long.MAX_VALUE))
                        .with(
                                "days",
                                Schema.listOf(Shape.body()
                                        .with("date", Schema.date())
                                        .with("kind", kind)
                                        .maybe("name", Schema.text(50)))))
                .answers(year)
                .forAdministrators();
        section.post("/api/settings/calendar/import", "导入节假日文件", "Bring a file of holidays")
                .explained(
                        "JSON（date、name、isOffDay）或同样三列的文本；文件中的年份整年替换。",
                        "JSON (date, name, isOffDay) or a text file with these three columns; its years are replaced"
                                + " as a whole.")
                .form(Shape.body().with("file", Schema.bytes()))
                .answers(Shape.answer().with("years", Schema.listOf(Schema.integer())))
                .forAdministrators();
        section.get("/api/settings/calendar/deadline", "经过若干工作分钟之后的时间", "When so many working minutes have passed")
                .needs("from", Schema.moment())
                .needs("minutes", Schema.integer(0, CalendarController.MOST_MINUTES))
                .answers(Shape.answer().with("at", Schema.moment()));
    }

    /** What an input needs to know, of what the catalog says about fields. */
    private static Shape field() {
        return Shape.answer()
                .with("name", Schema.text())
                .with("label", Schema.text())
                .with("kind", Schema.text())
                .with("help", Schema.text().orNull())
                .with("right", Schema.oneOf("read", "edit"))
                .with("default", Schema.any())
                .andMore();
    }

    private static void numbers(Description api, Section section) {
        Schema standing = api.schema(
                "NumberStanding",
                Shape.answer()
                        .with("object", Schema.text())
                        .with("field", Schema.text())
                        .with("setting", Schema.text())
                        .with("pattern", Schema.text())
                        .with("next", Schema.text().about("下一个编号", "The next number"))
                        .with("count", Schema.integer().about("其中的序号", "The count in it")));
        section.get("/api/settings/numbers", "编号现在到哪里", "Where running numbers stand")
                .answers(Shape.listOf(standing))
                .forAdministrators();
        section.post("/api/settings/numbers", "从更大的序号继续", "Go on from a higher count")
                .body(Shape.body().with("setting", Schema.text()).with("next", Schema.id()))
                .answers(Shape.listOf(standing))
                .forAdministrators();
    }

    private static void branding(Description api, Section section) {
        Schema branding = api.schema(
                "Branding",
                Shape.answer()
                        .with("company", Schema.text())
                        .with("shortName", Schema.text())
                        .with("language", Schema.text())
                        .with("logo", Schema.text().orNull().about("图片地址", "The picture's address"))
                        .with("passwordLength", Schema.integer())
                        .with("passwordClasses", Schema.integer()));
        section.get("/api/branding", "登录页显示的公司名称与标志", "Whose sign-in page this is")
                .answers(branding)
                .forAnybody();
        section.get("/api/branding/logo", "公司标志", "The company's logo")
                .answersFile("image/*", Schema.bytes())
                .forAnybody();
        section.post("/api/settings/logo", "上传公司标志", "Take a new logo")
                .explained("PNG、JPEG 或 WebP，最大 1 MB。", "PNG, JPEG or WebP of at most 1 MB.")
                .form(Shape.body().with("file", Schema.bytes()))
                .answers(branding)
                .forAdministrators();
        section.delete("/api/settings/logo", "去掉公司标志", "Take the logo away")
                .answersNothing()
                .forAdministrators();
    }

    private static void mail(Description api, Section section) {
        Schema stuck = api.schema(
                "StuckMail",
                Shape.answer()
                        .with("id", Schema.id())
                        .with("to", Schema.text())
                        .with("subject", Schema.text())
                        .with("parked", Schema.flag().about("不再自动重试", "No more tried by itself"))
                        .with("attempts", Schema.integer())
                        .with("error", Schema.text().orNull())
                        .with("createdAt", Schema.moment())
                        .with("nextAttempt", Schema.moment()));
        section.post("/api/settings/mail/test", "给自己发一封测试邮件", "Send a test mail to oneself")
                .explained("不成功时为 422，errors 指出应检查的设置。", "422 when it fails; errors name the setting to look at.")
                .answers(Shape.answer().with("to", Schema.text()))
                .forAdministrators();
        section.get("/api/settings/mail/queue", "没有发出的邮件", "Mails that could not be sent so far")
                .answers(Shape.listOf(stuck))
                .forAdministrators();
        section.post("/api/settings/mail/queue/{id}/retry", "立即重试", "Try again now")
                .answersNothing()
                .forAdministrators();
        section.delete("/api/settings/mail/queue/{id}", "放弃", "Give it up")
                .answersNothing()
                .forAdministrators();
    }

    private static void sms(Description api, Section section) {
        section.post("/api/settings/sms/test", "发一条测试短信", "Send a test message to a mobile")
                .explained("不成功时为 422，errors 指出应检查的设置。", "422 when it fails; errors name the setting to look at.")
                .body(Shape.body().with("mobile", Schema.text(40)))
                .answers(Shape.answer().with("to", Schema.text()))
                .forAdministrators();
        section.get("/api/settings/sms/failed", "没有发出的短信", "Text messages that could not be sent")
                .answers(Shape.listOf(api.schema("FailedSms", RecordShape.of(SmsController.Shown.class))))
                .forAdministrators();
        section.get("/api/settings/sms/simulated", "模拟手机收到的短信", "What came to simulated phones")
                .answers(Shape.listOf(api.schema("SimulatedSms", RecordShape.of(SimulatedPhones.Received.class))))
                .forAdministrators();
        smsTemplates(api, section);
    }

    private static void smsTemplates(Description api, Section section) {
        Schema template = api.schema("SmsTemplate", RecordShape.of(SmsTemplatesController.Shown.class));
        Schema name = Schema.text(SmsTemplatesController.NAME.maxLength());
        Schema text = Schema.text(SmsTemplatesController.TEXT.maxLength())
                .about("审核通过的原文，变量写 ${name} 或 {1}", "As it was approved, with its gaps as ${name} or {1}");
        section.get("/api/settings/sms/templates", "短信模板", "The templates for notices by text message")
                .answers(Shape.listOf(template))
                .forAdministrators();
        section.post("/api/settings/sms/templates", "登记短信模板", "Write a template down")
                .body(Shape.body().with("name", name).with("template", name).with("text", text))
                .creates(template)
                .forAdministrators();
        section.patch("/api/settings/sms/templates/{id}", "修改短信模板", "Change a template")
                .body(Shape.body()
                        .maybe("name", name)
                        .maybe("template", name)
                        .maybe("text", text)
                        .maybe("version", Schema.integer()))
                .answers(template)
                .forAdministrators();
        section.delete("/api/settings/sms/templates/{id}", "删除短信模板", "Remove a template")
                .answersNothing()
                .forAdministrators();
    }
}
