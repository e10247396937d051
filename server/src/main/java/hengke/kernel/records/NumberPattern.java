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
    private static final Pattern DATE = Pattern.compile("\\{(yyyy(?:MM(?:dd)?)?)}");

    /** Can numbers be made by this pattern? */
    public static boolean fits(String pattern) {
        return FORM.matcher(pattern).matches();
    }

    static NumberPattern of(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            throw new IllegalArgumentException("a number pattern ends in {000}: " + pattern);
        }
        return new NumberPattern(form.group(1), form.group(2).length());
    }

    /** The next numbers; the counter's row stays locked until the transaction ends. */
    List<String> next(DSLContext database, String name, LocalDate today, int count) {
        String start = DATE.matcher(prefix)
                .replaceAll(part ->
                        DateTimeFormatter.ofPattern(part.group(1), Locale.ROOT).format(today));
        long last = database.fetchSingle("""
                        insert into running_number (name, last) values ({0}, {1})
                        on conflict (name) do update set last = running_number.last + excluded.last
                        returning last""", DSL.val(name + " " + start), DSL.val((long) count))
                .get(0, Long.class);
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> start + ("%0" + digits + "d").formatted(number))
                .toList();
    }
}
