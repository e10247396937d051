package hengke.kernel.query;

import java.time.LocalDate;
import java.time.Month;

/**
 * The company's year of business.
 *
 * @param start the month it begins in
 */
public record FiscalYear(Month start) {

    /** The first day of the year of business in which a day lies. */
    public LocalDate yearOf(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths(into(day));
    }

    /** The first day of its quarter. */
    public LocalDate quarterOf(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths(into(day) % 3);
    }

    /** How many whole months of the year have passed. */
    private int into(LocalDate day) {
        return Math.floorMod(day.getMonthValue() - start.getValue(), 12);
    }
}
