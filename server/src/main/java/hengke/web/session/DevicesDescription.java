package hengke.web.session;

import hengke.kernel.identity.SecondFactors;
import hengke.kernel.identity.Sessions;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the devices people are signed in at, and the second step of signing in. */
@Component
@Order(12)
final class DevicesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        devices(api, api.section("登录设备", "Devices"));
        secondFactor(api, api.section("两步验证", "Two-step sign-in"));
    }

    private static void devices(Description api, Section section) {
        section.get("/api/session/devices", "自己登录的设备", "Where one is signed in")
                .answers(Shape.listOf(api.schema("Device", RecordShape.of(DevicesController.Shown.class))))
                .forSessions();
        section.delete("/api/session/devices/{id}", "退出一台设备", "Sign out a device")
                .answersNothing()
                .forSessions();
        section.delete("/api/session/devices", "退出其他设备", "Sign out all other devices")
                .answersNothing()
                .forSessions();
        section.get("/api/users/{id}/sessions", "某人登录的设备", "Where a person is signed in")
                .answers(Shape.listOf(api.schema("UserDevice", RecordShape.of(Sessions.Device.class))))
                .forAdministrators();
        section.delete("/api/users/{id}/sessions/{session}", "让某人退出一台设备", "Sign a person out of a device")
                .answersNothing()
                .forAdministrators();
        section.delete("/api/users/{id}/sessions", "让某人退出全部设备", "Sign a person out everywhere")
                .answersNothing()
                .forAdministrators();
    }

    private static void secondFactor(Description api, Section section) {
        Schema code = Schema.text().about("应用显示的 6 位数字", "The six digits an app shows");
        Shape codes = Shape.answer()
                .with(
                        "recoveryCodes",
                        Schema.listOf(Schema.text()).about("只在这里出现一次，每个能用一次", "Shown once; each works once"));
        section.get("/api/session/second-factor", "是否开启", "Is it on")
                .answers(api.schema("SecondFactor", RecordShape.of(SecondFactors.State.class)))
                .forSessions();
        section.post("/api/session/second-factor", "开始设置", "Begin to set it up")
                .explained(
                        "用 picture（二维码，每行一个字符串，1 为黑）或 secret 加到身份验证器，再用第一个验证码确认。",
                        "Take picture (a QR code, a text for each row, 1 is dark) or secret into an authenticator, then confirm with its first code.")
                .answers(RecordShape.of(SecondFactorController.Begun.class))
                .forSessions();
        section.post("/api/session/second-factor/confirm", "确认并开启", "Confirm and turn on")
                .explained("其他会话随之结束。", "Ends all other sessions.")
                .body(Shape.body().with("code", code))
                .answers(codes)
                .forSessions();
        section.post("/api/session/second-factor/recovery-codes", "换新的恢复码", "New recovery codes")
                .body(Shape.body().with("code", code))
                .answers(codes)
                .forSessions();
        section.post("/api/session/second-factor/off", "关闭", "Turn off")
                .body(Shape.body().with("code", code))
                .answersNothing()
                .forSessions();
        section.delete("/api/users/{id}/second-factor", "解除某人的两步验证", "Reset a person's two-step sign-in")
                .explained("此人的会话随之结束。", "Ends the person's sessions.")
                .answersNothing()
                .forAdministrators();
    }
}
