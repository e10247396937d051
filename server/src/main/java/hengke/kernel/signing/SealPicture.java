package hengke.kernel.signing;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A seal as somebody brings it: a PNG of a bounded size; white paper around it becomes clear. */
final class SealPicture {
    static final int MOST_LETTERS = 40;

    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_PIXELS = 2_400;
    private static final int LEAST_PIXELS = 80;
    private static final int WHITE = 238;

    private SealPicture() {}

    static BufferedImage read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw refused();
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            reader.setInput(stream, true, true);
            int wide = reader.getWidth(0);
            int high = reader.getHeight(0);
            if (Math.max(wide, high) > MOST_PIXELS || Math.min(wide, high) < LEAST_PIXELS) {
                throw refused();
            }
            return clear(reader.read(0));
        } catch (IOException | RuntimeException unreadable) {
            throw refused();
        }
    }

    private static BufferedImage clear(BufferedImage read) {
        BufferedImage clear = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        boolean opaque = !read.getColorModel().hasAlpha();
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                int colour = read.getRGB(x, y);
                clear.setRGB(x, y, opaque && white(colour) ? 0 : colour);
            }
        }
        return clear;
    }

    private static boolean white(int colour) {
        return (colour >> 16 & 0xFF) > WHITE && (colour >> 8 & 0xFF) > WHITE && (colour & 0xFF) > WHITE;
    }

    private static Invalid refused() {
        return Invalid.at("file", Message.of("signing.sealPicture", LEAST_PIXELS, MOST_PIXELS));
    }
}
