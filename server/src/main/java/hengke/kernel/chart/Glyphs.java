package hengke.kernel.chart;

import hengke.kernel.text.Letters;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/**
 * Letters of the product's own font, measured and as outlines: a drawing then looks the same on every machine, also on one
 * that has no fonts.
 */
final class Glyphs {
    private static final String CUT = "…";

    private Glyphs() {}

    /** How wide a text of this size is. */
    static double width(String text, double size) {
        return Letters.regular().width(text, size);
    }

    /** As much of a text as there is room for. */
    static String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + CUT, size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : text.substring(0, end).stripTrailing() + CUT;
    }

    /** The outlines of a text that begins here on its line, as SVG writes paths. */
    static String outline(String text, double x, double y, double size) {
        Shape line = Letters.regular().outline(text, size);
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator each = line.getPathIterator(AffineTransform.getTranslateInstance(x, y));
                !each.isDone();
                each.next()) {
            switch (each.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> write(path, 'M', points, 2);
                case PathIterator.SEG_LINETO -> write(path, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> write(path, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> write(path, 'C', points, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void write(StringBuilder path, char segment, double[] points, int count) {
        path.append(segment);
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? "" : " ").append(Svg.n(points[i]));
        }
    }
}
