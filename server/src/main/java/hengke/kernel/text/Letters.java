package hengke.kernel.text;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The shapes of the letters of papers and charts, for what is drawn; read from the font itself, whatever fonts a machine has. */
public final class Letters {
    private final TrueTypeFont font;

    private Letters(String weight) {
        try (var file = ProductFont.open(weight)) {
            this.font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the font of papers cannot be read", e);
        }
    }

    /** Read once, when something is first drawn. */
    private static final class Regular {
        static final Letters LETTERS = new Letters("regular");
    }

    /** The same of the bold ones. */
    private static final class Bold {
        static final Letters LETTERS = new Letters("bold");
    }

    public static Letters regular() {
        return Regular.LETTERS;
    }

    public static Letters bold() {
        return Bold.LETTERS;
    }

    /** How wide a line of this height is. */
    public synchronized double width(String text, double height) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(letter));
            }
            return width * height / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that begins at the origin and stands on it, so high; what the font has no letter for is left out. */
    public synchronized Shape outline(String text, double height) {
        try {
            double scale = height / font.getUnitsPerEm();
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            GeneralPath line = new GeneralPath();
            double x = 0;
            for (int letter : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(letter);
                GlyphData shape = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
                if (shape != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    line.append(place.createTransformedShape(shape.getPath()), false);
                }
                x += font.getAdvanceWidth(glyph) * scale;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
