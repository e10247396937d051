package hengke.kernel.transfer.writing;

import hengke.kernel.text.CleanText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes .csv. What a spreadsheet program would run as a formula gets an apostrophe in front, also inside a text behind
 * what such a program may take for a delimiter; our own reader takes it off again.
 */
final class CsvWriter implements SheetWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** What a formula may begin with. */
    private static final String BEGINS = "=+-@＝＋－＠";

    private static final Pattern FORMULA =
            Pattern.compile("(^|[,;|\t\r\n])(\\s*)([" + Pattern.quote(BEGINS) + "][^,;|\t\r\n]*)");

    /** Numbers and phone numbers such as {@code +86 138 0013 8000} compute nothing and stay usable. */
    private static final Pattern HARMLESS = Pattern.compile("[+-]?\\d+( \\d+)*(\\.\\d+)?");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;|\t\n\r]|^\\s|\\s$");

    private final Writer writer;

    CsvWriter(OutputStream stream, List<WrittenColumn> columns, Charset encoding, @Nullable Mark mark) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, encoding), 1 << 16);
        if (encoding.equals(StandardCharsets.UTF_8)) {
            write("\uFEFF");
        }
        if (mark != null && mark.line() != null) {
            row(List.of(new CellValue.Text(mark.line())));
        }
        row(columns.stream().map(column -> new CellValue.Text(column.title())).toList());
    }

    @Override
    public void row(List<? extends CellValue> cells) {
        write(cells.stream().map(CsvWriter::value).collect(Collectors.joining(",")) + "\r\n");
    }

    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(CellValue cell) {
        return switch (cell) {
            case CellValue.Nothing _ -> "";
            case CellValue.Text(String value) -> text(value);
            case CellValue.Number(BigDecimal value) -> value.toPlainString();
            case CellValue.Amount(BigDecimal value) -> value.toPlainString();
            case CellValue.Money(BigDecimal amount, String _) -> amount.toPlainString();
            case CellValue.Percent(BigDecimal value) -> value.toPlainString() + "%";
            case CellValue.Day(var value) -> value.toString();
            case CellValue.Moment(var value) -> value.format(MOMENT);
            case CellValue.Link(String text, var _) -> text(text);
        };
    }

    static String text(String value) {
        String safe = disarmed(CleanText.block(value));
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String disarmed(String text) {
        String safe = text.chars().anyMatch(character -> BEGINS.indexOf(character) >= 0)
                ? FORMULA.matcher(text).replaceAll(CsvWriter::disarmed)
                : text;
        return safe.startsWith("\t") || safe.startsWith("\r") ? "'" + safe : safe;
    }

    private static String disarmed(MatchResult begun) {
        String formula = begun.group(3);
        String safe = HARMLESS.matcher(formula.strip()).matches()
                ? begun.group()
                : begun.group(1).isEmpty()
                        ? "'" + begun.group(2) + formula
                        : begun.group(1) + begun.group(2) + "'" + formula;
        return Matcher.quoteReplacement(safe);
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
