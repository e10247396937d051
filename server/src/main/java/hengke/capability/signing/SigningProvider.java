package hengke.capability.signing;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Message;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a paper to its signatures and vouches for them: the product itself, or a certified service. Turns, mails,
 * terms, log and what becomes of the record are the product's own whoever it is; what a provider has to say of a paper
 * comes in as {@link Happening}s.
 */
public sealed interface SigningProvider permits OwnSigning, SigningService {
    /** Kept with each paper it leads; never changes. */
    String name();

    /** As people call it. */
    Label label();

    /**
     * Takes a paper to be signed. Nobody signs it before they are asked, so that one that was taken and not given out
     * after all does no harm.
     *
     * @throws IOException the provider does not answer, or not as agreed
     */
    Taken take(Errand errand) throws IOException;

    /**
     * Where a party whose turn it is signs; empty for the product's own pages.
     *
     * @throws IOException the provider does not answer, or not as agreed
     */
    Optional<URI> door(Envelope envelope, Party party) throws IOException;

    /** What its signatures prove, as the record of signing says. */
    Message proves();

    /**
     * A paper and who signs it.
     *
     * @param paper PDF, as it was printed
     * @param parties in their turn
     * @param days until it ends unsigned
     */
    record Errand(Envelope about, byte[] paper, List<Party> parties, int days) {
        public Errand {
            parties = List.copyOf(parties);
        }
    }

    /**
     * What came of taking it.
     *
     * @param reference by which the provider knows it; null where it needs none
     * @param paper as it goes out, before the first signature
     */
    record Taken(@Nullable String reference, byte[] paper) {}
}
