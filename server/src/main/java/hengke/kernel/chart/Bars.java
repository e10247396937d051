package hengke.kernel.chart;

import hengke.kernel.chart.Svg.Anchor;
import hengke.kernel.report.FigureText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bars that stand, or lie where their names are long; side by side or one on the other. */
final class Bars {
    private static final int MOST_LYING = 30;
    private static final int MOST_STANDING = 60;
    private static final double HIGH = 300;
    private static final double LONGEST_NAME = 200;
    private static final double ROW = 28;
    private static final double NAME_GAP = 8;
    private static final double LABEL = 11;

    private final Plot plot;
    private final boolean stacked;
    private final FigureText texts;
    private final double width;
    private final Legend legend;
    private final double top;

    Bars(Plot plot, boolean stacked, FigureText texts, double width) {
        this.plot = plot;
        this.stacked = stacked && plot.series().size() > 1;
        this.texts = texts;
        this.width = width;
        this.legend = new Legend(plot, width, false);
        this.top = plot.series().size() > 1 ? legend.height() : 8;
    }

    String drawn() {
        return lies() ? lying() : standing();
    }

    private int shown(int most) {
        return Math.min(plot.categories().size(), most);
    }

    /** Long names are read better beside bars that lie; what follows each other stands. */
    private boolean lies() {
        double room = (width - 70) / shown(MOST_STANDING) - 6;
        return !plot.ordered()
                && plot.categories().size() > 1
                && plot.categories().stream().anyMatch(name -> Glyphs.width(name, ChartLook.SIZE) > room);
    }

    private String lying() {
        int count = shown(MOST_LYING);
        double names = plot.categories().subList(0, count).stream()
                .mapToDouble(name -> Glyphs.width(name, ChartLook.SIZE))
                .max()
                .orElse(0);
        double left = Math.min(names, LONGEST_NAME) + NAME_GAP;
        double row = stacked ? ROW : Math.max(ROW, plot.series().size() * 14 + 8);
        double bottom = top + count * row;
        Scale scale = scale();
        double beside = 60;
        double before = plot.anyBelowNought() ? beside : 0;
        double room = width - left - beside - before;
        Svg svg = begun(bottom + 22);
        for (BigDecimal tick : scale.ticks()) {
            double x = left + before + scale.share(tick.doubleValue()) * room;
            svg.line(x, top, x, bottom, tick.signum() == 0 ? ChartLook.AXIS : ChartLook.GRID);
            svg.text(x, bottom + 16, LABEL, ChartLook.QUIET, Anchor.MIDDLE, texts.shortly(plot.kind(), tick));
        }
        for (int i = 0; i < count; i++) {
            double y = top + i * row;
            String name = Glyphs.fit(plot.categories().get(i), ChartLook.SIZE, LONGEST_NAME);
            svg.text(left - NAME_GAP, y + row / 2 + 4, ChartLook.SIZE, ChartLook.TEXT, Anchor.END, name);
            for (Piece piece : pieces(i)) {
                double from = left + before + scale.share(piece.from()) * room;
                double to = left + before + scale.share(piece.to()) * room;
                double high = stacked ? row - 8 : (row - 8) / plot.series().size();
                double at = y + 4 + (stacked ? 0 : piece.series() * high);
                fill(svg, piece, Math.min(from, to), at, Math.abs(to - from), high - (stacked ? 0 : 1));
                if (piece.label() != null) {
                    boolean back = piece.to() < 0;
                    svg.text(
                            to + (back ? -5 : 5),
                            at + high / 2 + 4,
                            LABEL,
                            ChartLook.QUIET,
                            back ? Anchor.END : Anchor.START,
                            piece.label());
                }
            }
        }
        return svg.written();
    }

