package hengke.kernel.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.problem.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Pages of a paper as pictures: telephones show no PDF within a page. A few at a time, and those asked for lately kept. */
@Component
public final class PageImages {
    private static final float DOTS_PER_INCH = 130;
    private static final float DRAFT_DOTS_PER_INCH = 96;
    private static final int AT_ONCE = 2;
    private static final long KEPT_BYTES = 32L << 20;

    private final StoredFiles files;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Cache<Asked, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Asked _, byte[] picture) -> picture.length)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    PageImages(StoredFiles files) {
        this.files = files;
    }

    /** The same content has the same pictures, whatever file it is. */
    private record Asked(String sha256, int page) {}

    /** How many pages a paper has. */
    public static int count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One page as PNG.
     *
     * @param page from 1; not found beyond the last
     */
    public byte[] of(StoredFile file, int page) {
        return kept.get(new Asked(file.sha256(), page), _ -> drawn(file, page));
    }

    /** The first pages of a paper that is kept nowhere. */
    public List<byte[]> of(byte[] pdf, int most) {
        turns.acquireUninterruptibly();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<byte[]> pictures = new ArrayList<>();
            for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
                pictures.add(drawn(document, page, DRAFT_DOTS_PER_INCH));
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    private byte[] drawn(StoredFile file, int page) {
        turns.acquireUninterruptibly();
        try (var content = files.open(file);
                PDDocument document = Loader.loadPDF(content.readAllBytes())) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new Refusal.NotFound();
            }
            return drawn(document, page - 1, DOTS_PER_INCH);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw page " + page + " of file " + file.id(), e);
        } finally {
            turns.release();
        }
    }

    private static byte[] drawn(PDDocument document, int page, float dotsPerInch) throws IOException {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.RGB);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", written);
        return written.toByteArray();
    }
}
