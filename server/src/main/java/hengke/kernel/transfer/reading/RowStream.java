package hengke.kernel.transfer.reading;

import java.util.Iterator;

/** Rows in the order of the sheet, one at a time; to be closed. */
public interface RowStream extends Iterator<SheetRow>, AutoCloseable {
    @Override
    void close();
}
