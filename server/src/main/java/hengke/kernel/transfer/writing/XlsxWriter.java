package hengke.kernel.transfer.writing;

import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.text.CleanText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes .xlsx. Texts are written as text cells, so that {@code =1+1} stays what it says, and inline, so that memory does
 * not grow with their number.
 */
final class XlsxWriter implements SheetWriter {
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int ROWS_TO_CHOOSE_IN = 10_000;
    private static final int FLUSH_EVERY = 1_000;
    private static final int LONGEST_TEXT = 32_767;
    private static final int MOST_DIGITS = 15;

    /** Excel repairs a sheet with more; they are also kept in memory until the end. */
    private static final int MOST_LINKS = 65_530;

    private static final String HEADER_FILL = "EEF2F6";
    private static final String MARK_COLOR = "8A94A0";
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern FORBIDDEN_IN_NAME = Pattern.compile("[\\[\\]*?:/\\\\']");
    private static final int LONGEST_NAME = 25;

    private final Workbook workbook;
    private final @Nullable String line;
    private final Set<String> names = new HashSet<>();
    private List<WrittenColumn> columns;
    private String name;
    private Worksheet sheet;
    private int next;
    private int links;

    XlsxWriter(OutputStream stream, String name, List<WrittenColumn> columns, @Nullable Mark mark) {
        this.workbook = new Workbook(new OpenStream(stream), mark == null ? "Hengke" : text(mark.author()), "1.0");
        this.columns = List.copyOf(columns);
        this.name = sheetName(name);
        this.line = mark == null ? null : mark.line();
        if (mark != null) {
            workbook.properties()
                    .setTitle(text(name))
                    .setDescription(text(mark.description()))
                    .setKeywords(text(mark.keywords()));
        }
        this.sheet = newSheet();
        writeOptions();
    }

    /** Begins a further sheet after what was written. */
    void begin(String named, List<WrittenColumn> with) {
        complete(sheet);
        columns = List.copyOf(with);
        name = sheetName(named);
        sheet = newSheet();
    }

    @Override
    public void row(List<? extends CellValue> cells) {
        if (next == ROWS_OF_A_SHEET) {
            complete(sheet);
            sheet = newSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            flush();
        }
    }

    @Override
    public void close() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet newSheet() {
        Worksheet made = workbook.newWorksheet(unused());
        int head = line == null ? 0 : 1;
        if (line != null) {
            made.inlineString(0, 0, text(line));
            made.style(0, 0).fontColor(MARK_COLOR).set();
        }
        for (int column = 0; column < columns.size(); column++) {
            made.width(column, columns.get(column).width());
            made.inlineString(head, column, text(columns.get(column).title()));
        }
        if (!columns.isEmpty()) {
            made.range(head, 0, head, columns.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEADER_FILL)
                    .verticalAlignment("center")
                    .set();
        }
        made.rowHeight(head, 22);
        made.freezePane(0, head + 1);
        next = head + 1;
        links = 0;
        return made;
    }

    /** Excel takes no two sheets of one name, and large letters for small ones. */
    private String unused() {
        String unused = name;
        for (int next = 2; !names.add(unused.toLowerCase(Locale.ROOT)); next++) {
            unused = name + " (" + next + ")";
        }
        return unused;
    }

    /** Excel allows 31 characters, of which the number of a continued sheet needs some. */
    private static String sheetName(String wanted) {
        String safe = FORBIDDEN_IN_NAME
                .matcher(CleanText.line(wanted))
                .replaceAll(" ")
                .strip();
        if (safe.isEmpty()) {
            return "Sheet";
        }
        int length = Math.min(LONGEST_NAME, safe.codePointCount(0, safe.length()));
        return safe.substring(0, safe.offsetByCodePoints(0, length)).strip();
    }

    /** The lists to choose from stand on a hidden sheet, because a list inside a cell's rule may have 255 characters. */
    private void writeOptions() {
        if (columns.stream().allMatch(column -> column.options().isEmpty())) {
            return;
        }
        Worksheet options = workbook.newWorksheet("options");
        options.setVisibilityState(VisibilityState.HIDDEN);
        for (int column = 0; column < columns.size(); column++) {
            List<String> choices = columns.get(column).options();
            for (int row = 0; row < choices.size(); row++) {
                options.inlineString(row, column, text(choices.get(row)));
            }
            if (!choices.isEmpty()) {
                Range list = options.range(0, column, choices.size() - 1, column);
                sheet.range(1, column, ROWS_TO_CHOOSE_IN, column)
                        .validateWithList(list)
                        .allowBlank(true)
                        .showErrorMessage(false);
            }
        }
    }

    private void write(int column, CellValue cell) {
        switch (cell) {
            case CellValue.Nothing _ -> {}
            case CellValue.Text(String value) -> sheet.inlineString(next, column, text(value));
            case CellValue.Number(BigDecimal value) -> number(column, value, "");
            case CellValue.Amount(BigDecimal value) -> number(column, value, "#,##0.00");
            case CellValue.Money(BigDecimal amount, String currency) -> number(column, amount, format(currency));
            case CellValue.Percent(BigDecimal value) -> number(column, value.movePointLeft(2), "0.##%");
            case CellValue.Day(var value) -> {
                sheet.value(next, column, value);
                sheet.style(next, column).format("yyyy-MM-dd").set();
            }
            case CellValue.Moment(var value) -> {
                sheet.value(next, column, value);
                sheet.style(next, column).format("yyyy-MM-dd HH:mm:ss").set();
            }
            case CellValue.Link(String text, var target) -> {
                String scheme = String.valueOf(target.getScheme());
                if (links < MOST_LINKS && (scheme.equals("https") || scheme.equals("http"))) {
                    links++;
                    sheet.hyperlink(next, column, new HyperLink(target.toString(), text(text)));
                } else {
                    sheet.inlineString(next, column, text(text));
                }
            }
        }
    }

    private static String format(String currency) {
        int digits = Currencies.digits(currency);
        String number = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
        return (currency.equals("CNY") ? "[$¥-804]" : "[$" + currency + "] ") + number;
    }

    /** A number with more digits than Excel keeps is written as text. */
    private void number(int column, BigDecimal value, String format) {
        if (value.stripTrailingZeros().precision() > MOST_DIGITS) {
            sheet.inlineString(next, column, value.toPlainString());
            return;
        }
        sheet.value(next, column, value);
        if (!format.isEmpty()) {
            sheet.style(next, column).format(format).set();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void complete(Worksheet full) {
        try {
            full.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without characters that XML does not allow; what looks like an escape of Excel is escaped itself. */
    private static String text(String value) {
        String block = CleanText.block(value);
        String clean = block.contains("_x") ? ESCAPE.matcher(block).replaceAll("_x005F_") : block;
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
    }

    /** The workbook closes what it writes to; the stream is not ours to close. */
    private static final class OpenStream extends FilterOutputStream {
        OpenStream(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
