package hengke.kernel.text.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and moments in the notations found in Chinese spreadsheets, Excel's day numbers included. */
public final class Dates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4}) ?[-/.年 ] ?(\\d{1,2}) ?[-/.月 ] ?(\\d{1,2}) ?[日号]?(?!\\d)(.*)");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)(.*)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?!\\d)(.*)");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?( .*)?");
    private static final Pattern NO_DAY = Pattern.compile("\\d{4}[-/.年]\\d{1,2}月?");
    private static final Pattern NO_YEAR = Pattern.compile("\\d{1,2}月\\d{1,2}[日号]?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern WEEKDAY = Pattern.compile("[( ,]*(?:星期|周|礼拜)[一二三四五六日天][)]?");
    private static final Pattern TIME = Pattern.compile(
            "[T, ]*(?<half>上午|下午|凌晨|早上|中午|晚上|[ap]m)? ?(?<hour>\\d{1,2})[:时点](?:(?<minute>\\d{1,2})分?"
                    + "(?::?(?<second>\\d{1,2})(?:\\.\\d{1,9})?秒?)?)? ?(?<end>[ap]m)? ?(?<zone>z|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);

    /** Days that Excel counts from; earlier numbers are more likely something else than a day before 1954. */
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);
    private static final List<String> AFTERNOON = List.of("下午", "晚上", "pm");

    private Dates() {}

    /** What was written: a day, perhaps a time, perhaps an offset. */
    private record Moment(LocalDateTime local, @Nullable ZoneOffset offset) {}

    /** A day; a time of day behind it is left out. */
    public static Reading<LocalDate> date(String text) {
        return read(text, moment -> Reading.of(moment.local.toLocalDate()));
    }

    /** A moment; a day alone is its first, a time without offset is in this zone. */
    public static Reading<Instant> dateTime(String text, ZoneId zone) {
        return read(text, moment -> {
            ZoneOffset offset = moment.offset;
            return Reading.of(offset == null ? moment.local.atZone(zone).toInstant() : moment.local.toInstant(offset));
        });
    }

    private static <T> Reading<T> read(String text, Function<Moment, Reading<T>> next) {
        return CellText.read(text, plain -> {
            String written = plain.replaceAll("[‐–—−]", "-").replace('。', '.').replace('\u3001', '.');
            try {
                return moment(written, plain).then(next);
            } catch (DateTimeException e) {
                return Reading.refused("reading.date.none", plain);
            }
        });
    }

    private static Reading<Moment> moment(String written, String plain) {
        Matcher matcher = YEAR_FIRST.matcher(written);
        if (matcher.matches()) {
            return withTime(day(matcher, 1, 2, 3), matcher.group(4), plain);
        }
        matcher = DIGITS.matcher(written);
        if (matcher.matches()) {
            LocalDate day = day(matcher, 1, 2, 3);
            String hour = matcher.group(4);
            String rest = hour == null
                    ? matcher.group(7)
                    : " " + hour + ":" + matcher.group(5) + ":" + (matcher.group(6) == null ? "00" : matcher.group(6));
            return withTime(day, rest, plain);
        }
        if (SERIAL.matcher(written).matches()) {
            return serial(new BigDecimal(written), plain);
        }
        matcher = YEAR_LAST.matcher(written);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(2));
            if (first <= 12 && second <= 12 && first != second) {
                return Reading.refused("reading.date.order", plain);
            }
            LocalDate day = first > 12 ? day(matcher, 3, 2, 1) : day(matcher, 3, 1, 2);
            return withTime(day, matcher.group(4), plain);
        }
        if (NO_DAY.matcher(written).matches()) {
            return Reading.refused("reading.date.noDay", plain);
        }
        return SHORT_YEAR.matcher(written).matches() || NO_YEAR.matcher(written).matches()
                ? Reading.refused("reading.date.year", plain)
                : Reading.refused("reading.date", plain);
    }

    private static LocalDate day(Matcher matcher, int year, int month, int day) {
        return LocalDate.of(
                Integer.parseInt(matcher.group(year)),
                Integer.parseInt(matcher.group(month)),
                Integer.parseInt(matcher.group(day)));
    }

    private static Reading<Moment> serial(BigDecimal number, String plain) {
        if (number.compareTo(FIRST_SERIAL) < 0 || number.compareTo(LAST_SERIAL) > 0) {
            return Reading.refused("reading.date", plain);
        }
        long seconds = number.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Reading.of(new Moment(SERIAL_START.atStartOfDay().plusSeconds(seconds), null));
    }

    private static Reading<Moment> withTime(LocalDate day, String rest, String plain) {
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            return Reading.refused("reading.date.range", plain);
        }
        String time = WEEKDAY.matcher(rest).replaceFirst("").strip();
        if (time.isEmpty()) {
            return Reading.of(new Moment(day.atStartOfDay(), null));
        }
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            return Reading.refused("reading.date", plain);
        }
        LocalTime clock = LocalTime.of(hour(matcher), number(matcher.group("minute")), number(matcher.group("second")));
        String zone = matcher.group("zone");
        return Reading.of(
                new Moment(day.atTime(clock), zone == null ? null : ZoneOffset.of(zone.toUpperCase(Locale.ROOT))));
    }

    private static int hour(Matcher time) {
        int hour = number(time.group("hour"));
        String half = String.valueOf(time.group("half") == null ? time.group("end") : time.group("half"))
                .toLowerCase(Locale.ROOT);
        if (AFTERNOON.contains(half) && hour < 12) {
            return hour + 12;
        }
        return half.equals("am") && hour == 12 ? 0 : hour;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
