package hengke.trade;

import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When the owners of contracts are reminded of their end. */
final class ContractSettings {
    private static final Pattern BETWEEN = Pattern.compile("[,，、\\s]+");
    private static final int MOST = 3_650;

    static final Setting<String> REMINDERS = Setting.of(
                    "contracts.reminders",
                    new TextualType(TextualType.Form.TEXT, 60),
                    "90,60,30,7",
                    "合同到期提醒",
                    "Reminders of the end of a contract")
            .help("结束前多少天提醒负责人，用逗号分开；不填则不提醒。", "How many days before the end, separated by commas; none, no reminder.");

    static final SettingGroup GROUP = SettingGroup.of("contracts", 88, "合同", "Contracts", REMINDERS);

    private ContractSettings() {}

    /** From the fewest to the most; what is no number of days is passed over. */
    static List<Integer> days(String text) {
        return Stream.of(BETWEEN.split(text.strip()))
                .filter(part -> part.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(days -> days <= MOST)
                .distinct()
                .sorted()
                .toList();
    }
}
