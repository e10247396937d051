package hengke.kernel.transfer.writing;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A typed cell to be written. */
public sealed interface CellValue {
    CellValue NOTHING = new Nothing();

    record Nothing() implements CellValue {}

    record Text(String value) implements CellValue {}

    record Number(BigDecimal value) implements CellValue {}

    /** Two decimals and thousands separators. */
    record Amount(BigDecimal value) implements CellValue {}

    /** An amount with its currency, ISO 4217. */
    record Money(BigDecimal amount, String currency) implements CellValue {}

    /** Fifteen is written as 15%. */
    record Percent(BigDecimal value) implements CellValue {}

    record Day(LocalDate value) implements CellValue {}

    /** A time as the reader's clock shows it; a spreadsheet knows no zones. */
    record Moment(LocalDateTime value) implements CellValue {}

    /** A text that leads to a web page. */
    record Link(String text, URI target) implements CellValue {}

    /** Text, or nothing where it is empty. */
    static CellValue text(String value) {
        return value.isEmpty() ? NOTHING : new Text(value);
    }
}
