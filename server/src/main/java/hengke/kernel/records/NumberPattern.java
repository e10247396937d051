package hengke.kernel.records;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * A pattern of running numbers: {@code C{yyyyMM}{0000}} counts from C2026110001 and begins anew each month. More numbers
 * than digits simply grow longer.
 *
 * @param prefix may hold one date part in braces
 * @param digits the least number of digits
 */
public record NumberPattern(String prefix, int digits) {
    private static final Pattern FORM = Pattern.compile("(.*)\\{(0+)}");
    private static final int MOST_DIGITS = 12;
    private static final Pattern DATE = Pattern.compile("\\{(yyyy(?:MM(?:dd)?)?)}");

    /** Can numbers be made by this pattern? */
    public static boolean fits(String pattern) {
        Matcher form = FORM.matcher(pattern);
        return form.matches()
                && form.group(2).length() <= MOST_DIGITS
                && !DATE.matcher(form.group(1)).replaceFirst("").matches(".*[{}].*");
    }

    /** What all numbers of a day begin with; those with the same beginning are counted together. */
    String start(LocalDate today) {
        return DATE.matcher(prefix)
                .replaceAll(part -> Matcher.quoteReplacement(
                        DateTimeFormatter.ofPattern(part.group(1), Locale.ROOT).format(today)));
    }

    String number(LocalDate today, long count) {
        return start(today) + ("%0" + digits + "d").formatted(count);
    }

    static NumberPattern of(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            throw new IllegalArgumentException("a number pattern ends in {000}: " + pattern);
        }
        return new NumberPattern(form.group(1), form.group(2).length());
    }

    /** Under which name the numbers of this day are counted. */
    String counter(String name, LocalDate today) {
        return name + " " + start(today);
    }

    /** The next counts; the counter's row stays locked until the transaction ends. */
    static List<Long> next(DSLContext database, String counter, int count) {
        long last = database.fetchSingle("""
                        insert into running_number (name, last) values ({0}, {1})
                        on conflict (name) do update set last = running_number.last + excluded.last
                        returning last""", DSL.val(counter), DSL.val((long) count))
                .get(0, Long.class);
        return LongStream.rangeClosed(last - count + 1, last).boxed().toList();
    }
}
