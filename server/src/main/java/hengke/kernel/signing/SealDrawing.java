package hengke.kernel.signing;

import hengke.kernel.text.Letters;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws a round seal: the name of the company along the ring, a star in the middle, and below it what the seal is for.
 * The shapes of the letters are drawn, so that it looks the same everywhere.
 */
final class SealDrawing {
    /** Pixels of one millimetre: about 400 dots per inch. */
    private static final double SCALE = 16;

    private static final Color RED = new Color(0xC8, 0x10, 0x1E);
    private static final int POINTS = 5;
    private static final double INNER = 0.381966;

    /** How far the ring of letters goes, in degrees: less where something stands below. */
    private static final double WIDE = 270;

    private static final double NARROW = 212;

    private SealDrawing() {}

    /** @param millimetres across */
    static BufferedImage round(String company, String below, double millimetres) {
        int size = (int) Math.round(millimetres * SCALE);
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(RED);
            double width = size * 0.028;
            graphics.setStroke(new BasicStroke((float) width));
            graphics.draw(new Ellipse2D.Double(width / 2, width / 2, size - width, size - width));
            graphics.translate(size / 2.0, size / 2.0);
            graphics.fill(star(size * 0.15));
            ring(graphics, company, size, below.isEmpty() ? WIDE : NARROW);
            below(graphics, below, size);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static Shape star(double radius) {
        GeneralPath star = new GeneralPath();
        for (int at = 0; at < 2 * POINTS; at++) {
            double length = at % 2 == 0 ? radius : radius * INNER;
            double angle = Math.PI * at / POINTS - Math.PI / 2;
            double x = length * Math.cos(angle);
            double y = length * Math.sin(angle);
            if (at == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    /** From the lower left over the top to the lower right, the letters narrower the more there are. */
    private static void ring(Graphics2D graphics, String text, int size, double most) {
        int[] letters = text.codePoints().toArray();
        if (letters.length == 0) {
            return;
        }
        double span = Math.toRadians(Math.min(most, 22.0 * letters.length + 20));
        double step = letters.length == 1 ? 0 : span / (letters.length - 1);
        double radius = size * 0.375;
        double height = size * 0.135;
        double narrow = letters.length == 1 ? 1 : Math.min(1, radius * step / height * 0.92);
        for (int at = 0; at < letters.length; at++) {
            double angle = -span / 2 + step * at;
            AffineTransform place = AffineTransform.getRotateInstance(angle);
            place.translate(0, -radius);
            place.scale(narrow, 1);
            graphics.fill(centred(Character.toString(letters[at]), height, place));
        }
    }

    private static void below(Graphics2D graphics, String text, int size) {
        if (text.isEmpty()) {
            return;
        }
        double height = size * 0.095;
        double room = size * 0.56;
        Rectangle2D natural = centred(text, height, new AffineTransform()).getBounds2D();
        AffineTransform place = AffineTransform.getTranslateInstance(0, size * 0.255);
        place.scale(Math.min(1, room / Math.max(1, natural.getWidth())), 1);
        graphics.fill(centred(text, height, place));
    }

    private static Shape centred(String text, double height, AffineTransform place) {
        Shape shape = Letters.bold().outline(text, height);
        Rectangle2D bounds = shape.getBounds2D();
        AffineTransform whole = new AffineTransform(place);
        whole.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return whole.createTransformedShape(shape);
    }
}
