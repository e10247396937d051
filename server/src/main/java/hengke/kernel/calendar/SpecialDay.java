package hengke.kernel.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A day that is not like its day of the week. */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    /** What the day is. */
    public enum Kind {
        /** Nobody works. */
        OFF,
        /** Work is made up for, with the usual hours. */
        WORK,
        /** As the day of the week says after all: takes back what was shipped. */
        USUAL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wire) {
            return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
        }
    }
}
