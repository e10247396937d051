package hengke.kernel.chart;

import java.util.List;

/**
 * The colours of charts on white, those of the page ({@code look.ts}); and patterns, dashes and signs, so that series are
 * told apart without their colour.
 */
final class ChartLook {
    static final String PAPER = "#ffffff";
    static final String TEXT = "#1d2733";
    static final String QUIET = "#5f6b7d";
    static final String GRID = "#e3e8ee";
    static final String AXIS = "#aab4c0";
    static final double SIZE = 12;
    private static final String PAST = "#b4bdca";

    private static final List<String> COLORS = List.of(
            "#2757c4", "#d9822b", "#1f8a6d", "#a2469a", "#c9353f", "#3a9bc1", "#8a7a1f", "#6b5bd0", "#7a5a44",
            "#5f6b7d");
    /** In a square of eight; the first series has none. */
    private static final List<String> PATTERNS = List.of(
            "",
            "M-2,2L2,-2M0,8L8,0M6,10L10,6",
            "M0,4L8,4",
            "M-2,6L2,10M0,0L8,8M6,-2L10,2",
            "M4,0L4,8",
            "M3,4L5,4",
            "M0,4L8,4M4,0L4,8",
            "M0,0L8,8M0,8L8,0");

    private static final List<String> DASHES = List.of("", "7 4", "2 3", "9 3 2 3", "12 5");

    private ChartLook() {}

    static String color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static String color(Plot plot, int series) {
        return plot.series().get(series).past() ? PAST : color(present(plot, series));
    }

    /** How many series of now come before. */
    static int present(Plot plot, int series) {
        return (int) plot.series().subList(0, series).stream()
                .filter(each -> !each.past())
                .count();
    }

    static String dashes(Plot plot, int series) {
        return plot.series().get(series).past() ? "4 4" : DASHES.get(present(plot, series) % DASHES.size());
    }

    /** Fills a rectangle as the series looks. */
    static void fill(Svg svg, int series, String color, double x, double y, double wide, double high) {
        svg.rectangle(x, y, wide, high, color);
        if (patterned(series)) {
            svg.rectangle(x, y, wide, high, "url(#pattern" + series % PATTERNS.size() + ")");
        }
    }

    /** Fills a part of a whole as the series looks. */
    static void part(Svg svg, int series, String path) {
        svg.part(path, color(series));
        if (patterned(series)) {
            svg.area(path, "url(#pattern" + series % PATTERNS.size() + ")", 1);
        }
    }

    /** Fills an area as the series looks. */
    static void area(Svg svg, int series, String path, double opacity) {
        svg.area(path, color(series), opacity);
        if (patterned(series)) {
            svg.area(path, "url(#pattern" + series % PATTERNS.size() + ")", 1);
        }
    }

    private static boolean patterned(int series) {
        return !PATTERNS.get(series % PATTERNS.size()).isEmpty();
    }

    static void define(Svg svg) {
        for (int i = 1; i < PATTERNS.size(); i++) {
            svg.define(("<pattern id=\"pattern%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                            + "<path d=\"%s\" stroke=\"#ffffff\" stroke-opacity=\"0.6\" stroke-width=\"%s\"/></pattern>")
                    .formatted(i, PATTERNS.get(i), i == 5 ? "2" : "1.4"));
        }
    }

    /** The sign of a series at a point of its line. */
    static void sign(Svg svg, int series, String color, double x, double y) {
        double r = 3.5;
        String path = switch (series % 4) {
            case 0 -> circle(x, y, r);
            case 1 -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case 2 -> polygon(x, y - r - 1, x + r + 1, y + r, x - r - 1, y + r);
            default -> polygon(x, y - r - 1.5, x + r + 1.5, y, x, y + r + 1.5, x - r - 1.5, y);
        };
        svg.part(path, series < 4 ? color : PAPER);
        if (series >= 4) {
            svg.stroke(path, color, 1.5, "");
        }
    }

    private static String circle(double x, double y, double r) {
        return "M%1$s %3$sA%4$s %4$s 0 1 1 %2$s %3$sA%4$s %4$s 0 1 1 %1$s %3$sZ"
                .formatted(Svg.n(x - r), Svg.n(x + r), Svg.n(y), Svg.n(r));
    }

    static String polygon(double... points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? "M" : "L").append(Svg.n(points[i])).append(' ').append(Svg.n(points[i + 1]));
        }
        return path.append('Z').toString();
    }
}
