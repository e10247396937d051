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
    private final PaperSigning signing;
    private final PaperFiles files;
    private final SigningLog log;

    SignTurn(DSLContext database, Turns turns, PaperSigning signing, PaperFiles files, SigningLog log) {
        this.database = database;
        this.turns = turns;
        this.signing = signing;
        this.files = files;
        this.log = log;
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
            if (turn.party().readAt() == null) {
                transaction.execute(
                        "update signing_party set read_at = cast(? as timestamptz) where id = ?",
                        turns.now(),
                        turn.party().id());
                log.note(transaction, turn.envelope().id(), turn.party().id(), null, "read", Map.of(), origin);
            }
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
            byte[] signed = signing.signed(
                    files.read(turn.envelope().file()),
                    new PaperSigning.Signing(
                            Envelope.field(turn.party().turn()),
                            turn.party().name(),
                            "E-mail code, " + turn.party().email() + ", consent " + Consent.VERSION,
                            now,
                            picture(hand),
                            null));
            StoredFile file = files.keep(turn.envelope().title(), signed);
            turns.signed(
                    transaction,
                    turn.envelope(),
                    turn.party(),
                    file,
                    way,
                    Map.of("way", way, "consent", hand.consent(), "hash", file.sha256()),
                    origin);
        });
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
            transaction.execute(
                    "update signing_party set state = 'declined', reason = ? where id = ?",
                    reason,
                    turn.party().id());
            log.note(
                    transaction,
                    turn.envelope().id(),
                    turn.party().id(),
                    null,
                    "declined",
                    Map.of("reason", reason),
                    origin);
            turns.end(
                    transaction,
                    turn.envelope(),
                    Envelope.State.DECLINED,
                    turn.party().name(),
                    reason);
        });
    }

    private void requireTurn(Turn turn) {
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
