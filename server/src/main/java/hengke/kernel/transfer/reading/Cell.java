package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** What stands in a cell. */
public sealed interface Cell {
    Cell BLANK = new Blank();

    /** Nothing. */
    record Blank() implements Cell {}

    record Text(String value) implements Cell {}

    /** A number; a percentage is kept as people see it, 15% and not 0.15. */
    record Number(BigDecimal value, boolean percent) implements Cell {}

    record Moment(LocalDateTime value) implements Cell {}

    record Truth(boolean value) implements Cell {}

    /** Something that cannot be taken over: a formula error, a formula never calculated, a number that lost digits. */
    record Unusable(Message reason) implements Cell {}

    default boolean isBlank() {
        return switch (this) {
            case Blank _ -> true;
            case Text(String value) -> value.isBlank();
            case Number _, Moment _, Truth _, Unusable _ -> false;
        };
    }

    /** The text that the value readers of {@code kernel.text.value} take; empty for what cannot be used. */
    default String text() {
        return switch (this) {
            case Blank _, Unusable _ -> "";
            case Text(String value) -> value;
            case Number(BigDecimal value, boolean percent) -> value.toPlainString() + (percent ? "%" : "");
            case Moment(LocalDateTime value) ->
                value.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? value.toLocalDate().toString()
                        : value.format(WITH_TIME);
            case Truth(boolean value) -> value ? "true" : "false";
        };
    }

    DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
}
