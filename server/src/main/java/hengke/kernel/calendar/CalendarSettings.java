package hengke.kernel.calendar;

import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingValues;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hours of the week. */
final class CalendarSettings {
    private static final TextualType HOURS_TEXT = new TextualType(TextualType.Form.TEXT, 100);
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

    static final Setting<List<String>> DAYS = Setting.of(
                    "calendar.days",
                    new TextListType(new TextListType.Choices(
                            WEEK.stream().map(CalendarSettings::option).toList())),
                    WEEK.subList(0, 5).stream().map(CalendarSettings::wire).toList(),
                    "工作日",
                    "Working days")
            .checked(days -> days.isEmpty() ? Optional.of(Message.of("calendar.noWork")) : Optional.empty())
            .readBy(Readers.EVERYBODY);
    static final Setting<String> HOURS = hours("calendar.hours", "09:00-12:00, 13:00-18:00", "工作时间", "Working hours")
            .help(
                    "可分多段，例如 09:00-12:00, 13:30-18:00；调休上班日也用它",
                    "May have several parts, for example 09:00-12:00, 13:30-18:00; make-up days have them too");
    static final Map<DayOfWeek, Setting<String>> OTHERS = others();

    static final SettingGroup GROUP = SettingGroup.of(
                    "calendar",
                    40,
                    "工作日历",
                    "Working calendar",
                    Stream.concat(
                                    Stream.<Setting<?>>of(DAYS, HOURS),
                                    WEEK.stream().map(OTHERS::get))
                            .toArray(Setting<?>[]::new))
            .help(
                    "按工作时间计算的期限以此为准；法定节假日和调休上班日见年历。",
                    "Deadlines in working time follow it; public holidays and make-up days are in the year's calendar.");

    private CalendarSettings() {}

    static WorkingHours usual(SettingValues values) {
        return WorkingHours.read(values.get(HOURS)).orElse(WorkingHours.NONE);
    }

    static Map<DayOfWeek, WorkingHours> week(SettingValues values) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        OTHERS.forEach((day, other) -> {
            if (values.get(DAYS).contains(wire(day))) {
                week.put(day, WorkingHours.read(values.get(other)).orElseGet(() -> usual(values)));
            }
        });
        return week;
    }

    static String wire(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Option option(DayOfWeek day) {
        return Option.of(
                wire(day),
                day.getDisplayName(TextStyle.SHORT, Locale.CHINA),
                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static Map<DayOfWeek, Setting<String>> others() {
        Map<DayOfWeek, Setting<String>> others = new EnumMap<>(DayOfWeek.class);
        WEEK.forEach(day -> others.put(
                day,
                hours(
                                "calendar." + wire(day),
                                "",
                                day.getDisplayName(TextStyle.SHORT, Locale.CHINA) + "另定",
                                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", if different")
                        .help("不填则与“工作时间”相同", "Empty: the working hours above")));
        return others;
    }

    private static Setting<String> hours(String name, String initial, String chinese, String english) {
        return Setting.of(name, HOURS_TEXT, initial, chinese, english)
                .readBy(Readers.EVERYBODY)
                .checked(text -> WorkingHours.read(text).isPresent()
                        ? Optional.empty()
                        : Optional.of(Message.of("calendar.hours")));
    }
}
