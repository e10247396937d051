package hengke.kernel.signing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Signs papers so that every reader of PDF can check it (PAdES baseline B). Each signature is an appendix to the paper as
 * it was, so that the earlier ones stay good. The fields of all who will sign are there from the beginning, and the first
 * signature says that nothing but marks and signatures may follow.
 */
final class PdfSigner {
    private static final int ROOM = 24_000;

    private PdfSigner() {}

    /**
     * One signature.
     *
     * @param field that was made for it
     * @param name who signs
     * @param reason how it is known who it was
     * @param picture what is seen of it in its field; null for nothing
     * @param beside further pictures, each with its place
     */
    record Act(
            String field,
            String name,
            String reason,
            Instant at,
            @Nullable BufferedImage picture,
            List<Pictures.Placed> beside) {
        Act {
            beside = List.copyOf(beside);
        }
    }

    /** The paper with an empty field for each who will sign; one without a place is not seen. */
    static byte[] prepared(byte[] pdf, Map<String, @Nullable Mark> fields) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            for (Map.Entry<String, @Nullable Mark> each : fields.entrySet()) {
                Mark mark = each.getValue();
                PDPage page = document.getPage(mark == null ? 0 : mark.page() - 1);
                PDSignatureField field = new PDSignatureField(form);
                field.setPartialName(each.getKey());
                PDAnnotationWidget widget = field.getWidgets().getFirst();
                widget.setRectangle(mark == null ? new PDRectangle() : Pictures.rectangle(page, mark));
                widget.setPage(page);
                widget.setPrinted(true);
                page.getAnnotations().add(widget);
                form.getFields().add(field);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            document.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a paper", e);
        }
    }

    static byte[] sign(byte[] pdf, SigningIdentity identity, Act act, TimeStamps stamps) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignatureField field = field(document, act.field());
            boolean first = document.getSignatureDictionaries().isEmpty();
            PDSignature signature = signature(act);
            field.getCOSObject().setItem(COSName.V, signature);
            if (first) {
                Certified.by(document, signature);
            }
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            PDRectangle place = widget.getRectangle();
            options.setPreferredSignatureSize(ROOM);
            options.setPage(pageOf(document, widget));
            document.addSignature(signature, new Cades(identity, stamps), options);
            if (act.picture() != null && place.getWidth() > 0) {
                widget.setRectangle(place);
                Pictures.show(document, widget, act.picture());
            }
            for (Pictures.Placed each : act.beside()) {
                Pictures.add(document, each);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            document.saveIncremental(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sign a paper", e);
        }
    }

    private static PDSignatureField field(PDDocument document, String name) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null || !(form.getField(name) instanceof PDSignatureField field) || field.getSignature() != null) {
            throw new IllegalStateException("the paper has no free field " + name);
        }
        return field;
    }

    private static PDSignature signature(Act act) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(act.name());
        signature.setReason(act.reason());
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        at.setTime(Date.from(act.at()));
        signature.setSignDate(at);
        return signature;
    }

    private static int pageOf(PDDocument document, PDAnnotationWidget widget) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            List<PDAnnotation> on = new ArrayList<>(page.getAnnotations());
            if (on.stream().anyMatch(each -> each.getCOSObject() == widget.getCOSObject())) {
                return number;
            }
            number++;
        }
        return 0;
    }
}
