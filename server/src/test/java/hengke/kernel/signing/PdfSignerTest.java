package hengke.kernel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hengke.kernel.problem.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures in papers: good to us and to another program, until a byte is altered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfSignerTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final Instant STAMPED = Instant.parse("2026-11-29T09:00:05Z");
    private static final Duration LONG = Duration.ofDays(3_650);
    private static final SigningIdentity IDENTITY = OwnCertificate.make("华东泵业（上海）有限公司", NOW);

    @Test
    void each_signature_stays_good_when_the_next_is_added_and_only_the_last_covers_all(@TempDir Path folder)
            throws Exception {
        byte[] signed = signedByTwo(3);
        List<SignatureCheck.Signature> found = SignatureCheck.of(signed);
        assertThat(found).extracting(SignatureCheck.Signature::name).containsExactly("沈工", "赵总");
        assertThat(found).allMatch(SignatureCheck.Signature::intact);
        assertThat(found).extracting(SignatureCheck.Signature::whole).containsExactly(false, true);
        assertThat(found.getFirst().at()).isEqualTo(NOW);
        assertThat(found.getFirst().subject()).contains("华东泵业");
        String judged = pdfsig(folder, signed);
        assertThat(judged.split("Signature is Valid", -1)).hasSize(3);
        assertThat(judged).contains("ETSI.CAdES.detached", "Total document signed");
    }

    @Test
    void one_altered_byte_is_found_wherever_it_is_and_so_is_what_was_added(@TempDir Path folder) throws Exception {
        byte[] signed = signedByTwo(1);
        int title = new String(signed, StandardCharsets.ISO_8859_1).indexOf("/MediaBox");
        byte[] altered = signed.clone();
        altered[title + "/MediaBox [0.0 0.0 59".length()] ^= 1;
        assertThat(SignatureCheck.of(altered)).isNotEmpty().noneMatch(SignatureCheck.Signature::intact);
        assertThat(pdfsig(folder, altered)).contains("Digest Mismatch").doesNotContain("Signature is Valid");

        byte[] longer = Arrays.copyOf(signed, signed.length + 1);
        longer[signed.length] = '\n';
        List<SignatureCheck.Signature> found = SignatureCheck.of(longer);
        assertThat(found).allMatch(SignatureCheck.Signature::intact);
        assertThat(found.getLast().whole()).isFalse();

        assertThat(SignatureCheck.of("no pdf".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(SignatureCheck.of(paper(1))).isEmpty();
    }

    @Test
    void an_authority_confirms_the_time_and_one_that_does_not_answer_keeps_nobody_from_signing(@TempDir Path folder)
            throws Exception {
        byte[] stamped = signedByTwo(1, TimeStamps.of(PdfSignerTest::authority));
        assertThat(SignatureCheck.of(stamped))
                .allMatch(SignatureCheck.Signature::intact)
                .extracting(SignatureCheck.Signature::stampedAt)
                .containsOnly(STAMPED);
        assertThat(pdfsig(folder, stamped).split("Signature is Valid", -1)).hasSize(3);
        byte[] without = signedByTwo(1, TimeStamps.of(_ -> {
            throw new IOException("away");
        }));
        assertThat(SignatureCheck.of(without))
                .allMatch(SignatureCheck.Signature::intact)
                .allMatch(signature -> signature.stampedAt() == null);
    }

    /** An authority of its own, whose clock stands still. */
    private static byte[] authority(byte[] request) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=Time");
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.TEN,
                    Date.from(STAMPED.minus(LONG)),
                    Date.from(STAMPED.plus(LONG)),
                    name,
                    pair.getPublic());
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(signer, certificate),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(STAMPED))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_field_is_signed_once() {
        byte[] signed = signedByTwo(1);
        assertThatThrownBy(() ->
                        PdfSigner.sign(signed, IDENTITY, act("party1", "again", null, List.of()), TimeStamps.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_seal_over_the_edges_stands_on_every_page_at_its_true_size_and_of_one_page_there_is_none() throws Exception {
        BufferedImage seal = SealDrawing.round("华东泵业（上海）有限公司", "合同专用章", 40);
        assertThat(seal.getRGB(2, 2) >>> 24).as("clear outside of the ring").isZero();
        List<Pictures.Placed> strips = EdgeSeal.over(Places.sizes(paper(5)), seal, 40, 40);
        assertThat(strips).hasSize(5);
        double wide = strips.stream().mapToDouble(strip -> strip.mark().width()).sum();
        assertThat(wide).isCloseTo(40 * 72 / 25.4, org.assertj.core.data.Offset.offset(0.01));
        assertThat(EdgeSeal.over(Places.sizes(paper(1)), seal, 40, 40)).isEmpty();
        assertThat(EdgeSeal.over(Places.sizes(paper(40)), seal, 40, 40)).hasSize(40);
    }

    @Test
    void what_is_brought_as_a_seal_must_be_a_picture_of_a_bounded_size_and_white_becomes_clear() throws Exception {
        BufferedImage white = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 100, 100);
        white.setRGB(50, 50, 0xC8101E);
        BufferedImage read = SealPicture.read(png(white));
        assertThat(read.getRGB(1, 1) >>> 24).isZero();
        assertThat(read.getRGB(50, 50)).isEqualTo(0xFFC8101E);
        for (byte[] bad : List.of(new byte[] {1, 2, 3}, png(new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB)))) {
            assertThatThrownBy(() -> SealPicture.read(bad)).isInstanceOf(Refusal.Invalid.class);
        }
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", written);
        return written.toByteArray();
    }

    private static byte[] signedByTwo(int pages) {
        return signedByTwo(pages, TimeStamps.NONE);
    }

    private static byte[] signedByTwo(int pages, TimeStamps stamps) {
        Map<String, @Nullable Mark> fields = new LinkedHashMap<>();
        fields.put("party1", Mark.of(1, 100, 600, 45, 18));
        fields.put("party2", Mark.of(pages, 300, 600, 40, 40));
        byte[] prepared = PdfSigner.prepared(paper(pages), fields);
        BufferedImage hand = Handwriting.drawn(List.of(
                List.of(new Handwriting.Point(0, 0), new Handwriting.Point(80, 30), new Handwriting.Point(90, 5))));
        byte[] first = PdfSigner.sign(prepared, IDENTITY, act("party1", "沈工", hand, List.of()), stamps);
        assertThat(SignatureCheck.of(first))
                .singleElement()
                .matches(signature -> signature.intact() && signature.whole());
        BufferedImage seal = SealDrawing.round("华东泵业（上海）有限公司", "", 40);
        List<Pictures.Placed> strips = EdgeSeal.over(Places.sizes(first), seal, 40, 40);
        return PdfSigner.sign(first, IDENTITY, act("party2", "赵总", seal, strips), stamps);
    }

    private static PdfSigner.Act act(
            String field, String name, @Nullable BufferedImage picture, List<Pictures.Placed> beside) {
        return new PdfSigner.Act(field, name, "E-mail code", NOW, picture, beside);
    }

    private static byte[] paper(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            document.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What poppler says; the test is skipped, and says so, where it is not installed (Debian: poppler-utils). */
    private static String pdfsig(Path folder, byte[] pdf) throws Exception {
        Path file = folder.resolve("signed.pdf");
        Files.write(file, pdf);
        Process process;
        try {
            process = new ProcessBuilder("pdfsig", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeThat(false).as("pdfsig of poppler-utils is not installed").isTrue();
            throw missing;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
