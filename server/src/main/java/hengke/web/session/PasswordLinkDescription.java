package hengke.web.session;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes signing in by other ways than a password: a link to set one, and a provider of identities. */
@Component
@Order(11)
final class PasswordLinkDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        provider(api.section("单点登录", "Single sign-on"));
        Section section = api.section("密码链接", "Password links");
        section.post("/api/password-link/look", "链接给谁", "Whom a link is for")
                .explained(
                        "用过的、过期的和已停用人员的链接回答相同（403）。",
                        "A used link, an old one and one of somebody disabled are answered alike (403).")
                .body(Shape.body().with("token", Schema.text()))
                .answers(RecordShape.of(PasswordLinkController.Invited.class)
                        .with("purpose", Schema.oneOf("invitation", "reset")))
                .forAnybody();
        section.post("/api/password-link/forgotten", "忘记密码", "Forgotten password")
                .explained(
                        "登录名或邮箱。无论有没有这个人，回答都一样；有的话，链接寄到其邮箱，30 分钟内有效，之前的链接作废。同一地址请求过多为 429；无法寄信时为 409 noMailAccount（见 /api/door）。",
                        "Login or e-mail address. Answered alike whether there is such a person or not; if there is, a link is mailed, good for 30 minutes, and earlier links are dead. Too many from one address: 429. Where no mail can be sent: 409 noMailAccount (see /api/door).")
                .body(Shape.body().with("account", Schema.text(Texts.ACCOUNT.maxLength())))
                .answersNothing()
                .forAnybody();
        section.post("/api/password-link", "设置密码并登录", "Set the password and sign in")
                .explained("链接只能用一次；此人的其他会话随之结束。", "The link works once; other sessions of the person end.")
                .body(Shape.body()
                        .with("token", Schema.text())
                        .with("password", Schema.text(128).with("minLength", 10))
                        .maybe("code", Schema.text().about("开启了两步验证时的验证码", "The code, with two-step sign-in")))
                .answers(Schema.named("Session"))
                .forAnybody();
    }

    private static void provider(Section section) {
        section.get("/api/door", "登录页提供的方式", "The ways in that the sign-in page offers")
                .answers(RecordShape.of(ProviderController.Ways.class))
                .forAnybody();
        section.get("/api/session/provider", "去身份提供方登录", "Go and sign in at the provider")
                .explained("由浏览器打开，转到提供方。", "Opened by a browser, which is sent on to the provider.")
                .query("next", Schema.text().about("登录后打开的页面", "The page to open after"))
                .redirects()
                .forAnybody();
        section.get("/api/session/provider/callback", "从身份提供方回来", "Come back from the provider")
                .query("state", Schema.text())
                .query("code", Schema.text())
                .redirects()
                .forAnybody();
    }
}
