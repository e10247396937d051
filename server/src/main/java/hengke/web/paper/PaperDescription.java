package hengke.web.paper;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes sending papers, and what their readers see. */
@Component
@Order(86)
final class PaperDescription implements ApiPart {
    private static final String SENDINGS = "/api/sendings/{object}/{id}";
    private static final String PUBLIC = "/api/public/papers/{secret}";

    @Override
    public void describe(Description api) {
        Section section = api.section("发送文件", "Sending papers");
        section.get(SENDINGS, "已发出的文件", "The papers of a record that were sent")
                .answers(Shape.listOf(api.schema(
                        "SentPaper",
                        RecordShape.of(PaperTrail.Shown.class)
                                .with("link", Schema.oneOf("none", "open", "ended", "revoked")))));
        section.get(SENDINGS + "/proposal", "建议的收件人与正文", "Proposed recipients and words")
                .query("language", Schema.text())
                .answers(api.schema("SendingProposal", RecordShape.of(SendingController.Proposed.class)));
        section.post(SENDINGS, "发送", "Send")
                .explained(
                        "链接只在此时返回一次；{link} 在正文中代表链接。状态按对象的规则变为已发送。",
                        "Links are told only now; {link} stands for one in the text. The status moves by the object's own rules.")
                .body(Shape.body()
                        .maybe("to", Schema.listOf(Schema.text(254)).about("邮箱，至多 10 个", "At most 10 addresses"))
                        .maybe(
                                "reader",
                                Schema.text(100).orNull().about("不发邮件时链接给谁", "Whom the link is for without a mail"))
                        .maybe("subject", Schema.text(200).orNull())
                        .maybe("text", Schema.text(4_000).orNull())
                        .maybe("attached", Schema.flag())
                        .maybe(
                                "days",
                                Schema.integer(1, 365)
                                        .orNull()
                                        .about("链接有效天数；不填则不发链接", "How long the link is good; none, no link"))
                        .maybe("language", Schema.text().orNull())
                        .maybe("layout", LayoutsDescription.layout()))
                .creates(Shape.listOf(api.schema("PaperLeft", RecordShape.of(SendingController.Left.class))));
        section.get(SENDINGS + "/{paper}/file", "发出时的 PDF", "The PDF as it was sent")
                .answersFile(MediaType.APPLICATION_PDF_VALUE, Schema.bytes());
        section.delete(SENDINGS + "/{paper}/link", "停用链接", "Shut a link").answersNothing();
        outside(api, api.section("公开文件", "Papers behind links"));
    }

    private static void outside(Description api, Section section) {
        section.get(PUBLIC, "链接对应的文件", "The paper behind a link")
                .answers(api.schema("PublicPaper", RecordShape.of(PublicPaperController.PublicPaper.class)))
                .forAnybody();
        section.post(PUBLIC + "/opened", "记录一次打开", "Count an opening")
                .answersNothing()
                .forAnybody();
        section.get(PUBLIC + "/pages/{page}", "一页的图片", "A page as a picture")
                .answersFile(MediaType.IMAGE_PNG_VALUE, Schema.bytes())
                .forAnybody();
        section.get(PUBLIC + "/file", "带水印的 PDF", "The PDF with its watermark")
                .answersFile(MediaType.APPLICATION_PDF_VALUE, Schema.bytes())
                .forAnybody();
    }
}
