package hengke.kernel.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Papers that print no record: headings, facts, tables, texts. */
@Component
public final class PlainPaper {
    private static final String STYLE = """
            @page { size: A4; margin: 16mm 15mm 20mm; @bottom-left { content: "%s"; font: 8pt Paper; color: #666; }
                    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Paper; color: #666; } }
            body { font: 9pt/1.5 Paper; color: #1f1f1f; margin: 0; word-wrap: break-word; }
            h1 { font-size: 17pt; margin: 0 0 8pt; padding-bottom: 6pt; border-bottom: 1.2pt solid #1f1f1f; }
            h2 { font-size: 10.5pt; margin: 12pt 0 3pt; }
            table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            td, th { vertical-align: top; padding: 3pt 5pt; text-align: left; border-bottom: 0.5pt solid #ddd; }
            th { font-weight: 700; background: #f2f3f5; }
            .short { white-space: nowrap; }
            .facts td { padding: 2pt 0; border: 0; }
            .facts .label { width: 95pt; color: #666; }
            .code { margin-top: 12pt; page-break-inside: avoid; }
            .code td { border: 0; vertical-align: middle; }
            .code .picture { width: 84pt; }
            .code img { width: 78pt; height: 78pt; }
            .seal { margin-top: 12pt; page-break-inside: avoid; }
            .seal td { border: 0; vertical-align: middle; text-align: right; }
            .seal .picture { width: 1%%; }
            .seal img { width: 100%%; }
            """;
    private static final int DOTS = 240;
    private static final int SHORT = 30;

    private final Pdf pdf;

    PlainPaper(Pdf pdf) {
        this.pdf = pdf;
    }

    /** A part of the page. */
    public sealed interface Part {}

    /** Values with their labels, one below the other. */
    public record Facts(String heading, Map<String, String> values) implements Part {
        public Facts {
            values = new LinkedHashMap<>(values);
        }
    }

    /** Rows under a head. */
    public record Table(String heading, List<String> head, List<List<String>> rows) implements Part {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** A paragraph under a heading. */
    public record Text(String heading, String text) implements Part {}

    /** An address as a square that cameras read, and in letters. */
    public record Code(String address, String text) implements Part {}

    /**
     * A seal beside whose it is.
     *
     * @param png the picture
     * @param millimetres how wide it is
     */
    public record Seal(byte[] png, double millimetres, String text) implements Part {}

    /** @param foot stands at the bottom of each page beside its number */
    public byte[] print(String title, List<Part> parts, String foot) {
        Page page = new Page();
        page.element("h1", "", title);
        parts.forEach(part -> write(page, part));
        return pdf.of(page.whole(title, STYLE.formatted(PaperHtml.inStyle(foot))), title);
    }

    private static void write(Page page, Part part) {
        switch (part) {
            case Facts(String heading, Map<String, String> values) -> {
                heading(page, heading);
                page.element(
                        "table",
                        "facts",
                        table -> values.forEach((label, value) -> table.element(
                                "tr",
                                "",
                                row -> row.element("td", "label", label).element("td", "", value))));
            }
            case Table(String heading, List<String> head, List<List<String>> rows) -> {
                heading(page, heading);
                page.element("table", "rows", table -> {
                    table.element(
                            "thead",
                            "",
                            top -> top.element("tr", "", row -> head.forEach(cell -> row.element("th", "", cell))));
                    table.element(
                            "tbody",
                            "",
                            body -> rows.forEach(cells -> body.element(
                                    "tr", "", row -> cells.forEach(cell -> row.element("td", kind(cell), cell)))));
                });
            }
            case Text(String heading, String text) -> {
                heading(page, heading);
                page.element("div", "text", text);
            }
            case Seal(byte[] png, double millimetres, String text) ->
                page.element(
                        "table",
                        "seal",
                        table -> table.element(
                                "tr",
                                "",
                                row -> row.element("td", "", text)
                                        .element(
                                                "td", "picture", cell -> cell.picture("image/png", png, millimetres))));
            case Code(String address, String text) ->
                page.element(
                        "table",
                        "code",
                        table -> table.element(
                                "tr",
                                "",
                                row -> row.element("td", "picture", cell -> cell.picture("image/png", square(address)))
                                        .element("td", "", text + "\n" + address)));
        }
    }

    /** What is short stays on one line. */
    private static String kind(String cell) {
        return cell.length() <= SHORT ? "short" : "";
    }

    private static void heading(Page page, String heading) {
        if (!heading.isEmpty()) {
            page.element("h2", "", heading);
        }
    }

    private static byte[] square(String address) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, DOTS, DOTS);
            BufferedImage picture = new BufferedImage(DOTS, DOTS, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < DOTS; y++) {
                for (int x = 0; x < DOTS; x++) {
                    picture.setRGB(x, y, dots.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", written);
            return written.toByteArray();
        } catch (WriterException | IOException e) {
            throw new UncheckedIOException(new IOException("cannot draw a code", e));
        }
    }
}
