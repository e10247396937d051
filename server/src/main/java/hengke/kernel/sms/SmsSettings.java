package hengke.kernel.sms;

import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingValues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The account with which text messages are sent. */
final class SmsSettings {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 100);
    private static final TextualType SHORT = new TextualType(TextualType.Form.TEXT, 30);
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]*");
    private static final Pattern BARE = Pattern.compile("[^【】\\[\\]\\s]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    static final Setting<String> PROVIDER = Setting.of(
                    "sms.provider",
                    new ChoiceType(List.of(
                            Option.of("none", "不发短信", "No text messages"),
                            Option.of("aliyun", "阿里云短信", "Alibaba Cloud"),
                            Option.of("tencent", "腾讯云短信", "Tencent Cloud"),
                            Option.of("simulated", "本地模拟（不真正发送）", "Local simulator (nothing is sent)"))),
                    "none",
                    "短信服务商",
                    "Provider")
            .help(
                    "没有账号时可选本地模拟试用，短信只显示在下方",
                    "Without an account, try it with the simulator: messages are shown below only");
    static final Setting<String> KEY_ID = Setting.of(
                    "sms.keyId", TEXT, "", "AccessKey ID 或 SecretId", "AccessKey ID or SecretId")
            .help("请用只有短信权限的子账号", "Best of a sub-account that may only send text messages")
            .checked(id -> matches(PLAIN, id, "sms.plain"));
    static final Setting<String> SECRET = Setting.of(
                    "sms.secret", TEXT, "", "AccessKey Secret 或 SecretKey", "AccessKey Secret or SecretKey")
            .help("加密保存，不会再显示", "Kept encrypted and never shown again")
            .secretWith(PROVIDER, KEY_ID);
    static final Setting<String> SIGN_NAME = Setting.of("sms.signName", SHORT, "", "短信签名", "Signature")
            .help("服务商已审核通过的签名，不含【】", "As the provider has approved it, without 【】")
            .checked(name -> matches(BARE, name, "sms.signNameBare"));
    static final Setting<String> TEMPLATE = Setting.of("sms.template", TEXT, "", "验证码模板", "Template for codes")
            .help(
                    "已审核通过的模板编号，只有一个变量：阿里云为 ${code}，腾讯云为 {1}",
                    "The code of an approved template with one gap: ${code} at Alibaba Cloud, {1} at Tencent Cloud")
            .checked(template -> matches(PLAIN, template, "sms.plain"));
    static final Setting<String> APP_ID = Setting.of(
                    "sms.appId", SHORT, "", "SdkAppId（仅腾讯云）", "SdkAppId (Tencent Cloud)")
            .checked(id -> matches(DIGITS, id, "sms.appIdDigits"));
    static final Setting<String> REGION = Setting.of(
            "sms.region",
            new ChoiceType(List.of(
                    Option.of("ap-guangzhou", "广州", "Guangzhou"),
                    Option.of("ap-beijing", "北京", "Beijing"),
                    Option.of("ap-nanjing", "南京", "Nanjing"))),
            "ap-guangzhou",
            "地域（仅腾讯云）",
            "Region (Tencent Cloud)");

    static final Setting<Long> NOTICES = Setting.of(
                    "sms.notices", new IntegerType(0, 100_000), 500L, "每天最多发多少条通知", "Notices a day at most")
            .help(
                    "自动化每天最多发送的短信条数（每条都计费）；达到后不再发送，并在执行记录里说明",
                    "Each costs money; what automations would send beyond that is not sent, and they say so");

    static final SettingGroup GROUP = SettingGroup.of(
                    "sms",
                    69,
                    "短信",
                    "Text messages",
                    PROVIDER,
                    KEY_ID,
                    SECRET,
                    SIGN_NAME,
                    TEMPLATE,
                    APP_ID,
                    REGION,
                    NOTICES)
            .help(
                    "系统用这个账号向中国大陆手机发送短信：电子签章的验证码（同一号码每分钟 1 条、每小时 5 条、每天 10 条），和自动化的通知（同一号码 10 分钟 1 条、每天 4 条，只在 8 点到 21 点发送）。",
                    "The account from which mobiles of mainland China are texted: codes by which papers are signed (a number"
                            + " gets 1 a minute, 5 an hour and 10 a day at most), and notices of automations (1 in ten"
                            + " minutes and 4 a day, from 8 to 21 o'clock).")
            .checked(SmsSettings::check);

    private SmsSettings() {}

    private static Optional<Message> matches(Pattern pattern, String value, String otherwise) {
        return pattern.matcher(value).matches() ? Optional.empty() : Optional.of(Message.of(otherwise));
    }

    /** An account that lacks something would only fail later. */
    private static List<FieldError> check(SettingValues values) {
        return needed(SmsProvider.of(values.get(PROVIDER)))
                .filter(setting -> !values.decides(setting))
                .map(setting -> FieldError.of(setting.name(), Message.of("sms.needed")))
                .toList();
    }

    private static Stream<Setting<String>> needed(SmsProvider provider) {
        return switch (provider) {
            case NONE, SIMULATED -> Stream.of();
            case ALIYUN -> Stream.of(KEY_ID, SECRET, SIGN_NAME, TEMPLATE);
            case TENCENT -> Stream.of(KEY_ID, SECRET, SIGN_NAME, TEMPLATE, APP_ID);
        };
    }
}
