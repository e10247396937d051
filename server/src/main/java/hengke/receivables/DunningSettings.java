package hengke.receivables;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** When people are reminded of what customers owe. */
final class DunningSettings {
    private static final TextualType SUBJECT = new TextualType(TextualType.Form.TEXT, 200);
    private static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, 4_000);

    static final Setting<String> BEFORE = Setting.of(
                    "receivables.before",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "7,1",
                    "应收到期前提醒",
                    "Reminders before something is due")
            .help("到期前多少天提醒负责人，用逗号分开；不填则不提醒。", "How many days before, separated by commas; none, no reminder.");
    static final Setting<String> AFTER = Setting.of(
                    "receivables.after",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "1,7,15,30,60,90",
                    "逾期后提醒",
                    "Reminders of what is overdue")
            .help("逾期多少天提醒负责人催收，用逗号分开；不填则不提醒。", "How many days after, separated by commas; none, no reminder.");
    static final Setting<Long> ESCALATE = Setting.of(
                    "receivables.escalate", new IntegerType(0, 3_650), 15L, "逾期告知上级", "Tell the superior of it")
            .unit("天", "days")
            .help("从逾期这么多天起，提醒时也告知上级；0 为不告知。", "From so many days on reminders go to the superior too; 0, never.");

    static final Setting<Boolean> MAILS = Setting.of(
                    "receivables.mails", new BooleanType(), false, "邮件催收", "Remind customers by mail")
            .help(
                    "在上面的日子发邮件给客户的财务联系人；只发给勾选了“发送催收邮件”的客户。需要发信账号。",
                    "On these days, to the customer's contact for finance; only to customers who are marked for it. Needs a"
                            + " mail account.");
    private static final Setting<String> SOON_SUBJECT = Setting.of(
                    "receivables.soonSubject",
                    SUBJECT,
                    "{company}：{number} {term} 将于 {dueDate} 到期",
                    "到期前邮件主题",
                    "Subject before something is due")
            .help(
                    "可用 {company}、{customer}、{contact}、{number}、{bill}、{term}、{amount}、{dueDate}、{days}、{owner}",
                    "May name {company}, {customer}, {contact}, {number}, {bill}, {term}, {amount}, {dueDate}, {days} and"
                            + " {owner}");
    private static final Setting<String> SOON_TEXT =
            Setting.of("receivables.soonText", TEXT, """
                    {contact}，您好：

                    {number} {bill} 的{term}（{amount}）将于 {dueDate} 到期，请安排付款。如已付款，请忽略本邮件。

                    {owner}
                    {company}""", "到期前邮件正文", "Text before something is due");
    private static final Setting<String> LATE_SUBJECT = Setting.of(
            "receivables.lateSubject",
            SUBJECT,
            "{company}：{number} {term} 已逾期 {days} 天",
            "逾期邮件主题",
            "Subject of what is overdue");
    private static final Setting<String> LATE_TEXT =
            Setting.of("receivables.lateText", TEXT, """
                    {contact}，您好：

                    {number} {bill} 的{term}（{amount}）应于 {dueDate} 支付，已逾期 {days} 天，请尽快安排。如已付款，请忽略本邮件。

                    {owner}
                    {company}""", "逾期邮件正文", "Text of what is overdue");

    static final SettingGroup GROUP = SettingGroup.of(
            "receivables",
            89,
            "应收",
            "Receivables",
            BEFORE,
            AFTER,
            ESCALATE,
            MAILS,
            SOON_SUBJECT,
            SOON_TEXT,
            LATE_SUBJECT,
            LATE_TEXT);

    private DunningSettings() {}

    static Setting<String> subject(boolean overdue) {
        return overdue ? LATE_SUBJECT : SOON_SUBJECT;
    }

    static Setting<String> text(boolean overdue) {
        return overdue ? LATE_TEXT : SOON_TEXT;
    }
}
