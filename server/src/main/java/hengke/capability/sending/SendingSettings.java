package hengke.capability.sending;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TextualType.Form;
import hengke.kernel.problem.Language;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** What a mail with a paper says until its sender writes something else, and for how long a link is good. */
final class SendingSettings {
    static final int MOST_DAYS = 365;
    static final TextualType SUBJECT = new TextualType(Form.TEXT, 200);
    static final TextualType TEXT = new TextualType(Form.LONG_TEXT, 4_000);

    static final Setting<Long> DAYS = Setting.of(
                    "sending.days", new IntegerType(1, MOST_DAYS), 14L, "链接有效期", "A link is good for")
            .unit("天", "days")
            .help("发送时可以另定", "Another time can be chosen for each paper");
    private static final Setting<String> CHINESE_SUBJECT = Setting.of(
                    "sending.subject", SUBJECT, "{company} {kind} {title}", "邮件主题", "Subject in Chinese")
            .help(
                    "可用 {company}、{kind}、{title}、{sender}，发送前还可修改",
                    "May name {company}, {kind}, {title} and {sender}; can be changed before it is sent");
    private static final Setting<String> CHINESE_TEXT = Setting.of(
                    "sending.text",
                    TEXT,
                    "您好：\n\n{kind} {title} 请您查阅。\n在线查阅：{link}\n\n{sender}\n{company}",
                    "邮件正文",
                    "Text in Chinese")
            .help("{link} 所在的一行在不发链接时省去", "The line with {link} is left out where no link is sent");
    private static final Setting<String> ENGLISH_SUBJECT = Setting.of(
            "sending.subjectEnglish", SUBJECT, "{company}: {kind} {title}", "邮件主题（英文）", "Subject in English");
    private static final Setting<String> ENGLISH_TEXT = Setting.of(
            "sending.textEnglish",
            TEXT,
            "Hello,\n\nplease find our {kind} {title}.\nRead it online: {link}\n\n{sender}\n{company}",
            "邮件正文（英文）",
            "Text in English");

    static final SettingGroup GROUP = SettingGroup.of(
            "sending",
            89,
            "发送文件",
            "Sending papers",
            DAYS,
            CHINESE_SUBJECT,
            CHINESE_TEXT,
            ENGLISH_SUBJECT,
            ENGLISH_TEXT);

    private SendingSettings() {}

    static Setting<String> subject(Language language) {
        return language == Language.CHINESE ? CHINESE_SUBJECT : ENGLISH_SUBJECT;
    }

    static Setting<String> text(Language language) {
        return language == Language.CHINESE ? CHINESE_TEXT : ENGLISH_TEXT;
    }
}
