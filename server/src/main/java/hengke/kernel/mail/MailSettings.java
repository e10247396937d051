package hengke.kernel.mail;

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

/** The account the product sends mails from. */
final class MailSettings {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 254);

    static final Setting<String> HOST_NAME = Setting.of("mail.host", TEXT, "", "SMTP 服务器", "SMTP server")
            .help("例如 smtp.exmail.qq.com；不填则不发邮件", "For example smtp.example.com; without it no mail is sent")
            .checked(MailHost::wrong);
    static final Setting<Long> PORT = Setting.of("mail.port", new IntegerType(1, 65_535), 465L, "端口", "Port");
    static final Setting<String> SECURITY = Setting.of(
            "mail.security",
            new ChoiceType(List.of(
                    Option.of("tls", "TLS（通常为 465 端口）", "TLS (usually port 465)"),
                    Option.of("starttls", "STARTTLS（通常为 587 端口）", "STARTTLS (usually port 587)"),
                    Option.of("none", "不加密（仅限公司内网）", "Not encrypted (only within one's own network)"))),
            "tls",
            "加密",
            "Encryption");
    static final Setting<String> USER = Setting.of("mail.user", TEXT, "", "账号", "Account")
            .help("服务器不要求登录时留空", "Empty when the server asks for no sign-in");
    static final Setting<String> PASSWORD = Setting.of(
                    "mail.password",
                    new TextualType(TextualType.Form.TEXT, 500),
                    "",
                    "密码或授权码",
                    "Password or app password")
            .help("加密保存，不会再显示", "Kept encrypted and never shown again")
            .secretWith(HOST_NAME, PORT, SECURITY, USER);
    static final Setting<String> FROM = Setting.of(
                    "mail.from", new TextualType(TextualType.Form.EMAIL, 254), "", "发件地址", "Sender address")
            .help("多数服务器要求与账号一致", "Most servers want it to be the account's");
    static final Setting<String> FROM_NAME =
            Setting.of("mail.fromName", new TextualType(TextualType.Form.TEXT, 100), "", "发件人名称", "Sender name");

    static final SettingGroup GROUP = SettingGroup.of(
                    "mail", 70, "邮件", "Mail", HOST_NAME, PORT, SECURITY, USER, PASSWORD, FROM, FROM_NAME)
            .help(
                    "系统用这个账号发送邀请、重设密码等邮件。登录页由本人用邮件重设密码，还需在启动时设置 HENGKE_BASE_URL（本系统的网址）。",
                    "The account from which invitations, password resets and the like are sent. For people to reset a"
                            + " forgotten password themselves by mail, HENGKE_BASE_URL, the address of this system, must be"
                            + " set at the start too.")
            .checked(MailSettings::check);

    private MailSettings() {}

    private static List<FieldError> check(SettingValues values) {
        return !values.get(HOST_NAME).isEmpty() && values.get(FROM).isEmpty()
                ? List.of(FieldError.of(FROM.name(), Message.of("mail.fromNeeded")))
                : List.of();
    }
}