    private String standing() {
        int count = shown(MOST_STANDING);
        Scale scale = scale();
        List<String> ticks = scale.ticks().stream()
                .map(tick -> texts.shortly(plot.kind(), tick))
                .toList();
        double left = ticks.stream()
                        .mapToDouble(tick -> Glyphs.width(tick, LABEL))
                        .max()
                        .orElse(0)
                + 8;
        double head = top + 14;
        double bottom = head + HIGH - 60;
        Svg svg = begun(bottom + 26);
        for (int i = 0; i < ticks.size(); i++) {
            BigDecimal tick = scale.ticks().get(i);
            double y = bottom - scale.share(tick.doubleValue()) * (bottom - head);
            svg.line(left, y, width, y, tick.signum() == 0 ? ChartLook.AXIS : ChartLook.GRID);
            svg.text(left - 6, y + 4, LABEL, ChartLook.QUIET, Anchor.END, ticks.get(i));
        }
        double slot = (width - left) / count;
        double wide = Math.min(slot * 0.7, stacked ? 56 : 44.0 * plot.series().size());
        boolean labelled = !stacked && count * plot.series().size() <= 14;
        Names.along(svg, plot.categories().subList(0, count), left, slot, bottom + 18, 0.5);
        for (int i = 0; i < count; i++) {
            double x = left + i * slot + (slot - wide) / 2;
            for (Piece piece : pieces(i)) {
                double from = bottom - scale.share(piece.from()) * (bottom - head);
                double to = bottom - scale.share(piece.to()) * (bottom - head);
                double each = stacked ? wide : wide / plot.series().size();
                double at = x + (stacked ? 0 : piece.series() * each);
                fill(svg, piece, at, Math.min(from, to), each - (stacked ? 0 : 1), Math.abs(to - from));
                if (labelled && piece.label() != null) {
                    double y = piece.to() < 0 ? to + 12 : to - 5;
                    svg.text(at + each / 2, y, LABEL, ChartLook.QUIET, Anchor.MIDDLE, piece.label());
                }
            }
        }
        return svg.written();
    }

    private Svg begun(double height) {
        Svg svg = new Svg(width, height);
        ChartLook.define(svg);
        svg.rectangle(0, 0, width, height, ChartLook.PAPER);
        if (plot.series().size() > 1) {
            legend.draw(svg);
        }
        return svg;
    }

    /** @param label the whole of its bar; null within a stack */
    private record Piece(
            int series, double from, double to, @Nullable String label) {}

    private List<Piece> pieces(int category) {
        double[] ends = new double[2];
        return IntStream.range(0, plot.series().size())
                .filter(series -> plot.series().get(series).values().get(category) != null)
                .mapToObj(series -> {
                    BigDecimal value = plot.series().get(series).values().get(category);
                    double exact = value == null ? 0 : value.doubleValue();
                    if (!stacked) {
                        return new Piece(series, 0, exact, value == null ? null : texts.shortly(plot.kind(), value));
                    }
                    int side = exact < 0 ? 1 : 0;
                    double from = ends[side];
                    ends[side] += exact;
                    return new Piece(series, from, ends[side], null);
                })
                .toList();
    }

    private void fill(Svg svg, Piece piece, double x, double y, double wide, double high) {
        boolean past = plot.series().get(piece.series()).past();
        ChartLook.fill(
                svg,
                past ? 0 : ChartLook.present(plot, piece.series()),
                ChartLook.color(plot, piece.series()),
                x,
                y,
                wide,
                high);
        if (stacked) {
            // an edge between neighbours
            svg.stroke(ChartLook.polygon(x, y, x + wide, y, x + wide, y + high, x, y + high), ChartLook.PAPER, 1, "");
        }
    }

    private Scale scale() {
        double least = 0;
        double most = 0;
        for (int i = 0; i < plot.categories().size(); i++) {
            for (Piece piece : pieces(i)) {
                least = Math.min(least, piece.to());
                most = Math.max(most, piece.to());
            }
        }
        return Scale.of(least, most, plot.kind());
    }
}
