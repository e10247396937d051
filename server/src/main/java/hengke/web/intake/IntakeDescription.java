package hengke.web.intake;

import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.Submission;
import hengke.kernel.mail.MailSecurity;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes forms, hooks and mailboxes. */
@Component
@Order(85)
final class IntakeDescription implements ApiPart {
    private static final Schema KIND =
            Schema.oneOf(Arrays.stream(IntakeSource.Kind.values()).map(IntakeSource.Kind::wire));
    private static final Schema STATE =
            Schema.oneOf(Arrays.stream(Submission.State.values()).map(Submission.State::wire));

    private static final Schema MAILBOX = Shape.body()
            .with("host", Schema.text(254))
            .with("port", Schema.integer())
            .with("security", Schema.oneOf(Arrays.stream(MailSecurity.values()).map(MailSecurity::wire)))
            .with("user", Schema.text(254))
            .maybe("password", Schema.text(500).orNull())
            .maybe("folder", Schema.text(100).orNull())
            .maybe("markSeen", Schema.flag())
            .maybe("days", Schema.integer());

    @Override
    public void describe(Description api) {
        outside(api.section("公开表单与接口", "Public forms and hooks"), api);
        Section section = api.section("表单管理", "Forms and what came");
        Schema source = api.schema(
                "IntakeSource",
                RecordShape.of(SourcesJson.SourceJson.class)
                        .with("kind", KIND)
                        .with("counts", Schema.mapOf(Schema.integer()))
                        .with(
                                "design",
                                RecordShape.of(IntakeSource.Design.class)
                                        .with("constants", Schema.mapOf(Schema.any()))));
        Schema submission = api.schema(
                "Submission",
                RecordShape.of(IntakeController.SubmissionJson.class)
                        .with("state", STATE)
                        .with("parameters", Schema.mapOf(Schema.text())));
        section.get("/api/intake/sources", "所有表单与接口", "All forms and hooks").answers(Shape.listOf(source));
        section.post("/api/intake/sources", "新建表单或接口", "A new form or hook")
                .body(design(Shape.body().with("kind", KIND).with("object", Schema.text())))
                .creates(source);
        section.put("/api/intake/sources/{id}", "修改表单或接口", "Change a form or hook")
                .body(design(Shape.body().with("version", Schema.integer())))
                .answers(source);
        section.get("/api/intake/sources/{id}/submissions", "收到的提交", "What came, newest first")
                .query("state", STATE)
                .query("before", Schema.integer())
                .answers(Shape.answer()
                        .with("items", Schema.listOf(submission))
                        .with("next", Schema.integer().orNull()));
        section.post("/api/intake/submissions/{id}/take", "修正后重新处理", "Try again, with corrected answers")
                .body(Shape.body().maybe("answers", Schema.any()))
                .answers(submission);
        section.post("/api/intake/submissions/{id}/ignore", "忽略失败的提交", "Make nothing of one that failed")
                .answers(submission);
        section.post("/api/intake/mailbox/test", "测试邮箱连接", "Try a mailbox account")
                .explained(
                        "仅管理员。不填密码时用 source 已保存的密码，且仅限服务器与账号未变。",
                        "Administrators only. Without a password the one kept for source is used, if server and account are"
                                + " the same.")
                .body(Shape.body().maybe("source", Schema.integer().orNull()).with("mailbox", MAILBOX))
                .answers(api.schema("MailboxTested", RecordShape.of(IntakeMailController.Tested.class)));
        section.post("/api/intake/sources/{id}/read", "立即收取邮件", "Read a mailbox now")
                .answers(source);
        section.get("/api/intake/submissions/{id}/mail", "邮件原文", "A mail as it came, as plain text")
                .answers(api.schema("IntakeMail", RecordShape.of(IntakeMailController.MailJson.class)));
        section.get("/api/intake/of/{object}/{id}", "一条记录的提交", "What became one record")
                .answers(Shape.listOf(submission));
    }

    private static void outside(Section section, Description api) {
        section.get("/api/public/forms/{key}", "表单", "A form")
                .answers(api.schema("PublicForm", RecordShape.of(PublicController.FormJson.class)))
                .forAnybody();
        section.post("/api/public/forms/{key}", "提交表单", "Send a form")
                .explained(
                        "work 为满足 SHA-256(ticket + \".\" + work) 前 bits 位为零的任意文本；同一 ticket 只收一次。",
                        "work is any text so that the SHA-256 of ticket, full stop and work begins with so many zero bits; a"
                                + " ticket is good for one submission.")
                .body(Shape.body()
                        .with("ticket", Schema.text())
                        .with("work", Schema.text())
                        .with("answers", Schema.any())
                        .maybe("parameters", Schema.any())
                        .maybe("page", Schema.text().orNull())
                        .maybe("referrer", Schema.text().orNull())
                        .maybe("trap", Schema.text().about("须为空", "To be left empty")))
                .answers(api.schema("Thanks", RecordShape.of(PublicController.Thanks.class)))
                .forAnybody();
        section.post("/api/public/hooks/{key}", "接收数据", "Take in data of another program")
                .explained(
                        "JSON 或表单编码；键对应接口的问题。可带 Idempotency-Key。",
                        "JSON or form-encoded, by the keys of the hook's questions; may carry an Idempotency-Key.")
                .body(Schema.any())
                .answers(api.schema("Kept", RecordShape.of(PublicController.Kept.class)))
                .forAnybody();
    }

    private static Shape design(Shape body) {
        return body.with("name", Schema.text(100))
                .with("active", Schema.flag())
                .maybe("heading", Schema.text(100).orNull())
                .maybe("intro", Schema.text(2_000).orNull())
                .maybe("button", Schema.text(60).orNull())
                .maybe("thanks", Schema.text(2_000).orNull())
                .maybe("redirect", Schema.text(2_000).orNull())
                .with(
                        "questions",
                        Schema.listOf(Shape.body()
                                .with("key", Schema.text(60))
                                .with("label", Schema.text(100))
                                .maybe("help", Schema.text(2_000).orNull())
                                .maybe("required", Schema.flag())
                                .maybe("field", Schema.text(60).orNull())
                                .maybe("parameter", Schema.text(60).orNull())))
                .maybe("constants", Schema.any())
                .maybe("mailbox", MAILBOX);
    }
}
