package hengke.kernel.identity;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the company demands of whoever signs in. */
public final class SignInSettings {
    private static final Label NEXT_PASSWORD =
            new Label("现有密码不受影响，下次设置密码时按新要求检查。", "Present passwords stay; it counts when the next one is set.");

    private static final Setting<String> SECOND_FACTOR = Setting.of(
                    "signIn.secondFactor",
                    new ChoiceType(List.of(
                            Option.of(wire(SecondFactorDuty.NOBODY), "自愿", "Nobody"),
                            Option.of(wire(SecondFactorDuty.ADMINISTRATORS), "管理员必须", "Administrators"),
                            Option.of(wire(SecondFactorDuty.EVERYBODY), "所有人必须", "Everybody"))),
                    wire(SecondFactorDuty.NOBODY),
                    "两步验证",
                    "Two-step sign-in is demanded of")
            .help("登录时除密码外，再输入手机应用显示的验证码", "Besides the password, signing in takes a code from an app on the phone")
            .consequence(
                    "还没有设置的人下次登录时须先设置；已登录的不受影响。",
                    "Whoever has not set it up must do so at the next sign-in; those signed in now are not disturbed.");

    public static final Setting<Long> PASSWORD_LENGTH = Setting.of(
                    "signIn.passwordLength", new IntegerType(8, 16), 10L, "密码至少", "A password has at least")
            .unit("个字符", "characters")
            .consequence(NEXT_PASSWORD.chinese(), NEXT_PASSWORD.english())
            .readBy(Readers.EVERYBODY);
    public static final Setting<Long> PASSWORD_CLASSES = Setting.of(
                    "signIn.passwordClasses", new IntegerType(1, 3), 1L, "密码至少包含", "A password mixes at least")
            .unit("类字符", "kinds")
            .help("小写字母、大写字母、数字、其他符号共四类", "Of small letters, capitals, digits and other characters")
            .consequence(NEXT_PASSWORD.chinese(), NEXT_PASSWORD.english())
            .readBy(Readers.EVERYBODY);
    private static final Setting<Long> REMEMBERED = Setting.of(
                    "signIn.passwordsRemembered",
                    new IntegerType(0, 24),
                    (long) PasswordPolicy.STANDARD.remembered(),
                    "不能重复使用最近的密码",
                    "Passwords not to be used again")
            .unit("个", "passwords")
            .help(
                    "含现用密码；0 表示不限制。只保存加密后的摘要",
                    "The last ones, the present one among them; 0 allows any. Only hashes are kept")
            .consequence(
                    "从今往后设置过的密码才会被记住；调小后，多余的在下次改密码时删除。",
                    "Passwords set from now on are remembered; with fewer, the rest goes when the next one is set.");
    private static final Setting<Long> LASTS = Setting.of(
                    "signIn.passwordDays", new IntegerType(0, 730), 0L, "密码多久须更换", "A password must be replaced after")
            .unit("天", "days")
            .help(
                    "0 表示不过期。到期后登录须先设新密码，到期前 7 天起提醒。API 令牌和单点登录不受影响",
                    "0: never. After that, signing in asks for a new one first; people are reminded from 7 days before."
                            + " API tokens and single sign-on are not affected")
            .consequence(
                    "下次登录时生效：早于这个天数设置的密码须先更换；已登录的人不受影响。",
                    "Counts at the next sign-in: an older password must be replaced first; those signed in are not disturbed.");
    private static final Setting<Long> IDLE = Setting.of(
                    "signIn.idleMinutes",
                    new IntegerType(5, 43_200),
                    SessionPolicy.STANDARD.idle().toMinutes(),
                    "多久不操作后须重新登录",
                    "Signed out after being idle for")
            .unit("分钟", "minutes")
            .consequence(
                    "立即生效：已超过新时限没有操作的人需要重新登录。", "Counts at once: whoever has been idle for longer must sign in again.");
    private static final Setting<Long> ABSOLUTE = Setting.of(
                    "signIn.absoluteHours",
                    new IntegerType(1, 2_160),
                    SessionPolicy.STANDARD.absolute().toHours(),
                    "登录一次最长有效",
                    "One sign-in lasts at most")
            .unit("小时", "hours")
            .help("对之后的登录生效", "Counts from the next sign-in on");
    private static final Setting<Boolean> ONE_DEVICE = Setting.of(
                    "signIn.oneDevice", new BooleanType(), false, "同一账号只能在一台设备登录", "One device per account")
            .help("新登录会让其他设备退出", "Signing in signs out the other devices");

    static final SettingGroup GROUP = SettingGroup.of(
                    "signIn",
                    30,
                    "登录与密码",
                    "Signing in",
                    SECOND_FACTOR,
                    PASSWORD_LENGTH,
                    PASSWORD_CLASSES,
                    REMEMBERED,
                    LASTS,
                    IDLE,
                    ABSOLUTE,
                    ONE_DEVICE)
            .checked(values ->
                    Duration.ofMinutes(values.get(IDLE)).compareTo(Duration.ofHours(values.get(ABSOLUTE))) <= 0
                            ? List.of()
                            : List.of(FieldError.of(IDLE.name(), Message.of("identity.idleTooLong"))));

    private SignInSettings() {}

    static SessionPolicy sessions(Settings settings) {
        return new SessionPolicy(
                Duration.ofMinutes(settings.get(IDLE)),
                Duration.ofHours(settings.get(ABSOLUTE)),
                settings.get(ONE_DEVICE));
    }

    static PasswordPolicy passwords(Settings settings) {
        return new PasswordPolicy(
                Math.toIntExact(settings.get(PASSWORD_LENGTH)),
                Math.toIntExact(settings.get(PASSWORD_CLASSES)),
                Math.toIntExact(settings.get(REMEMBERED)),
                Math.toIntExact(settings.get(LASTS)));
    }

    static SecondFactorDuty duty(Settings settings) {
        return SecondFactorDuty.valueOf(settings.get(SECOND_FACTOR).toUpperCase(Locale.ROOT));
    }

    private static String wire(SecondFactorDuty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }
}
