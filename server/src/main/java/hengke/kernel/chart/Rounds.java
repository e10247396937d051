package hengke.kernel.chart;

import hengke.kernel.chart.Svg.Anchor;
import hengke.kernel.report.FigureText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a whole as a ring, each named beside it with its share; and as a funnel. */
final class Rounds {
    private static final int MOST_PARTS = 9;
    private static final int MOST_STEPS = 14;
    private static final double SIZE = 260;
    private static final double LINE = 24;
    private static final double STEP = 36;

    private final Plot plot;
    private final FigureText texts;
    private final double width;
    private final String others;

    /** @param others what the parts are called that there is no room for */
    Rounds(Plot plot, FigureText texts, double width, String others) {
        this.plot = plot;
        this.texts = texts;
        this.width = width;
        this.others = others;
    }

    private record Part(String name, BigDecimal value) {}

    /** Those that are more than nothing. */
    private List<Part> parts() {
        Plot.Series series = plot.series().getFirst();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < plot.categories().size(); i++) {
            BigDecimal value = series.values().get(i);
            if (value != null && value.signum() > 0) {
                parts.add(new Part(plot.categories().get(i), value));
            }
        }
        return parts;
    }

    /** The greatest, and the rest together. */
    private List<Part> greatest() {
        List<Part> all = parts();
        if (all.size() <= MOST_PARTS + 1) {
            return all;
        }
        List<Part> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Part::value).reversed());
        List<Part> shown = new ArrayList<>(sorted.subList(0, MOST_PARTS));
        shown.add(new Part(
                others,
                sorted.subList(MOST_PARTS, sorted.size()).stream()
                        .map(Part::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return shown;
    }

    String ring() {
        List<Part> parts = greatest();
        double whole = parts.stream()
                .map(Part::value)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
        double height = Math.max(SIZE, parts.size() * LINE + 20);
        Svg svg = begun(height);
        double x = SIZE / 2;
        double y = height / 2;
        double angle = -Math.PI / 2;
        double first = y - parts.size() * LINE / 2;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double share = part.value().doubleValue() / whole;
            double to = angle + share * 2 * Math.PI;
            ChartLook.part(svg, i, slice(x, y, angle, to));
            angle = to;
            double line = first + i * LINE;
            ChartLook.fill(svg, i, ChartLook.color(i), SIZE + 24, line + 6, 14, 12);
            String value = texts.shortly(plot.kind(), part.value()) + " · " + percent(share);
            double room = width - SIZE - 46 - 24 - Glyphs.width(value, ChartLook.SIZE);
            svg.text(
                    SIZE + 46,
                    line + 16,
                    ChartLook.SIZE,
                    ChartLook.TEXT,
                    Anchor.START,
                    Glyphs.fit(part.name(), ChartLook.SIZE, room));
            svg.text(width - 4, line + 16, ChartLook.SIZE, ChartLook.QUIET, Anchor.END, value);
        }
        return svg.written();
    }

    /** A ring of one part is two halves, because an arc cannot end where it begins. */
    private static String slice(double x, double y, double from, double to) {
        if (to - from > 2 * Math.PI - 1e-6) {
            return slice(x, y, from, from + Math.PI) + slice(x, y, from + Math.PI, from + 2 * Math.PI - 2e-6);
        }
        double outer = SIZE / 2 - 10;
        double inner = outer * 0.55;
        int large = to - from > Math.PI ? 1 : 0;
        return "M%s %sA%s %s 0 %d 1 %s %sL%s %sA%s %s 0 %d 0 %s %sZ"
                .formatted(
                        Svg.n(x + outer * Math.cos(from)),
                        Svg.n(y + outer * Math.sin(from)),
                        Svg.n(outer),
                        Svg.n(outer),
                        large,
                        Svg.n(x + outer * Math.cos(to)),
                        Svg.n(y + outer * Math.sin(to)),
                        Svg.n(x + inner * Math.cos(to)),
                        Svg.n(y + inner * Math.sin(to)),
                        Svg.n(inner),
                        Svg.n(inner),
                        large,
                        Svg.n(x + inner * Math.cos(from)),
                        Svg.n(y + inner * Math.sin(from)));
    }

    String funnel() {
        List<Part> all = parts();
        List<Part> parts = all.subList(0, Math.min(all.size(), MOST_STEPS));
        double most = parts.stream()
                .map(Part::value)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        double names = 4
                + Math.min(
                        180,
                        parts.stream()
                                .mapToDouble(part -> Glyphs.width(part.name(), ChartLook.SIZE))
                                .max()
                                .orElse(0));
        double values = 130;
        double room = width - names - values - 24;
        double middle = names + 12 + room / 2;
        Svg svg = begun(parts.size() * STEP + 8);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double y = 4 + i * STEP;
            double above = Math.max(part.value().doubleValue() / most * room, 2) / 2;
            double next = i + 1 < parts.size()
                    ? parts.get(i + 1).value().doubleValue()
                    : part.value().doubleValue();
            double below = Math.max(Math.min(next / most * room, above * 2), 2) / 2;
            svg.part(
                    ChartLook.polygon(
                            middle - above,
                            y,
                            middle + above,
                            y,
                            middle + below,
                            y + STEP - 3,
                            middle - below,
                            y + STEP - 3),
                    ChartLook.color(0));
            svg.text(
                    names,
                    y + STEP / 2 + 3,
                    ChartLook.SIZE,
                    ChartLook.TEXT,
                    Anchor.END,
                    Glyphs.fit(part.name(), ChartLook.SIZE, names));
            String value = texts.shortly(plot.kind(), part.value())
                    + (i == 0
                            ? ""
                            : " · "
                                    + percent(part.value().doubleValue()
                                            / parts.getFirst().value().doubleValue()));
            svg.text(width - values + 12, y + STEP / 2 + 3, ChartLook.SIZE, ChartLook.QUIET, Anchor.START, value);
        }
        return svg.written();
    }

    private static String percent(double share) {
        return new BigDecimal(share * 100).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private Svg begun(double height) {
        Svg svg = new Svg(width, height);
        ChartLook.define(svg);
        svg.rectangle(0, 0, width, height, ChartLook.PAPER);
        return svg;
    }
}
