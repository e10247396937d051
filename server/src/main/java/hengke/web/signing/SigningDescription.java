package hengke.web.signing;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes signing papers: for colleagues, for those who sign, and for whoever checks a paper. */
@Component
@Order(87)
final class SigningDescription implements ApiPart {
    private static final String SIGNINGS = "/api/signings/{object}/{id}";
    private static final String PUBLIC = "/api/public/signing/{secret}";
    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    private static final String PNG = MediaType.IMAGE_PNG_VALUE;

    @Override
    public void describe(Description api) {
        colleagues(api, api.section("电子签章", "Electronic signatures"));
        settings(api, api.section("印章与证书", "Seals and certificate"));
        outside(api, api.section("公开签署与验签", "Signing and checking for anybody"));
    }

    private static void colleagues(Description api, Section section) {
        Schema door = api.schema("SigningDoor", RecordShape.of(SigningController.Door.class));
        section.get(SIGNINGS, "签署记录", "The papers of a record that are signed")
                .answers(Shape.listOf(api.schema("Signing", RecordShape.of(SigningTrail.Shown.class)))
                        .with("open", Schema.flag().about("现在可以发起", "May another be given out now?")));
        section.post(SIGNINGS, "新建签署草稿", "Freeze the paper of a record to have it signed")
                .query(
                        "layout",
                        Schema.integer(0, Long.MAX_VALUE).about("打印模板；不填为默认的", "Which layout; none, the standard"))
                .creates(api.schema("SigningDraft", RecordShape.of(SigningDrafts.Shown.class)));
        section.get(SIGNINGS + "/{envelope}/places", "关键字位置", "Where the paper says something")
                .needs("text", Schema.text())
                .answers(
                        Shape.listOf(api.schema("PaperSpot", RecordShape.of(hengke.kernel.signing.Places.Spot.class))));
        section.get(SIGNINGS + "/{envelope}/pages/{page}", "一页的图片", "A page as a picture")
                .answersFile(PNG, Schema.bytes());
        section.post(SIGNINGS + "/{envelope}/start", "发起签署", "Give it out to be signed")
                .explained(
                        "按 signers 的顺序依次签署；我方填 person 与 seal，对方填 name 与 email，或 codeBy 为 sms 时填 name 与手机 phone；x、y 为左上角，单位为点。",
                        "Signed in the order of signers: ours by person and seal, theirs by name and email, or, where codeBy"
                                + " is sms, by name and phone, a mobile; x and y are the upper left corner, in points.")
                .body(Shape.body()
                        .with(
                                "signers",
                                Schema.listOf(Shape.body()
                                        .maybe("name", Schema.text(60).orNull())
                                        .maybe("email", Schema.text(254).orNull())
                                        .maybe("phone", Schema.text(40).orNull())
                                        .maybe(
                                                "codeBy",
                                                Schema.oneOf("mail", "sms")
                                                        .orNull()
                                                        .about("验证码发到", "Where their code goes"))
                                        .maybe("person", Schema.id().orNull())
                                        .maybe("seal", Schema.id().orNull())
                                        .maybe("edge", Schema.flag().about("骑缝章", "Over the edges of all pages too"))
                                        .with("page", Schema.integer())
                                        .with("x", Schema.number())
                                        .with("y", Schema.number())))
                        .with("days", Schema.integer())
                        .maybe("message", Schema.text(500).orNull()))
                .answersNothing();
        section.post(SIGNINGS + "/{envelope}/seal", "我方盖章", "Set one's seal").answersNothing();
        section.post(SIGNINGS + "/{envelope}/door", "去签署服务签署", "Where one signs at a service, when it is one's turn")
                .answers(door);
        section.post(SIGNINGS + "/{envelope}/remind", "提醒轮到的人", "Remind whose turn it is")
                .answersNothing();
        section.post(SIGNINGS + "/{envelope}/link", "取得签署链接", "A link for whoever of the other side is asked")
                .explained(
                        "供转交本人；之前的链接仍然有效。签署仍须本人的验证码。",
                        "To be handed over to them; earlier links stay good. To sign, the code is still needed.")
                .answers(door);
        section.post(SIGNINGS + "/{envelope}/void", "撤回签署", "Call it back")
                .body(Shape.body().with("reason", Schema.text(500)))
                .answersNothing();
        section.get(SIGNINGS + "/{envelope}/log", "签署日志", "What happened with it")
                .answers(Shape.listOf(api.schema("SigningLine", RecordShape.of(SigningTrail.Line.class))));
        section.get(SIGNINGS + "/{envelope}/file", "已签的 PDF", "The paper with its signatures")
                .answersFile(PDF, Schema.bytes());
        section.get(SIGNINGS + "/{envelope}/audit", "签署报告", "The record of how it was signed")
                .answersFile(PDF, Schema.bytes());
    }

