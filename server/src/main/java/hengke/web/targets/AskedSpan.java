package hengke.web.targets;

import hengke.capability.goal.Span;
import hengke.kernel.access.Organisation;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.FiscalYear;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A month, quarter or year as requests ask for it: its unit, and a day in it. */
public final class AskedSpan {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private AskedSpan() {}

    public static Span of(Organisation now, String unit, @Nullable String day, LocalDate today) {
        return Span.around(
                Span.Unit.of(unit).orElseThrow(() -> Refusal.Invalid.at("span", Message.of("target.period"))),
                day == null ? today : day(day),
                new FiscalYear(now.company().fiscalYearStart()));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST && day.getYear() <= LATEST) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // refused below, as a day out of reach is
        }
        throw Refusal.Invalid.at("on", Message.of("value.date"));
    }
}
