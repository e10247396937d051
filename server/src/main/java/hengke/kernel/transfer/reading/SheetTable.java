package hengke.kernel.transfer.reading;

/** A table on a sheet; its rows can be read as often as needed, from any row on. */
public record SheetTable(SheetFile file, int sheet, SheetLayout layout) {

    /** The rows of data. */
    public DataRows rows() {
        return rowsAfter(layout.headerRow());
    }

    /** The rows of data behind the row of this number, where an interrupted reading goes on. */
    public DataRows rowsAfter(int number) {
        return new DataRows(file.rows(sheet), Math.max(number, layout.headerRow()));
    }

    /** How many rows of data there are; reads the whole sheet. */
    public int countRows() {
        int count = 0;
        try (RowStream rows = rows()) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        return count;
    }
}
