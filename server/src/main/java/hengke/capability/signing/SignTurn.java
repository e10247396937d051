package hengke.capability.signing;

import hengke.capability.signing.Envelopes.Turn;
import hengke.kernel.files.StoredFile;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Conflict;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.signing.Handwriting;
import hengke.kernel.signing.PaperSigning;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody who is no colleague reads, signs or declines by a link, in turn only; each act held against any other. */
@Component
public final class SignTurn {
    private final DSLContext database;
    private final Turns turns;
    private final OwnSigning own;

    SignTurn(DSLContext database, Turns turns, OwnSigning own) {
        this.database = database;
        this.turns = turns;
        this.own = own;
    }

    /**
     * How somebody signs.
     *
     * @param strokes of the hand; empty where the name is typed
     * @param consent the version of the words that were agreed to
     */
    public record Hand(
            List<List<Handwriting.Point>> strokes, @Nullable String typed, String consent) {
        public Hand {
            strokes = List.copyOf(strokes);
        }
    }

    /** The last page was reached. */
    public void read(LinkSecret secret, SigningLog.Origin origin) {
        within(secret, (transaction, turn) -> {
            requireTurn(turn);
            turns.happened(
                    transaction,
                    turn.envelope(),
                    new Happening.Read(turn.party().turn(), turns.now()),
                    origin);
        });
    }

    /** Signs; done twice, it is done once. */
    public void sign(LinkSecret secret, Hand hand, SigningLog.Origin origin) {
        within(secret, (transaction, turn) -> {
            if (turn.party().state() == Party.State.SIGNED) {
                return;
            }
            requireTurn(turn);
            if (turn.party().readAt() == null) {
                throw new Conflict("notRead", Message.of("signing.notRead"), Map.of());
            }
            if (!hand.consent().equals(Consent.VERSION)) {
                throw Invalid.at("consent", Message.of("signing.consentNeeded"));
            }
            String way = hand.strokes().isEmpty() ? "typed" : "drawn";
            Instant now = turns.now();
            StoredFile file = own.sign(
                    turn.envelope(),
                    new PaperSigning.Signing(
                            Envelope.field(turn.party().turn()),
                            turn.party().name(),
                            proof(turn.party()),
                            now,
                            picture(hand),
                            null));
            turns.happened(
                    transaction,
                    turn.envelope(),
                    new Happening.Signed(turn.party().turn(), now, way, Map.of("consent", hand.consent()), file.id()),
                    origin);
        });
    }

    private static String proof(Party party) {
        String where = party.maskedMobile().orElseGet(() -> String.valueOf(party.email()));
        return party.codeBy().proof() + ", " + where + ", consent " + Consent.VERSION;
    }

    private static BufferedImage picture(Hand hand) {
        if (!hand.strokes().isEmpty()) {
            return Handwriting.drawn(hand.strokes());
        }
        String typed = Objects.requireNonNullElse(hand.typed(), "").strip();
        if (typed.isEmpty()) {
            throw Invalid.at("typed", Message.of("signing.handNeeded"));
        }
        return Handwriting.typed(typed);
    }

    /** Refuses to sign, which ends it for all. */
    public void decline(LinkSecret secret, String reason, SigningLog.Origin origin) {
        within(secret, (transaction, turn) -> {
            requireTurn(turn);
            turns.happened(
                    transaction,
                    turn.envelope(),
                    new Happening.Declined(turn.party().turn(), turns.now(), reason),
                    origin);
        });
    }

    private void requireTurn(Turn turn) {
        OwnSigning.require(turn.envelope());
        Instant until = turn.envelope().until();
        if (!turn.envelope().state().underWay()
                || turn.party().state() != Party.State.ASKED
                || until == null
                || turns.now().isAfter(until)) {
            throw new Conflict("notYourTurn", Message.of("signing.notYourTurn"), Map.of());
        }
        if (turn.party().verifiedAt() == null) {
            throw new Refusal.Forbidden(Message.of("signing.codeFirst"));
        }
    }

    private interface Act {
        void with(DSLContext transaction, Turn turn);
    }

    private void within(LinkSecret secret, Act act) {
        database.transaction(configuration -> {
            Turn turn = Envelopes.hold(configuration.dsl(), secret).orElseThrow(Refusal.NotFound::new);
            act.with(configuration.dsl(), turn);
        });
    }
}
