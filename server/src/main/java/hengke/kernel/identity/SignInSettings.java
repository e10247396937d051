package hengke.kernel.identity;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.util.List;
import java.util.Locale;

/** What the company demands of whoever signs in. */
final class SignInSettings {
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

    static final SettingGroup GROUP = SettingGroup.of("signIn", 30, "登录", "Signing in", SECOND_FACTOR);

    private SignInSettings() {}

    static SecondFactorDuty duty(Settings settings) {
        return SecondFactorDuty.valueOf(settings.get(SECOND_FACTOR).toUpperCase(Locale.ROOT));
    }

    private static String wire(SecondFactorDuty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }
}
