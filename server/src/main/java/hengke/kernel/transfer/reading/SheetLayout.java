package hengke.kernel.transfer.reading;

import java.util.List;

/**
 * Where on a sheet the table is.
 *
 * @param headerRow the number of the row with the titles; the second one where there are two
 * @param columns the columns with a title or with data
 */
public record SheetLayout(int headerRow, List<Column> columns) {
    /** How many rows are looked at to find the header. */
    static final int SAMPLE = 60;

    public SheetLayout {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param index from 0
     * @param title empty where the column has data but no title
     * @param group the title above it, such as 基本信息; empty when there is none
     */
    public record Column(int index, String title, String group) {

        /** The letters a spreadsheet program shows, e.g. {@code AB}. */
        public String letters() {
            StringBuilder letters = new StringBuilder();
            for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
                letters.insert(0, (char) ('A' + rest % 26));
            }
            return letters.toString();
        }
    }
}
