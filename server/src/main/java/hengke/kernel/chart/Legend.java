package hengke.kernel.chart;

import hengke.kernel.chart.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Says above a drawing which series is which, in as many lines as that takes. */
final class Legend {
    private static final double LINE = 20;
    private static final double SIGN = 14;
    private static final double GAP = 16;
    private static final double LONGEST = 180;

    private final Plot plot;
    private final boolean lines;
    private final List<Entry> entries = new ArrayList<>();
    private double height;

    private record Entry(int series, String name, double x, double y) {}

    /** @param lines are the series lines with signs? */
    Legend(Plot plot, double width, boolean lines) {
        this.plot = plot;
        this.lines = lines;
        double x = 0;
        double y = 0;
        for (int i = 0; i < plot.series().size(); i++) {
            String name = Glyphs.fit(plot.series().get(i).name(), ChartLook.SIZE, LONGEST);
            double wide = SIGN + 6 + Glyphs.width(name, ChartLook.SIZE);
            if (x > 0 && x + wide > width) {
                x = 0;
                y += LINE;
            }
            entries.add(new Entry(i, name, x, y));
            x += wide + GAP;
        }
        height = y + LINE + 8;
    }

    double height() {
        return height;
    }

    void draw(Svg svg) {
        for (Entry entry : entries) {
            String color = ChartLook.color(plot, entry.series());
            int present = ChartLook.present(plot, entry.series());
            boolean past = plot.series().get(entry.series()).past();
            if (lines) {
                svg.stroke(
                        "M%s %sL%s %s"
                                .formatted(
                                        Svg.n(entry.x()),
                                        Svg.n(entry.y() + 8),
                                        Svg.n(entry.x() + SIGN),
                                        Svg.n(entry.y() + 8)),
                        color,
                        2,
                        ChartLook.dashes(plot, entry.series()));
                if (!past) {
                    ChartLook.sign(svg, present, color, entry.x() + SIGN / 2, entry.y() + 8);
                }
            } else {
                ChartLook.fill(svg, past ? 0 : present, color, entry.x(), entry.y() + 3, SIGN, 10);
            }
            svg.text(entry.x() + SIGN + 6, entry.y() + 12, ChartLook.SIZE, ChartLook.TEXT, Anchor.START, entry.name());
        }
    }
}
