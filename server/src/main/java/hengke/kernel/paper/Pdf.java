package hengke.kernel.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import hengke.kernel.text.ProductFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Makes PDF of XHTML. Nothing is ever fetched, so no address in a text leads anywhere: pictures come with the page as
 * data. The font is Noto Sans SC (OFL), embedded with the characters that are used.
 */
@Component
public final class Pdf {
    /** How the pages call the font. */
    static final String FONT = "Paper";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final String DATA = "data:image/";

    static {
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(String xhtml, String title) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> ProductFont.open("regular"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> ProductFont.open("bold"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((_, uri) -> uri.startsWith(DATA) ? uri : null);
        builder.withProducer("Hengke");
        builder.withHtmlContent(xhtml, null);
        builder.toStream(written);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print " + title, e);
        }
        return written.toByteArray();
    }
}
