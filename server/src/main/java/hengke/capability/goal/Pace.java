package hengke.capability.goal;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * How much of a span has passed, in working days.
 *
 * @param passed today included
 */
public record Pace(long passed, long total) {

    /** Of a span without any working day every day counts. */
    public static Pace of(Span span, LocalDate today, Predicate<LocalDate> works) {
        Pace working = counted(span, today, works);
        return working.total == 0 ? counted(span, today, _ -> true) : working;
    }

    private static Pace counted(Span span, LocalDate today, Predicate<LocalDate> counts) {
        return new Pace(
                span.from()
                        .datesUntil(span.until())
                        .filter(counts)
                        .filter(day -> !day.isAfter(today))
                        .count(),
                span.from().datesUntil(span.until()).filter(counts).count());
    }
}
