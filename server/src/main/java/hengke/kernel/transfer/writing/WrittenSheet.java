package hengke.kernel.transfer.writing;

import java.util.List;
import java.util.function.Consumer;

/**
 * A sheet of a workbook.
 *
 * @param rows writes them
 */
public record WrittenSheet(String name, List<WrittenColumn> columns, Consumer<SheetWriter> rows) {
    public WrittenSheet {
        columns = List.copyOf(columns);
    }
}