    private static void settings(Description api, Section section) {
        Schema seal = api.schema("Seal", RecordShape.of(SealsController.Shown.class));
        section.get("/api/signing/seals", "所有印章", "All seals")
                .answers(Shape.listOf(seal))
                .forAdministrators();
        section.post("/api/signing/seals", "制作印章", "Draw a seal")
                .body(Shape.body()
                        .with("name", Schema.text(60))
                        .with("company", Schema.text(60).about("环绕的文字", "What stands along the ring"))
                        .maybe("below", Schema.text(60).orNull().about("横排的文字", "What stands below the star"))
                        .maybe("millimetres", Schema.decimal().orNull())
                        .maybe("holders", Schema.listOf(Schema.id())))
                .creates(seal)
                .forAdministrators();
        section.post("/api/signing/seals/picture", "上传印章", "Bring a seal as a picture")
                .form(Shape.body()
                        .with("file", Schema.bytes())
                        .with("name", Schema.text(60))
                        .maybe("millimetres", Schema.number()))
                .creates(seal)
                .forAdministrators();
        section.put("/api/signing/seals/{id}", "修改印章", "Change a seal")
                .body(Shape.body()
                        .with("name", Schema.text(60))
                        .maybe("active", Schema.flag())
                        .maybe("holders", Schema.listOf(Schema.id())))
                .answers(seal)
                .forAdministrators();
        section.get("/api/signing/seals/{id}/uses", "用印记录", "Each use of a seal")
                .answers(Shape.listOf(api.schema("SealUse", RecordShape.of(SealsController.Used.class))))
                .forAdministrators();
        section.get(
                        "/api/signing/seals/{id}/picture",
                        "印章图片",
                        "A seal as a picture, for its holders and administrators")
                .answersFile(PNG, Schema.bytes());
        Schema certificate = api.schema("SigningCertificate", RecordShape.of(CertificateController.Certificate.class));
        section.get("/api/signing/certificate", "签名证书", "The certificate that signs")
                .answers(Shape.listOf(certificate))
                .forAdministrators();
        section.post("/api/signing/certificate", "更换签名证书", "Bring a certificate with its key (PKCS#12)")
                .form(Shape.body().with("file", Schema.bytes()).with("password", Schema.text()))
                .answers(certificate)
                .forAdministrators();
    }

    private static void outside(Description api, Section section) {
        section.get(PUBLIC, "待签文件", "A paper to sign")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .answers(api.schema("PublicSigning", RecordShape.of(PublicSigningController.PublicSigning.class)))
                .forAnybody();
        section.post(PUBLIC + "/door", "去签署服务签署", "Where it is signed at a service")
                .answers(Schema.named("SigningDoor"))
                .forAnybody();
        section.post("/api/public/signing-services/{service}", "签署服务的通知", "A certified service rings")
                .explained(
                        "由签署服务调用，验证其签名；内容只作提示，经过以向服务查询的为准。",
                        "Called by the service, whose signature is checked; what has happened is then asked of it.")
                .body(Schema.any())
                .answersNothing()
                .forAnybody();
        section.post(PUBLIC + "/code", "发送验证码", "Send a one-time code")
                .answersNothing()
                .forAnybody();
        section.post(PUBLIC + "/code/check", "核对验证码", "Give the code")
                .body(Shape.body().with("code", Schema.text(12)))
                .answers(api.schema("SigningTicket", RecordShape.of(PublicSigningController.Ticket.class)))
                .forAnybody();
        section.get(PUBLIC + "/pages/{page}", "一页的图片", "A page as a picture")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .answersFile(PNG, Schema.bytes())
                .forAnybody();
        section.post(PUBLIC + "/read", "已读到底", "The last page was reached")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .answersNothing()
                .forAnybody();
        section.post(PUBLIC + "/sign", "签署", "Sign")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .body(Shape.body()
                        .maybe("strokes", Schema.any())
                        .maybe("typed", Schema.text(60).orNull())
                        .with("consent", Schema.text(20)))
                .answersNothing()
                .forAnybody();
        section.post(PUBLIC + "/decline", "拒签", "Decline")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .body(Shape.body().with("reason", Schema.text(500)))
                .answersNothing()
                .forAnybody();
        section.get(PUBLIC + "/file", "签署完成的 PDF", "The paper once all have signed")
                .takesHeader(SigningTickets.HEADER, Schema.text())
                .answersFile(PDF, Schema.bytes())
                .forAnybody();
        section.post("/api/public/verify", "验签", "Check the signatures of a paper")
                .form(Shape.body().with("file", Schema.bytes()))
                .answers(api.schema("Verified", RecordShape.of(VerifyController.Verified.class)))
                .forAnybody();
        section.get("/api/public/verify/{code}", "按编号查询", "What is registered under a code")
                .answers(api.schema("Registered", RecordShape.of(VerifyController.Registered.class)))
                .forAnybody();
    }
}
