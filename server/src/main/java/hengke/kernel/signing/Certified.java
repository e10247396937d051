package hengke.kernel.signing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** The first signature certifies the paper (ISO 32000, 12.8.2.2): from then on only marks and signatures may be added. */
final class Certified {
    private static final int MARKS_AND_SIGNATURES = 3;

    private Certified() {}

    static void by(PDDocument document, PDSignature signature) {
        COSDictionary allowed = new COSDictionary();
        allowed.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        allowed.setInt(COSName.P, MARKS_AND_SIGNATURES);
        allowed.setName(COSName.V, "1.2");
        allowed.setDirect(true);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem("TransformMethod", COSName.getPDFName("DocMDP"));
        reference.setItem("TransformParams", allowed);
        reference.setDirect(true);
        COSArray references = new COSArray();
        references.add(reference);
        references.setDirect(true);
        signature.getCOSObject().setItem("Reference", references);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary permissions = new COSDictionary();
        permissions.setItem("DocMDP", signature);
        permissions.setDirect(true);
        catalog.setItem(COSName.getPDFName("Perms"), permissions);
        catalog.setNeedToBeUpdated(true);
    }
}
