package hengke.receivables;

import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** When people are reminded of what customers owe. */
final class DunningSettings {
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

    static final SettingGroup GROUP = SettingGroup.of("receivables", 89, "应收", "Receivables", BEFORE, AFTER, ESCALATE);

    private DunningSettings() {}
}
