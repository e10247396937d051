package hengke.capability.birthday;

import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.util.List;

/** How long before a birthday its owner is told. */
public final class BirthdaySettings {
    public static final Setting<List<String>> DAYS = Setting.of(
            "birthdays.days",
            new TextListType(new TextListType.Choices(List.of(
                    Option.of("0", "当天", "On the day"),
                    Option.of("1", "提前 1 天", "1 day before"),
                    Option.of("3", "提前 3 天", "3 days before"),
                    Option.of("7", "提前 7 天", "7 days before")))),
            List.of("3", "0"),
            "生日提醒负责人",
            "Remind owners of birthdays");

    static final SettingGroup GROUP = SettingGroup.of("birthdays", 87, "生日关怀", "Birthdays", DAYS);

    private BirthdaySettings() {}

    static List<Integer> daysBefore(Settings settings) {
        return settings.get(DAYS).stream().map(Integer::valueOf).toList();
    }
}
