package hengke.kernel.transfer.reading;

/**
 * How much of a file is read before it is refused.
 *
 * @param rows of a sheet
 * @param columns with something in them
 * @param cellLength characters of a cell; Excel's own limit
 * @param entries files inside an .xlsx
 * @param inflatedBytes of one file inside an .xlsx
 * @param inflation how many times larger than its compressed form such a file may be
 * @param sharedCharacters of all different texts of an .xlsx, which are held in memory
 */
public record ReadingLimits(
        int rows, int columns, int cellLength, int entries, long inflatedBytes, int inflation, long sharedCharacters) {

    public static final ReadingLimits DEFAULT =
            new ReadingLimits(1_048_576, 500, 32_767, 5_000, 2L << 30, 250, 48_000_000);

    public ReadingLimits withRows(int most) {
        return new ReadingLimits(most, columns, cellLength, entries, inflatedBytes, inflation, sharedCharacters);
    }
}
