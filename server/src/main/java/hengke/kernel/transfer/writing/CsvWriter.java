package hengke.kernel.transfer.writing;

import hengke.kernel.text.CleanText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes .csv. A text that a spreadsheet program would run as a formula gets an apostrophe in front. */
final class CsvWriter implements SheetWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠\t\r].*", Pattern.DOTALL);

    /** Numbers and phone numbers such as {@code +86 138 0013 8000} compute nothing and stay usable. */
    private static final Pattern HARMLESS = Pattern.compile("[+-]?\\d+( \\d+)*(\\.\\d+)?");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;|\t\n\r]|^\\s|\\s$");

    private final Writer writer;

    CsvWriter(OutputStream stream, List<WrittenColumn> columns) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        write("\uFEFF");
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
            case CellValue.Percent(BigDecimal value) -> value.toPlainString() + "%";
            case CellValue.Day(var value) -> value.toString();
            case CellValue.Moment(var value) -> value.format(MOMENT);
            case CellValue.Link(String text, var _) -> text(text);
        };
    }

    static String text(String value) {
        String clean = CleanText.block(value);
        boolean dangerous =
                FORMULA.matcher(clean).matches() && !HARMLESS.matcher(clean).matches();
        String safe = dangerous ? "'" + clean : clean;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
