package hengke.kernel.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Checks the signatures in a paper that anybody may have brought: whether what they cover is as it was signed. */
public final class SignatureCheck {
    private SignatureCheck() {}

    /**
     * One signature.
     *
     * @param name who signed, as the signature says
     * @param at when, as it says
     * @param stampedAt when, as an authority confirms; null without a time-stamp
     * @param subject of the certificate; null where none can be read
     * @param fingerprint SHA-256 of the certificate
     * @param intact is what it covers as it was when it was signed?
     * @param whole does it cover the paper to its very end?
     */
    public record Signature(
            String name,
            @Nullable String reason,
            @Nullable Instant at,
            @Nullable Instant stampedAt,
            @Nullable String subject,
            @Nullable String fingerprint,
            boolean intact,
            boolean whole) {}

    /** In the order in which they were made; none where it is no readable PDF. */
    public static List<Signature> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = new ArrayList<>(document.getSignatureDictionaries());
            signatures.sort(Comparator.comparingLong(SignatureCheck::end));
            return signatures.stream().map(signature -> check(pdf, signature)).toList();
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
    }

    private static long end(PDSignature signature) {
        int[] range = signature.getByteRange();
        return range == null || range.length != 4 ? 0 : (long) range[2] + range[3];
    }

    private static Signature check(byte[] pdf, PDSignature signature) {
        X509Certificate certificate = null;
        boolean intact = false;
        Instant stamped = null;
        try {
            CMSSignedData signed = signed(pdf, signature);
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            certificate = certificate(signed, signer);
            intact = covers(pdf, signature)
                    && namesItsCertificate(signer, certificate)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            stamped = stampedAt(signer);
        } catch (IOException | CMSException | GeneralSecurityException | OperatorCreationException e) {
            intact = false;
        } catch (RuntimeException malformed) {
            intact = false;
        }
        return new Signature(
                Objects.requireNonNullElse(signature.getName(), ""),
                signature.getReason(),
                signature.getSignDate() == null ? null : signature.getSignDate().toInstant(),
                stamped,
                certificate == null
                        ? null
                        : certificate.getSubjectX500Principal().getName(),
                certificate == null ? null : fingerprint(certificate),
                intact,
                end(signature) == pdf.length);
    }

    /** Only where the stamp is for this very signature. */
    private static @Nullable Instant stampedAt(SignerInformation signer) throws IOException, GeneralSecurityException {
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return null;
        }
        try {
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            byte[] stamped = token.getTimeStampInfo().getMessageImprintDigest();
            X509CertificateHolder authority = (X509CertificateHolder) token.getCertificates()
                    .getMatches(token.getSID())
                    .iterator()
                    .next();
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(new JcaX509CertificateConverter().getCertificate(authority)));
            return MessageDigest.isEqual(
                            stamped, MessageDigest.getInstance("SHA-256").digest(signer.getSignature()))
                    ? token.getTimeStampInfo().getGenTime().toInstant()
                    : null;
        } catch (TSPException | OperatorCreationException e) {
            return null;
        }
    }

    /** The padding behind the signature is none of it. */
    private static CMSSignedData signed(byte[] pdf, PDSignature signature) throws IOException, CMSException {
        try (ASN1InputStream contents = new ASN1InputStream(new ByteArrayInputStream(signature.getContents(pdf)))) {
            return new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                    ContentInfo.getInstance(contents.readObject()));
        }
    }

    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws GeneralSecurityException {
        X509CertificateHolder holder = (X509CertificateHolder)
                signed.getCertificates().getMatches(signer.getSID()).iterator().next();
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    /** From the first byte, and everything but the signature itself: else something could hide in the gap. */
    private static boolean covers(byte[] pdf, PDSignature signature) {
        int[] range = signature.getByteRange();
        return range != null
                && range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && range[3] > 0
                && end(signature) <= pdf.length
                && pdf[range[1]] == '<'
                && pdf[range[2] - 1] == '>'
                && hexBetween(pdf, range[1] + 1, range[2] - 1);
    }

    private static boolean hexBetween(byte[] pdf, int from, int until) {
        for (int at = from; at < until; at++) {
            if (Character.digit(pdf[at], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesItsCertificate(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return true; // signed by another program, which need not name it
        }
        byte[] named = SigningCertificateV2.getInstance(
                        attribute.getAttrValues().getObjectAt(0))
                .getCerts()[0]
                .getCertHash();
        return MessageDigest.isEqual(named, MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
