package hengke.kernel.word;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pictures in a Word file: what they are is read from their bytes, and none is larger than paper can show. */
final class Pictures {
    static final int MOST_PIXELS = 16_000_000;
    private static final long MOST_IN_ALL = 3L * MOST_PIXELS;
    private static final Set<String> PIXELS = Set.of("png", "jpg", "jpeg", "jfif", "gif", "bmp");
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif", "bmp", "image/bmp");

    private Pictures() {}

    static void require(WordFile file) {
        long inAll = 0;
        for (Map.Entry<String, byte[]> part : file.parts().entrySet()) {
            if (PIXELS.contains(Parts.kind(part.getKey()))) {
                long pixels = look(part.getKey(), part.getValue()).pixels();
                inAll += pixels;
                if (pixels > MOST_PIXELS || inAll > MOST_IN_ALL) {
                    throw new Refusal.TooLarge(Message.of("word.picture", part.getKey(), MOST_PIXELS / 1_000_000));
                }
            }
        }
    }

    private record Look(String format, long pixels) {}

    /** Only its head is read. */
    private static Look look(String name, byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(stream, true, true);
                    return new Look(
                            reader.getFormatName().toLowerCase(java.util.Locale.ROOT),
                            (long) reader.getWidth(0) * reader.getHeight(0));
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Refusal.Unreadable(Message.of("word.badPicture", name));
        }
        throw new Refusal.Unreadable(Message.of("word.badPicture", name));
    }

    /** As which type a picture can be printed; absent for a drawing, which cannot. */
    static Optional<String> type(String name, byte[] content) {
        return PIXELS.contains(Parts.kind(name))
                ? Optional.ofNullable(TYPES.get(look(name, content).format()))
                : Optional.empty();
    }
}
