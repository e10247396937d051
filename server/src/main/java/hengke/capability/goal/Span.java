package hengke.capability.goal;

import hengke.kernel.query.FiscalYear;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A month, quarter or year of the company's year of business. */
public record Span(Unit unit, LocalDate from) {

    /** How long it is. */
    public enum Unit {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Unit(int months) {
            this.months = months;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Unit> of(String wire) {
            return Arrays.stream(values())
                    .filter(unit -> unit.wire().equals(wire))
                    .findFirst();
        }
    }

    /** The one in which a day lies. */
    public static Span around(Unit unit, LocalDate day, FiscalYear year) {
        return new Span(
                unit,
                switch (unit) {
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> year.quarterOf(day);
                    case YEAR -> year.yearOf(day);
                });
    }

    /** The year of business that begins in this year. */
    public static Span year(int year, FiscalYear business) {
        return new Span(Unit.YEAR, LocalDate.of(year, business.start(), 1));
    }

    /** The first day after it. */
    public LocalDate until() {
        return from.plusMonths(unit.months);
    }

    /** The one just before. */
    public Span before() {
        return new Span(unit, from.minusMonths(unit.months));
    }

    /** The first days of its months. */
    public List<LocalDate> months() {
        return IntStream.range(0, unit.months).mapToObj(from::plusMonths).toList();
    }
}
