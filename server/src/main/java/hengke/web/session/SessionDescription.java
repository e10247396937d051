package hengke.web.session;

import hengke.kernel.access.TokenScope;
import hengke.kernel.identity.Owed;
import hengke.kernel.identity.Profile;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes signing in, what everybody may change about themselves, and tokens. */
@Component
@Order(10)
final class SessionDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        security(api);
        Schema preferences = api.schema(
                "Preferences",
                Shape.answer()
                        .maybe("language", known("language"))
                        .maybe("theme", known("theme"))
                        .maybe("density", known("density"))
                        .maybe("guideDone", Schema.listOf(Schema.text()))
                        .maybe("calendarLunar", Schema.flag().about("日历中显示农历", "Whether calendars show lunar days"))
                        .maybe(
                                "todayDashboard",
                                Schema.text().about("今天页上的仪表盘，none 为不显示", "The dashboard on Today; none for no one"))
                        .about("也可存放其他键", "Other keys may be kept too"));
        Schema user = api.schema("SignedInUser", RecordShape.of(SessionView.User.class));
        Schema session = api.schema(
                "Session",
                RecordShape.of(SessionView.Shown.class)
                        .with("user", user)
                        .with("preferences", preferences)
                        .with(
                                "owes",
                                Schema.oneOf(Arrays.stream(Owed.values()).map(Owed::wire))
                                        .orNull()
                                        .about(
                                                "先要做的事；做完之前其他请求为 403",
                                                "What must be done first; all other requests are 403 until then"))
                        .with(
                                "csrf",
                                Schema.text()
                                        .orNull()
                                        .about(
                                                "修改时放入 X-CSRF-Token；用令牌时为 null",
                                                "To be sent as X-CSRF-Token; null for a token")));
        session(api.section("登录与个人", "Signing in and oneself"), session, preferences);
        tokens(api, api.section("令牌", "Tokens"));
        setUp(api.section("首次启动", "First start"), session);
    }

    private static Schema known(String preference) {
        return Schema.oneOf(Profile.KNOWN.getOrDefault(preference, List.of()));
    }

    private static void security(Description api) {
        api.security(
                Description.TOKEN,
                Schema.any()
                        .with("type", "http")
                        .with("scheme", "bearer")
                        .about(
                                "在个人设置中新建的令牌：Authorization: Bearer …",
                                "A token made in one's settings: Authorization: Bearer …"));
        api.security(
                Description.SESSION,
                Schema.any()
                        .with("type", "apiKey")
                        .with("in", "cookie")
                        .with("name", SessionCookie.NAME)
                        .about("登录后得到的 Cookie", "The cookie that signing in sets"));
        api.security(
                Description.CSRF,
                Schema.any()
                        .with("type", "apiKey")
                        .with("in", "header")
                        .with("name", SameSite.TOKEN)
                        .about(
                                "用 Cookie 修改时须带上登录返回的 csrf",
                                "Changes by cookie repeat the csrf that signing in answered"));
    }

    private static void session(Section section, Schema session, Schema preferences) {
        section.post("/api/session", "登录", "Sign in")
                .explained(
                        "成功后设置 Cookie。账号不存在与密码错误的回答相同；多次失败后为 429。密码正确而需要动态验证码时为 401 codeRequired，验证码不对为 401 codeWrong。",
                        "Sets a cookie. An unknown login and a wrong password are answered alike; 429 after repeated failures. With the right password, 401 codeRequired asks for the code of the second step; 401 codeWrong refuses it.")
                .body(Shape.body()
                        .with("login", Schema.text(Texts.LOGIN.maxLength()))
                        .with("password", Schema.text(Texts.PASSWORD.maxLength()))
                        .maybe("code", Schema.text().about("动态验证码或恢复码", "Code of the app, or a recovery code")))
                .answers(session)
                .forAnybody();
        section.get("/api/session", "我是谁", "Who am I").answers(session);
        section.delete("/api/session", "退出登录", "Sign out").answersNothing().forSessions();
        section.post("/api/session/view-as", "以此身份查看", "Look as somebody else sees it")
                .explained(
                        "30 分钟内只能查看；任何修改都是 403 viewingAs。开始与结束都会被记录。",
                        "For 30 minutes, and only to look: every change is 403 viewingAs. Its begin and end are logged.")
                .body(Shape.body().with("user", Schema.named("Pointer")))
                .answersNothing()
                .forSessions();
        section.delete("/api/session/view-as", "结束以他人身份查看", "Stop looking as somebody else")
                .answersNothing()
                .forSessions();
        section.patch("/api/session/preferences", "修改个人偏好", "Change one's preferences")
                .explained("只改出现的键，null 表示去掉。", "Changes the keys that are given; null takes one away.")
                .body(Schema.mapOf(Schema.any()))
                .answers(preferences);
        section.post("/api/session/password", "修改自己的密码", "Change one's password")
                .explained(
                        "其他会话随之结束。密码须更换（owes 为 password）的会话由此解除限制。",
                        "Ends all other sessions. A session that owes a new password is free after it.")
                .body(Shape.body()
                        .with("current", Schema.text())
                        .with("new", Schema.text(128).with("minLength", 10)))
                .answersNothing()
                .forSessions();
    }

    private static void tokens(Description api, Section section) {
        Schema scope = Schema.oneOf(Arrays.stream(TokenScope.values()).map(TokenScope::wire));
        Schema token =
                api.schema("Token", RecordShape.of(TokenController.Shown.class).with("scopes", Schema.listOf(scope)));
        section.get("/api/tokens", "自己的令牌", "One's tokens")
                .answers(Shape.listOf(token))
                .forSessions();
        section.post("/api/tokens", "新建令牌", "Make a token")
                .explained("令牌只在这里出现一次。", "The token itself is shown here and never again.")
                .body(Shape.body()
                        .with("name", Schema.text(Texts.NAME.maxLength()))
                        .maybe(
                                "scopes",
                                Schema.listOf(Schema.oneOf("read", "write", "administer", "*"))
                                        .about("不填为 read 和 write", "read and write when absent"))
                        .maybe("expiresAt", Schema.moment().orNull()))
                .creates(api.schema(
                        "NewToken", Shape.answer().with("id", Schema.id()).with("token", Schema.text())))
                .forSessions();
        section.delete("/api/tokens/{id}", "收回令牌", "Take back a token")
                .answersNothing()
                .forSessions();
    }

    private static void setUp(Section section, Schema session) {
        section.get("/api/setup", "是否需要设置", "Is it needed")
                .answers(Shape.answer().with("needed", Schema.flag()))
                .forAnybody();
        section.post("/api/setup", "设置管理员和公司", "Set up the administrator and the company")
                .explained(
                        "token 在首次启动打印的链接里，只能用一次。",
                        "The token is in the link printed at the first start; it works once.")
                .body(Shape.body()
                        .with("token", Schema.text())
                        .with("login", Schema.text(Texts.LOGIN.maxLength()))
                        .with("password", Schema.text(128).with("minLength", 10))
                        .with("name", Schema.text(Texts.NAME.maxLength()))
                        .with("company", Schema.text(Texts.NAME.maxLength())))
                .answers(session)
                .forAnybody();
    }
}
