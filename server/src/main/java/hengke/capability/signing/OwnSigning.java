package hengke.capability.signing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.Mark;
import hengke.kernel.signing.PaperSigning;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The product itself leads: each signs on its own pages, with the company's certificate. What happens is told at once, by
 * {@link SignTurn} and {@link SealTurn}.
 */
@Component
final class OwnSigning implements SigningProvider {
    static final String NAME = "own";

    private final PaperSigning signing;
    private final PaperFiles files;

    OwnSigning(PaperSigning signing, PaperFiles files) {
        this.signing = signing;
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label label() {
        return new Label("本系统", "This product");
    }

    @Override
    public Taken take(Errand errand) {
        Map<String, @Nullable Mark> fields = new LinkedHashMap<>();
        errand.parties().forEach(party -> fields.put(Envelope.field(party.turn()), party.mark()));
        return new Taken(null, signing.prepared(errand.paper(), fields));
    }

    @Override
    public Optional<URI> door(Envelope envelope, Party party) {
        return Optional.empty();
    }

    @Override
    public Message proves() {
        return Message.of("signing.proves");
    }

    /** Signs the paper as it is now; refused where somebody else leads it. The file with the signature. */
    StoredFile sign(Envelope envelope, PaperSigning.Signing act) {
        require(envelope);
        return files.keep(envelope.title(), signing.signed(files.read(envelope.file()), act));
    }

    /** A paper that a service leads is signed there alone. */
    static void require(Envelope envelope) {
        if (!envelope.provider().equals(NAME)) {
            throw new Refusal.Conflict("signedElsewhere", Message.of("signing.elsewhere"), Map.of());
        }
    }
}
