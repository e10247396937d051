package hengke.kernel.calendar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.LunarMonth;
import com.nlf.calendar.LunarYear;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the Chinese lunar year, e.g. 八月十五. In a year without the leap month it is the day of the ordinary one; the
 * 30th of a month that has only 29 days is its last day.
 */
public record LunarDay(int month, int day, boolean leap) {
    private static final List<String> MONTHS = List.of("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊");
    private static final List<String> ALSO = List.of("一", "", "", "", "", "", "", "", "", "", "十一", "十二");
    private static final List<String> FIGURES = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final String EVE = "除夕";
    private static final Pattern WORDS = Pattern.compile("(闰?)(.{1,2}?)月(.{1,3}?)[日号]?");
    private static final Pattern NUMBERS = Pattern.compile("(闰?)(\\d{1,2})[-./月](\\d{1,2})[日号]?");
    private static final int LONGEST = 30;

    public LunarDay {
        if (month < 1 || month > MONTHS.size() || day < 1 || day > LONGEST) {
            throw new IllegalArgumentException("no day of a lunar year: " + month + "-" + day);
        }
    }

    /** Every day that a lunar year may have. */
    public static List<LunarDay> all() {
        List<LunarDay> all = new ArrayList<>();
        for (boolean leap : new boolean[] {false, true}) {
            for (int month = 1; month <= MONTHS.size(); month++) {
                for (int day = 1; day <= LONGEST; day++) {
                    all.add(new LunarDay(month, day, leap));
                }
            }
        }
        return all;
    }

    /** The lunar day of a date. */
    public static LunarDay of(LocalDate date) {
        Lunar lunar = Solar.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                .getLunar();
        return new LunarDay(Math.abs(lunar.getMonth()), lunar.getDay(), lunar.getMonth() < 0);
    }

    /** As people write it: 八月十五, 农历闰六月初三, 12-30, 除夕. */
    public static Optional<LunarDay> read(String text) {
        String plain = text.strip().replaceAll("\\s", "").replaceFirst("^(农历|阴历|旧历)", "");
        if (plain.equals(EVE)) {
            return Optional.of(new LunarDay(MONTHS.size(), LONGEST, false));
        }
        Matcher numbers = NUMBERS.matcher(plain);
        if (numbers.matches()) {
            return day(
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)),
                    !numbers.group(1).isEmpty());
        }
        Matcher words = WORDS.matcher(plain);
        return words.matches()
                ? day(
                        month(words.group(2)),
                        dayOf(words.group(3)),
                        !words.group(1).isEmpty())
                : Optional.empty();
    }

    private static Optional<LunarDay> day(int month, int day, boolean leap) {
        return month < 1 || month > MONTHS.size() || day < 1 || day > LONGEST
                ? Optional.empty()
                : Optional.of(new LunarDay(month, day, leap));
    }

    private static int month(String word) {
        return Math.max(MONTHS.indexOf(word), ALSO.indexOf(word)) + 1;
    }

    private static int dayOf(String word) {
        for (int day = 1; day <= LONGEST; day++) {
            if (word.equals(said(day)) || word.equals(said(day).replace("廿", "二十")) || word.equals(bare(day))) {
                return day;
            }
        }
        return 0;
    }

    /** 初三 without its 初. */
    private static String bare(int day) {
        return said(day).replace("初", "");
    }

    /** The same day as it is always written: 闰六月初三. */
    public String text() {
        return (leap ? "闰" : "") + MONTHS.get(month - 1) + "月" + said(day);
    }

    private static String said(int day) {
        return switch (day) {
            case 20 -> "二十";
            case 30 -> "三十";
            default -> (day <= 10 ? "初" : day < 20 ? "十" : "廿") + FIGURES.get((day - 1) % 10);
        };
    }

    /** Its date in a lunar year, which begins in January or February of the solar year of the same number. */
    public LocalDate in(int lunarYear) {
        boolean there = leap && LunarYear.fromYear(lunarYear).getLeapMonth() == month;
        int named = there ? -month : month;
        int days = LunarMonth.fromYm(lunarYear, named).getDayCount();
        Solar solar = Lunar.fromYmd(lunarYear, named, Math.min(day, days)).getSolar();
        return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }

    /** The first time it comes on this date or later. */
    public LocalDate next(LocalDate from) {
        LocalDate found = in(from.getYear() - 1);
        for (int year = from.getYear(); found.isBefore(from); year++) {
            found = in(year);
        }
        return found;
    }
}
