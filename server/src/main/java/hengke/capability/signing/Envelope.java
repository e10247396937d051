package hengke.capability.signing;

import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper on its way to be signed.
 *
 * @param base where the product was opened by whom it was given out from, for the links in mails
 * @param code by which anybody may ask whether a paper is this one; says nothing else
 * @param firstFile as it was when it was given out
 * @param file with the signatures so far
 * @param hashBefore SHA-256 of the first file
 * @param hashAfter SHA-256 of the file once all have signed
 * @param reason why it ended without all signatures
 * @param layout the edition of the company's layout it was printed by; null for the one that is shipped
 * @param provider who leads it to its signatures
 * @param reference by which a service that leads it knows it
 * @param parties in their turn
 */
public record Envelope(
        long id,
        Link about,
        String title,
        String language,
        String base,
        State state,
        String code,
        int pages,
        long firstFile,
        long file,
        @Nullable Long auditFile,
        String hashBefore,
        @Nullable String hashAfter,
        Instant createdAt,
        long createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable Long layout,
        String provider,
        @Nullable String reference,
        List<Party> parties) {

    public Envelope {
        parties = List.copyOf(parties);
    }

    /** How far it is. */
    public enum State {
        DRAFT,
        OUT,
        PARTLY,
        COMPLETE,
        DECLINED,
        EXPIRED,
        VOIDED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }

        /** May somebody still sign? */
        public boolean underWay() {
            return this == OUT || this == PARTLY;
        }
    }

    /** Whose turn it is. */
    public Optional<Party> next() {
        return parties.stream()
                .filter(party -> party.state() != Party.State.SIGNED)
                .findFirst();
    }

    public Optional<Party> party(long id) {
        return parties.stream().filter(party -> party.id() == id).findFirst();
    }

    /** The paper and where its field for a party is called so. */
    static String field(int turn) {
        return "party" + turn;
    }
}
