package hengke.kernel.signing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** Pictures as the appearance of fields and stamps: what they show is part of what is signed, and the page stays as it was. */
final class Pictures {
    private Pictures() {}

    /** A picture in its place. */
    record Placed(BufferedImage picture, Mark mark) {}

    /** A place counted from above, as PDF counts it from below. */
    static PDRectangle rectangle(PDPage page, Mark mark) {
        PDRectangle box = page.getCropBox();
        return new PDRectangle(
                (float) (box.getLowerLeftX() + mark.x()),
                (float) (box.getUpperRightY() - mark.y() - mark.height()),
                (float) mark.width(),
                (float) mark.height());
    }

    /** In the middle of an annotation, as large as fits. */
    static void show(PDDocument document, PDAnnotation annotation, BufferedImage picture) throws IOException {
        PDRectangle place = annotation.getRectangle();
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        PDImageXObject image = LosslessFactory.createFromImage(document, picture);
        float scale = Math.min(place.getWidth() / picture.getWidth(), place.getHeight() / picture.getHeight());
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
            content.drawImage(image, (place.getWidth() - width) / 2, (place.getHeight() - height) / 2, width, height);
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        annotation.setAppearance(appearance);
        annotation.getCOSObject().setNeedToBeUpdated(true);
    }

    /** As a stamp of its own that nobody moves. */
    static void add(PDDocument document, Placed placed) throws IOException {
        PDPage page = document.getPage(placed.mark().page() - 1);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(rectangle(page, placed.mark()));
        stamp.setPrinted(true);
        stamp.setLocked(true);
        stamp.setReadOnly(true);
        show(document, stamp, placed.picture());
        List<PDAnnotation> annotations = page.getAnnotations();
        annotations.add(stamp);
        page.setAnnotations(annotations);
        page.getCOSObject().setNeedToBeUpdated(true);
    }
}
