package hengke.web.session;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes setting a password by a link. */
@Component
@Order(11)
final class PasswordLinkDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("密码链接", "Password links");
        section.post("/api/password-link/look", "链接给谁", "Whom a link is for")
                .explained(
                        "用过的、过期的和已停用人员的链接回答相同（403）。",
                        "A used link, an old one and one of somebody disabled are answered alike (403).")
                .body(Shape.body().with("token", Schema.text()))
                .answers(RecordShape.of(PasswordLinkController.Invited.class)
                        .with("purpose", Schema.oneOf("invitation", "reset")))
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
}
