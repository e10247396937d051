package hengke.capability.signing;

import hengke.kernel.files.StoredFile;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Conflict;
import hengke.kernel.records.Caller;
import hengke.kernel.signing.PaperSigning;
import hengke.kernel.signing.Seals;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What colleagues do with a paper that is out to be signed: set the seal they hold, remind, and call it back. */
@Component
public final class SealTurn {
    private final DSLContext database;
    private final Turns turns;
    private final RecordStatus status;
    private final PaperSigning signing;
    private final PaperFiles files;
    private final Seals seals;
    private final SigningLog log;

    SealTurn(
            DSLContext database,
            Turns turns,
            RecordStatus status,
            PaperSigning signing,
            PaperFiles files,
            Seals seals,
            SigningLog log) {
        this.database = database;
        this.turns = turns;
        this.status = status;
        this.signing = signing;
        this.files = files;
        this.seals = seals;
        this.log = log;
    }

    /** Sets the seal of whoever asks, whose turn it must be; done twice, it is done once. */
    public void seal(Caller caller, Link about, long id, SigningLog.Origin origin) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            Envelope envelope = hold(within, about, id);
            long person = caller.actor().user();
            if (envelope.next().filter(party -> mine(party, person)).isEmpty()) {
                boolean done = envelope.parties().stream()
                        .anyMatch(party -> mine(party, person) && party.state() == Party.State.SIGNED);
                if (done) {
                    return;
                }
                throw new Conflict("notYourTurn", Message.of("signing.notYourTurn"), Map.of());
            }
            Party party = envelope.next().orElseThrow();
            requireUnderWay(envelope);
            Seals.Seal seal = seals.find(Objects.requireNonNull(party.seal()))
                    .filter(found -> found.active() && found.holders().contains(person))
                    .orElseThrow(() -> new Refusal.Forbidden(Message.of("signing.notHeld")));
            BufferedImage picture = seals.picture(seal.id());
            byte[] signed = signing.signed(
                    files.read(envelope.file()),
                    new PaperSigning.Signing(
                            Envelope.field(party.turn()),
                            party.name(),
                            seal.name(),
                            turns.now(),
                            picture,
                            party.edge() ? new PaperSigning.Edge(picture, seal.millimetres(), seal.high()) : null));
            StoredFile file = files.keep(envelope.title(), signed);
            seals.used(within, seal.id(), person, about.object(), about.id(), envelope.title());
            turns.signed(
                    within,
                    envelope,
                    party,
                    file,
                    "seal",
                    Map.of("way", "seal", "seal", seal.name(), "hash", file.sha256()),
                    origin);
        });
    }

    private static boolean mine(Party party, long person) {
        return party.person() != null && party.person() == person;
    }

    /** Asks whose turn it is once more, with a new link. */
    public void remind(Caller caller, ObjectDefinition object, Link about, long id) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            status.require(within, caller.actor(), object, about.id());
            Envelope envelope = hold(within, about, id);
            requireUnderWay(envelope);
            turns.ask(within, envelope, envelope.next().orElseThrow(), "", true);
        });
    }

    /** Calls it back: nobody may sign any more. */
    public void callBack(Caller caller, ObjectDefinition object, Link about, long id, String reason) {
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            status.require(within, caller.actor(), object, about.id());
            Envelope envelope = hold(within, about, id);
            requireUnderWay(envelope);
            log.note(
                    within,
                    id,
                    null,
                    caller.actor().user(),
                    "voided",
                    Map.of("reason", reason),
                    SigningLog.Origin.NONE);
            turns.end(within, envelope, Envelope.State.VOIDED, "", reason);
        });
    }

    private static Envelope hold(DSLContext within, Link about, long id) {
        return Envelopes.hold(within, id)
                .filter(found -> found.about().equals(about))
                .orElseThrow(Refusal.NotFound::new);
    }

    private static void requireUnderWay(Envelope envelope) {
        if (!envelope.state().underWay()) {
            throw new Conflict("signingOver", Message.of("signing.over"), Map.of());
        }
    }
}
