package hengke.kernel.identity;

import hengke.kernel.access.Company;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingValues;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the company is called, and by which clock and in which money it reckons. */
public final class CompanySettings {
    public static final Setting<String> NAME = Setting.of(
                    "company.name", new TextualType(TextualType.Form.TEXT, 100), "", "公司名称", "Company name")
            .readBy(Readers.EVERYBODY);

    public static final Setting<String> SHORT_NAME = Setting.of(
                    "company.shortName", new TextualType(TextualType.Form.TEXT, 20), "", "公司简称", "Short name")
            .help("显示在导航栏；不填则用公司名称", "Shown in the navigation; without it the company name is")
            .readBy(Readers.EVERYBODY);

    public static final Setting<String> TIME_ZONE = Setting.of(
                    "company.timeZone", new ChoiceType(zones()), "Asia/Shanghai", "时区", "Time zone")
            .help("一天从何时开始、导入的时间如何理解，都按这个时区", "When a day begins and how imported times are read")
            .consequence(
                    "已有记录的时间点不变，只是按新时区显示；“今天”“本月”等筛选和按日、按月的统计会按新时区重新划分，同一条记录可能换到前一天或后一天。",
                    "Moments on records stay what they are and are shown in the new zone; filters such as “today” and"
                            + " figures by day or month are divided anew, so a record may move to the day before or"
                            + " after.")
            .readBy(Readers.EVERYBODY);

    public static final Setting<String> CURRENCY = Setting.of(
                    "money.base", new ChoiceType(Currencies.options()), "CNY", "本位币", "Base currency")
            .help(
                    "金额按它比较、排序和合计；系统中已有金额后不能再改",
                    "Amounts are compared, sorted and summed in it; it cannot be changed once there is money in the"
                            + " system")
            .readBy(Readers.EVERYBODY);

    public static final Setting<String> LANGUAGE = Setting.of(
                    "company.language",
                    new ChoiceType(List.of(
                            Option.of("auto", "跟随浏览器", "As the browser says"),
                            Option.of(Language.CHINESE.tag(), "中文", "中文 (Chinese)"),
                            Option.of(Language.ENGLISH.tag(), "English", "English"))),
                    "auto",
                    "默认语言",
                    "Default language")
            .help("登录页，以及没有自己选过语言的人看到的语言", "On the sign-in page, and for whoever has not chosen one")
            .readBy(Readers.EVERYBODY);

    private static final Setting<String> FISCAL_START = Setting.of(
                    "company.fiscalYearStart", new ChoiceType(months()), "1", "财年开始月份", "Fiscal year begins in")
            .help("“本财年”“本财季”等筛选按它划分", "Filters such as “this fiscal year” follow it")
            .consequence(
                    "“本财年”“上财季”等筛选和使用它们的视图会立即按新的财年划分；记录本身不变。",
                    "Filters such as “this fiscal year”, and views with them, are divided anew at once; records do not change.")
            .readBy(Readers.EVERYBODY);

    static final SettingGroup GROUP =
            SettingGroup.of("company", 10, "公司", "Company", NAME, SHORT_NAME, TIME_ZONE, LANGUAGE, FISCAL_START);

    private CompanySettings() {}

    /** Is one of these what the company is known by? Its currency stands with the others. */
    static boolean describe(Set<String> names) {
        return names.contains(CURRENCY.name())
                || GROUP.settings().stream().anyMatch(setting -> names.contains(setting.name()));
    }

    static Company company(SettingValues values) {
        String name = values.get(NAME);
        String shortName = values.get(SHORT_NAME);
        return new Company(
                name,
                shortName.isEmpty() ? name : shortName,
                ZoneId.of(values.get(TIME_ZONE)),
                values.get(CURRENCY),
                Month.of(Integer.parseInt(values.get(FISCAL_START))));
    }

    private static List<Option> months() {
        return Stream.of(Month.values())
                .map(month -> Option.of(
                        String.valueOf(month.getValue()),
                        month.getValue() + "月",
                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    private static List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(id -> named(
                        id,
                        ZoneId.of(id).getDisplayName(TextStyle.FULL, Locale.CHINA),
                        ZoneId.of(id).getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    private static Option named(String value, String chinese, String english) {
        return new Option(value, new Label(value + " " + chinese, value + " " + english), null, null, true);
    }
}
