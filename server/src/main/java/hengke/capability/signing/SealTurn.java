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
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What colleagues do with a paper that is out to be signed: set the seal they hold, remind, hand over, call it back. */
@Component
public final class SealTurn {
    private final DSLContext database;
    private final Turns turns;
    private final RecordStatus status;
    private final OwnSigning own;
    private final Seals seals;
    private final ServiceCourse course;
    private final SigningLog log;

    SealTurn(
            DSLContext database,
            Turns turns,
            RecordStatus status,
            OwnSigning own,
            Seals seals,
            ServiceCourse course,
            SigningLog log) {
        this.database = database;
        this.turns = turns;
        this.status = status;
        this.own = own;
        this.seals = seals;
        this.course = course;
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
            OwnSigning.require(envelope);
            Seals.Seal seal = seals.find(Objects.requireNonNull(party.seal()))
                    .filter(found -> found.active() && found.holders().contains(person))
                    .orElseThrow(() -> new Refusal.Forbidden(Message.of("signing.notHeld")));
            BufferedImage picture = seals.picture(seal.id());
            Instant now = turns.now();
            StoredFile file = own.sign(
                    envelope,
                    new PaperSigning.Signing(
                            Envelope.field(party.turn()),
                            party.name(),
                            seal.name(),
                            now,
                            picture,
                            party.edge() ? new PaperSigning.Edge(picture, seal.millimetres(), seal.high()) : null));
            seals.used(within, seal.id(), person, about.object(), about.id(), envelope.title());
            turns.happened(
                    within,
                    envelope,
                    new Happening.Signed(party.turn(), now, "seal", Map.of("seal", seal.name()), file.id()),
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

    /** The address of one more link for whoever of the other side is asked, to be handed over by whoever takes it. */
    public String link(Caller caller, ObjectDefinition object, Link about, long id) {
        return database.transactionResult(configuration -> {
            DSLContext within = configuration.dsl();
            status.require(within, caller.actor(), object, about.id());
            Envelope envelope = hold(within, about, id);
            requireUnderWay(envelope);
            Party party = envelope.next()
                    .filter(next -> !next.ours())
                    .orElseThrow(() -> new Conflict("notTheirTurn", Message.of("signing.notTheirTurn"), Map.of()));
            log.note(
                    within,
                    id,
                    null,
                    caller.actor().user(),
                    "linkTaken",
                    Map.of("turn", party.turn()),
                    SigningLog.Origin.NONE);
            return SigningMails.address(envelope, turns.link(within, party));
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
        course.tell(id);
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
