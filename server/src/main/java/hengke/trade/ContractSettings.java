package hengke.trade;

import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;

/** When the owners of contracts are reminded of their end. */
final class ContractSettings {
    static final Setting<String> REMINDERS = Setting.of(
                    "contracts.reminders",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "90,60,30,7",
                    "合同到期提醒",
                    "Reminders of the end of a contract")
            .help("结束前多少天提醒负责人，用逗号分开；不填则不提醒。", "How many days before the end, separated by commas; none, no reminder.");

    static final SettingGroup GROUP = SettingGroup.of("contracts", 88, "合同", "Contracts", REMINDERS);

    private ContractSettings() {}
}
