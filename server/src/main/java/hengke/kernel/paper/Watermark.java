package hengke.kernel.paper;

import hengke.kernel.text.ProductFont;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Says across each page for whom it is: pale, in rows from the lower left to the upper right. */
public final class Watermark {
    private static final float SIZE = 13;
    private static final float STRENGTH = 0.13f;
    private static final double ANGLE = Math.toRadians(30);
    private static final float BETWEEN_ROWS = 150;
    private static final float BETWEEN_WORDS = 90;
    private static final float UNITS = 1_000;

    private Watermark() {}

    /** The same pages with the text drawn over them. */
    public static byte[] over(byte[] pdf, String text) {
        try (PDDocument document = Loader.loadPDF(pdf);
                var font = ProductFont.open("regular")) {
            PDFont letters = PDType0Font.load(document, font, true);
            String shown = printable(letters, text);
            for (PDPage page : document.getPages()) {
                draw(document, page, letters, shown);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            document.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mark a paper", e);
        }
    }

    private static void draw(PDDocument document, PDPage page, PDFont font, String text) throws IOException {
        PDRectangle box = page.getCropBox();
        float length = font.getStringWidth(text) / UNITS * SIZE;
        float step = length + BETWEEN_WORDS;
        float reach = box.getWidth() + box.getHeight();
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(STRENGTH);
        try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            stream.setGraphicsStateParameters(pale);
            stream.setNonStrokingColor(Color.BLACK);
            stream.setFont(font, SIZE);
            stream.beginText();
            int row = 0;
            for (float across = -reach / 2; across < reach; across += BETWEEN_ROWS) {
                float begin = -reach / 2 + (row++ % 2) * step / 2;
                for (float along = begin; along < reach; along += step) {
                    Matrix place = Matrix.getRotateInstance(ANGLE, 0, 0);
                    place.translate(along, across);
                    if (touches(box, place, length)) {
                        stream.setTextMatrix(place);
                        stream.showText(text);
                    }
                }
            }
            stream.endText();
        }
    }

    /** Does any of a text that begins here stand on the page? */
    private static boolean touches(PDRectangle box, Matrix place, float length) {
        float left = place.getTranslateX();
        float low = place.getTranslateY();
        return left < box.getUpperRightX()
                && low < box.getUpperRightY()
                && left + length * Math.cos(ANGLE) > box.getLowerLeftX()
                && low + length * Math.sin(ANGLE) > box.getLowerLeftY();
    }

    /** What the font cannot show is left out: a name is written by strangers. */
    static String printable(PDFont font, String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            try {
                font.encode(letter);
                shown.append(letter);
            } catch (IOException | IllegalArgumentException e) {
                shown.append(' ');
            }
        });
        return shown.toString();
    }
}
