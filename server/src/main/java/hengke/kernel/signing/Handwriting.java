package hengke.kernel.signing;

import hengke.kernel.text.Letters;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A signature as a picture: the strokes of a hand, or a name in letters. */
public final class Handwriting {
    private static final int MARGIN = 12;
    private static final int HIGH = 240;
    private static final int WIDEST = 960;
    private static final float STROKE = 7;
    private static final double SLANT = 0.2;
    private static final Color INK = new Color(0x10, 0x1A, 0x3A);

    private Handwriting() {}

    /** A point as the hand passed it, in any unit. */
    public record Point(double x, double y) {}

    /** As drawn, in the size of what was drawn. */
    public static BufferedImage drawn(List<List<Point>> strokes) {
        Path2D path = new Path2D.Double();
        for (List<Point> stroke : strokes) {
            Point first = stroke.getFirst();
            path.moveTo(first.x(), first.y());
            path.lineTo(first.x() + 0.1, first.y());
            stroke.forEach(point -> path.lineTo(point.x(), point.y()));
        }
        Rectangle2D bounds = path.getBounds2D();
        double scale = Math.min(HIGH / Math.max(1, bounds.getHeight()), WIDEST / Math.max(1, bounds.getWidth()));
        BufferedImage picture = empty(bounds.getWidth() * scale, bounds.getHeight() * scale);
        Graphics2D graphics = graphics(picture);
        graphics.translate(MARGIN - bounds.getX() * scale, MARGIN - bounds.getY() * scale);
        graphics.scale(scale, scale);
        graphics.setStroke(new BasicStroke((float) (STROKE / scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.dispose();
        return picture;
    }

    /** A name in slanted letters. */
    public static BufferedImage typed(String name) {
        Shape letters = AffineTransform.getShearInstance(-SLANT, 0)
                .createTransformedShape(Letters.regular().outline(name, HIGH * 0.6));
        Rectangle2D bounds = letters.getBounds2D();
        BufferedImage picture = empty(bounds.getWidth(), bounds.getHeight());
        Graphics2D graphics = graphics(picture);
        graphics.translate(MARGIN - bounds.getX(), MARGIN - bounds.getY());
        graphics.fill(letters);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage empty(double width, double height) {
        return new BufferedImage(
                (int) Math.ceil(width) + 2 * MARGIN, (int) Math.ceil(height) + 2 * MARGIN, BufferedImage.TYPE_INT_ARGB);
    }

    private static Graphics2D graphics(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(INK);
        return graphics;
    }
}
