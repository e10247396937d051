package hengke.trade;

import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** When the owners of contracts are reminded of their end, and those of milestones of the day. */
final class ContractSettings {
    static final Setting<String> REMINDERS = Setting.of(
                    "contracts.reminders",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "90,60,30,7",
                    "合同到期提醒",
                    "Reminders of the end of a contract")
            .help("结束前多少天提醒负责人，用逗号分开；不填则不提醒。", "How many days before the end, separated by commas; none, no reminder.");

    static final Setting<String> MILESTONES = Setting.of(
                    "contracts.milestones",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "7,1",
                    "里程碑到期前提醒",
                    "Reminders before a milestone is due")
            .help(
                    "到期前多少天提醒负责人，用逗号分开；不填则只在逾期时提醒。",
                    "How many days before, separated by commas; none, only once it is overdue.");

    static final SettingGroup GROUP = SettingGroup.of("contracts", 88, "合同", "Contracts", REMINDERS, MILESTONES);

    private ContractSettings() {}
}
