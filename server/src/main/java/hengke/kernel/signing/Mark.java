package hengke.kernel.signing;

/**
 * Where a picture stands on a page: from its upper left corner, in points.
 *
 * @param page from 1
 */
public record Mark(int page, double x, double y, double width, double height) {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /** In true size, so wide and high. */
    public static Mark of(int page, double x, double y, double millimetresWide, double millimetresHigh) {
        return new Mark(page, x, y, millimetresWide * POINTS_PER_MILLIMETRE, millimetresHigh * POINTS_PER_MILLIMETRE);
    }
}
