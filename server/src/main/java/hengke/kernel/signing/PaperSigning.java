package hengke.kernel.signing;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.outbound.Outbound;
import hengke.kernel.settings.Settings;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs papers with the company's certificate, each signature with what is seen of it. */
@Component
public final class PaperSigning {
    private final SigningKeys keys;
    private final LiveOrganisation organisation;
    private final Settings settings;
    private final Outbound outbound;

    PaperSigning(SigningKeys keys, LiveOrganisation organisation, Settings settings, Outbound outbound) {
        this.keys = keys;
        this.organisation = organisation;
        this.settings = settings;
        this.outbound = outbound;
    }

    private TimeStamps stamps() {
        String address = settings.get(TimeStampSettings.ADDRESS);
        return address.isEmpty()
                ? TimeStamps.NONE
                : TimeStamps.of(request -> TimeStampAuthority.ask(outbound, URI.create(address), request));
    }

    /**
     * One signature.
     *
     * @param field that was made for it
     * @param name who signs
     * @param reason how it is known who it was
     * @param picture what is seen of it in its place; null for nothing
     * @param edge a seal over the edges of all pages; null for none
     */
    public record Signing(
            String field,
            String name,
            String reason,
            Instant at,
            @Nullable BufferedImage picture,
            @Nullable Edge edge) {}

    /** A seal in millimetres. */
    public record Edge(BufferedImage seal, double wide, double high) {}

    /** The paper with an empty field for each who will sign, by name; one without a place is not seen. */
    public byte[] prepared(byte[] pdf, Map<String, @Nullable Mark> fields) {
        return PdfSigner.prepared(pdf, fields);
    }

    /** The paper with one more signature, behind those that it has. */
    public byte[] signed(byte[] pdf, Signing signing) {
        Edge edge = signing.edge();
        List<Pictures.Placed> beside =
                edge == null ? List.of() : EdgeSeal.over(Places.sizes(pdf), edge.seal(), edge.wide(), edge.high());
        return PdfSigner.sign(
                pdf,
                keys.identity(organisation.get().company().name()),
                new PdfSigner.Act(
                        signing.field(), signing.name(), signing.reason(), signing.at(), signing.picture(), beside),
                stamps());
    }
}
