package hengke.kernel.transfer.writing;

import java.io.Closeable;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table to a file row by row; closing it completes the file but leaves the stream open. */
public interface SheetWriter extends Closeable {

    /** A workbook with one sheet, continued on further sheets where one is full. */
    static SheetWriter xlsx(OutputStream stream, String sheet, List<WrittenColumn> columns) {
        return new XlsxWriter(stream, sheet, columns, null);
    }

    /** The same, marked with whence it comes. */
    static SheetWriter xlsx(OutputStream stream, String sheet, List<WrittenColumn> columns, Mark mark) {
        return new XlsxWriter(stream, sheet, columns, mark);
    }

    /** A workbook with these sheets, at least one, one after the other. */
    static void xlsx(OutputStream stream, List<WrittenSheet> sheets) {
        WrittenSheet first = sheets.getFirst();
        try (XlsxWriter writer = new XlsxWriter(stream, first.name(), first.columns(), null)) {
            first.rows().accept(writer);
            for (WrittenSheet further : sheets.subList(1, sheets.size())) {
                writer.begin(further.name(), further.columns());
                further.rows().accept(writer);
            }
        }
    }

    /** Comma-separated UTF-8 that Excel opens without asking. */
    static SheetWriter csv(OutputStream stream, List<WrittenColumn> columns) {
        return new CsvWriter(stream, columns, StandardCharsets.UTF_8, null);
    }

    /** Comma-separated text in another encoding, marked with whence it comes. */
    static SheetWriter csv(OutputStream stream, List<WrittenColumn> columns, Charset encoding, Mark mark) {
        return new CsvWriter(stream, columns, encoding, mark);
    }

    /** Writes a row; cells that are missing at its end stay empty. */
    void row(List<? extends CellValue> cells);

    @Override
    void close();
}
