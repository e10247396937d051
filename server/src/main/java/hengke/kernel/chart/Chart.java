package hengke.kernel.chart;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.FigureText;
import hengke.kernel.report.ReportTable;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * A drawing.
 *
 * @param svg with all letters as outlines
 */
public record Chart(String svg) {
    /** Pixels of a picture for each of the drawing, for screens that are fine. */
    private static final int FINENESS = 2;

    /** What is drawn of an answer; nothing of one that is read as a table or as single figures, or is empty. */
    public static Optional<Chart> of(ReportTable table, JsonNode chart, Language language, ZoneId zone, int width) {
        Plots plots = new Plots(table, language);
        return plots.kind(chart)
                .map(kind -> draw(
                        plots.plot(chart, kind),
                        kind,
                        new FigureText(language, zone),
                        width,
                        Message.of("report.others").in(language)));
    }

    static Chart draw(Plot plot, ChartKind kind, FigureText texts, int width, String others) {
        return new Chart(
                switch (kind) {
                    case BAR -> new Bars(plot, false, texts, width).drawn();
                    case STACKED -> new Bars(plot, true, texts, width).drawn();
                    case LINE -> new Lines(plot, false, texts, width).drawn();
                    case AREA -> new Lines(plot, true, texts, width).drawn();
                    case PIE -> new Rounds(plot, texts, width, others).ring();
                    case FUNNEL -> new Rounds(plot, texts, width, others).funnel();
                });
    }

    /** As a picture. */
    public byte[] png() {
        SVGDocument drawing = Objects.requireNonNull(new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault()));
        int width = (int) Math.ceil(drawing.size().width * FINENESS);
        int height = (int) Math.ceil(drawing.size().height * FINENESS);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(FINENESS, FINENESS);
        drawing.render(null, pen);
        pen.dispose();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
