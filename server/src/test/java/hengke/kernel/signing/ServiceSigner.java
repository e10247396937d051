package hengke.kernel.signing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs papers as a certified service does: with a certificate that is not the company's. */
public final class ServiceSigner {
    private static final SigningIdentity IDENTITY = OwnCertificate.make("示例认证中心", Instant.now());

    private ServiceSigner() {}

    /** The paper with a signature for each name. */
    public static byte[] signed(byte[] pdf, List<String> names) {
        byte[] signed = pdf;
        for (int at = 0; at < names.size(); at++) {
            if (at == 0) {
                signed = PdfSigner.prepared(signed, fields(names.size()));
            }
            signed = PdfSigner.sign(
                    signed,
                    IDENTITY,
                    new PdfSigner.Act("f" + at, names.get(at), "Certified", Instant.now(), null, List.of()),
                    TimeStamps.NONE);
        }
        return signed;
    }

    private static Map<String, Mark> fields(int count) {
        Map<String, Mark> fields = new LinkedHashMap<>();
        for (int at = 0; at < count; at++) {
            fields.put("f" + at, Mark.of(1, 60, 300 + 80 * at, 30, 12));
        }
        return fields;
    }
}
