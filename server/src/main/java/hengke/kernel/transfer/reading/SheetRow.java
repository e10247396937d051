package hengke.kernel.transfer.reading;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as the spreadsheet program shows it, from 1
 * @param cells from column A on; shorter than the table where the last ones are empty
 */
public record SheetRow(int number, List<Cell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column counted from 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }
}
