package hengke.capability.birthday;

import hengke.kernel.calendar.LunarDay;
import hengke.kernel.metadata.Row;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody's birthday comes. */
final class Birthday {
    private Birthday() {}

    static boolean lunar(Row row) {
        return Celebrated.LUNAR.equals(row.get(Celebrated.CALENDAR));
    }

    /** The next one on this date or later; none when it is not known. */
    static @Nullable LocalDate next(Row row, LocalDate today) {
        if (lunar(row)) {
            return Optional.ofNullable(row.get(Celebrated.LUNAR_BIRTHDAY))
                    .flatMap(LunarDay::read)
                    .map(day -> day.next(today))
                    .orElse(null);
        }
        LocalDate born = row.get(Celebrated.BIRTHDAY);
        if (born == null) {
            return null;
        }
        LocalDate thisYear = born.plusYears((long) today.getYear() - born.getYear());
        return thisYear.isBefore(today) ? born.plusYears(today.getYear() + 1L - born.getYear()) : thisYear;
    }
}
