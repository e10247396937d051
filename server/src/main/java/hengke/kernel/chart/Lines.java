package hengke.kernel.chart;

import hengke.kernel.chart.Plot.Series;
import hengke.kernel.chart.Svg.Anchor;
import hengke.kernel.report.FigureText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lines with signs on them, and areas one on the other. Where nothing is known, a line has a gap. */
final class Lines {
    private static final double HIGH = 240;
    private static final double LABEL = 11;
    /** With more points, signs would hide the line. */
    private static final int MOST_SIGNS = 40;
    /** With more points, values would hide each other. */
    private static final int MOST_LABELS = 13;

    private final Plot plot;
    private final boolean area;
    private final FigureText texts;
    private final double width;

    Lines(Plot plot, boolean area, FigureText texts, double width) {
        this.plot = plot;
        this.area = area;
        this.texts = texts;
        this.width = width;
    }

    String drawn() {
        Legend legend = new Legend(plot, width, !area);
        boolean several = plot.series().size() > 1;
        double top = (several ? legend.height() : 8) + 14;
        double bottom = top + HIGH;
        Scale scale = scale();
        List<BigDecimal> ticks = scale.ticks();
        double left = ticks.stream()
                        .mapToDouble(tick -> Glyphs.width(texts.shortly(plot.kind(), tick), LABEL))
                        .max()
                        .orElse(0)
                + 8;
        Svg svg = new Svg(width, bottom + 26);
        ChartLook.define(svg);
        svg.rectangle(0, 0, width, svg.height(), ChartLook.PAPER);
        if (several) {
            legend.draw(svg);
        }
        for (BigDecimal tick : ticks) {
            double y = bottom - scale.share(tick.doubleValue()) * HIGH;
            svg.line(left, y, width, y, tick.signum() == 0 ? ChartLook.AXIS : ChartLook.GRID);
            svg.text(left - 6, y + 4, LABEL, ChartLook.QUIET, Anchor.END, texts.shortly(plot.kind(), tick));
        }
        double slot = (width - left) / plot.categories().size();
        Names.along(svg, plot.categories(), left, slot, bottom + 18, 0.5);
        double[] below = new double[plot.categories().size()];
        for (int i = 0; i < plot.series().size(); i++) {
            if (area) {
                area(svg, i, below, left, slot, bottom, scale);
            } else {
                line(svg, i, left, slot, bottom, scale);
            }
        }
        return svg.written();
    }

    private void line(Svg svg, int index, double left, double slot, double bottom, Scale scale) {
        Series series = plot.series().get(index);
        String color = ChartLook.color(plot, index);
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < series.values().size(); i++) {
            BigDecimal value = series.values().get(i);
            if (value == null) {
                gap = true;
                continue;
            }
            double x = left + (i + 0.5) * slot;
            double y = bottom - scale.share(value.doubleValue()) * HIGH;
            path.append(gap ? 'M' : 'L').append(Svg.n(x)).append(' ').append(Svg.n(y));
            points.add(new double[] {x, y, i});
            gap = false;
        }
        svg.stroke(path.toString(), color, series.past() ? 1.5 : 2, ChartLook.dashes(plot, index));
        long shown = plot.series().stream().filter(each -> !each.past()).count();
        for (double[] point : points) {
            if (!series.past() && points.size() <= MOST_SIGNS) {
                ChartLook.sign(svg, ChartLook.present(plot, index), color, point[0], point[1]);
            }
            BigDecimal value = series.values().get((int) point[2]);
            if (!series.past() && shown == 1 && points.size() <= MOST_LABELS && value != null) {
                String text = texts.shortly(plot.kind(), value);
                double half = Glyphs.width(text, LABEL) / 2;
                svg.over(Math.clamp(point[0], left + half, width - half), point[1] - 9, LABEL, ChartLook.QUIET, text);
            }
        }
    }

    private void area(Svg svg, int index, double[] below, double left, double slot, double bottom, Scale scale) {
        Series series = plot.series().get(index);
        int count = plot.categories().size();
        double[] points = new double[count * 4];
        StringBuilder edge = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double x = left + (i + 0.5) * slot;
            double from = bottom - scale.share(below[i]) * HIGH;
            below[i] += series.at(i);
            double to = bottom - scale.share(below[i]) * HIGH;
            points[2 * i] = x;
            points[2 * i + 1] = to;
            points[points.length - 2 - 2 * i] = x;
            points[points.length - 1 - 2 * i] = from;
            edge.append(i == 0 ? 'M' : 'L').append(Svg.n(x)).append(' ').append(Svg.n(to));
        }
        String color = ChartLook.color(plot, index);
        if (count == 1) {
            ChartLook.sign(svg, index, color, points[0], points[1]);
            return;
        }
        ChartLook.area(svg, index, ChartLook.polygon(points), plot.series().size() > 1 ? 0.85 : 0.25);
        svg.stroke(edge.toString(), color, 2, "");
    }

    private Scale scale() {
        if (!area) {
            return Scale.of(
                    plot.values().mapToDouble(BigDecimal::doubleValue).min().orElse(0),
                    plot.values().mapToDouble(BigDecimal::doubleValue).max().orElse(0),
                    plot.kind());
        }
        double most = 0;
        for (int i = 0; i < plot.categories().size(); i++) {
            int at = i;
            most = Math.max(
                    most,
                    plot.series().stream().mapToDouble(each -> each.at(at)).sum());
        }
        return Scale.of(0, most, plot.kind());
    }
}
