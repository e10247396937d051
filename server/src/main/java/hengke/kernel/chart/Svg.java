package hengke.kernel.chart;

import hengke.kernel.text.CleanText;
import org.springframework.web.util.HtmlUtils;

/** Writes a drawing; every word is escaped as it is written. */
final class Svg {
    /** Where a text stands relative to its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final double width;
    private final double height;
    private final StringBuilder defined = new StringBuilder();
    private final StringBuilder drawn = new StringBuilder();

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    void rectangle(double x, double y, double wide, double high, String fill) {
        drawn.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(n(x), n(y), n(Math.max(wide, 0)), n(Math.max(high, 0)), fill));
    }

    void line(double x1, double y1, double x2, double y2, String stroke) {
        drawn.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>"
                .formatted(n(x1), n(y1), n(x2), n(y2), stroke));
    }

    /** @param dashes as SVG writes them; empty for a line without gaps */
    void stroke(String path, String stroke, double wide, String dashes) {
        drawn.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>"
                .formatted(path, stroke, n(wide), dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
    }

    void area(String path, String fill, double opacity) {
        drawn.append("<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>".formatted(path, fill, n(opacity)));
    }

    /** With an edge in the colour of the paper, so that neighbours are told apart. */
    void part(String path, String fill) {
        drawn.append("<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                .formatted(path, fill, ChartLook.PAPER));
    }

    /** The same on a light ground of its own, readable over lines. */
    void over(double x, double y, double size, String fill, String said) {
        double start = x - Glyphs.width(said, size) / 2;
        stroke(Glyphs.outline(said, start, y, size), ChartLook.PAPER, 3.5, "");
        text(x, y, size, fill, Anchor.MIDDLE, said);
    }

    /** The words are outlines; whoever reads the drawing finds them beside. */
    void text(double x, double y, double size, String fill, Anchor anchor, String said) {
        String text = CleanText.line(said);
        double wide = Glyphs.width(text, size);
        double start = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - wide / 2;
            case END -> x - wide;
        };
        drawn.append("<g role=\"img\" aria-label=\"")
                .append(HtmlUtils.htmlEscape(text, "UTF-8"))
                .append("\"><path fill=\"")
                .append(fill)
                .append("\" d=\"")
                .append(Glyphs.outline(text, start, y, size))
                .append("\"/></g>");
    }

    /** Something to be referred to. */
    void define(String definition) {
        defined.append(definition);
    }

    String written() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\"><defs>"
                        .formatted(n(width), n(height))
                + defined
                + "</defs>"
                + drawn
                + "</svg>";
    }

    /** A number as SVG takes it. */
    static String n(double number) {
        double rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
