package hengke.kernel.transfer.reading;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An opened spreadsheet file. What it is follows from its content, never from its name. Everything that makes it
 * unreadable is a {@link hengke.kernel.problem.Refusal}, thrown when opening or while reading.
 */
public sealed interface SheetFile extends Closeable permits XlsxFile, DelimitedFile {

    /** The kinds of files that are read. */
    enum Format {
        XLSX,
        CSV
    }

    static SheetFile open(Path file, String name) {
        return open(file, name, ReadingLimits.DEFAULT);
    }

    /** Opens a file; its name is only used for the name of the sheet of a text file. */
    static SheetFile open(Path file, String name, ReadingLimits limits) {
        return switch (FileKind.of(file)) {
            case ZIP -> new XlsxFile(file, limits);
            case TEXT -> new DelimitedFile(file, name, limits);
        };
    }

    Format format();

    /** The names of the sheets that can be seen, in order; at least one. */
    List<String> sheets();

    /** The encoding of a text file. */
    Optional<String> encoding();

    /** What separates the values of a text file. */
    Optional<Character> delimiter();

    /** All rows of a sheet that are not entirely empty; every call starts anew. */
    RowStream rows(int sheet);

    /** The table found on a sheet: its header and, below it, its data. */
    default SheetTable table(int sheet) {
        List<SheetRow> sample = new ArrayList<>();
        try (RowStream rows = rows(sheet)) {
            while (sample.size() < SheetLayout.SAMPLE && rows.hasNext()) {
                sample.add(rows.next());
            }
        }
        return new SheetTable(this, sheet, HeaderSearch.find(sample));
    }

    @Override
    void close();
}
