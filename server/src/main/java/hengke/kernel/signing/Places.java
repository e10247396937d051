package hengke.kernel.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where on its pages a paper says something. */
public final class Places {
    private Places() {}

    /**
     * A spot on a page, from its upper left corner.
     *
     * @param page from 1
     * @param x in points
     * @param y in points
     */
    public record Spot(int page, double x, double y) {}

    /** How large a page is, in points. */
    public record Size(double width, double height) {}

    public static List<Size> sizes(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Size> sizes = new ArrayList<>();
            document.getPages().forEach(page -> {
                PDRectangle box = page.getCropBox();
                sizes.add(new Size(box.getWidth(), box.getHeight()));
            });
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each mention of a text begins. */
    public static List<Spot> of(byte[] pdf, String text) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Search search = new Search(text);
            search.getText(document);
            return search.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Search extends PDFTextStripper {
        private final String text;
        private final List<Spot> found = new ArrayList<>();

        Search(String text) {
            this.text = text;
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String line, List<TextPosition> letters) {
            StringBuilder said = new StringBuilder();
            List<TextPosition> at = new ArrayList<>();
            for (TextPosition letter : letters) {
                said.append(letter.getUnicode());
                letter.getUnicode().chars().forEach(_ -> at.add(letter));
            }
            for (int from = said.indexOf(text); from >= 0; from = said.indexOf(text, from + text.length())) {
                TextPosition first = at.get(from);
                found.add(new Spot(getCurrentPageNo(), first.getXDirAdj(), first.getYDirAdj()));
            }
        }
    }
}
