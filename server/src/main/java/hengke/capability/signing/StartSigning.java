package hengke.capability.signing;

import hengke.capability.layout.CompanyLayouts;
import hengke.kernel.files.StoredFile;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.paper.PageImages;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Conflict;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Writer;
import hengke.kernel.signing.Mark;
import hengke.kernel.signing.Places;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Freezes the paper of a record and gives it out to be signed. */
@Component
public final class StartSigning {
    private static final Logger LOG = LoggerFactory.getLogger(StartSigning.class);

    private final CompanyLayouts layouts;
    private final Printer printer;
    private final Writer writer;
    private final PaperFiles files;
    private final SigningProviders providers;
    private final PlannedParties planned;
    private final Turns turns;
    private final RecordStatus status;
    private final SigningLog log;
    private final Envelopes envelopes;
    private final Clock clock;

    StartSigning(
            CompanyLayouts layouts,
            Printer printer,
            Writer writer,
            PaperFiles files,
            SigningProviders providers,
            PlannedParties planned,
            Turns turns,
            RecordStatus status,
            SigningLog log,
            Envelopes envelopes,
            Clock clock) {
        this.layouts = layouts;
        this.printer = printer;
        this.writer = writer;
        this.files = files;
        this.providers = providers;
        this.planned = planned;
        this.turns = turns;
        this.status = status;
        this.log = log;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** May it be given out now, whoever asks? Not while it is out already, nor where its status does not allow that. */
    public boolean open(ObjectDefinition object, long id) {
        return status.open(object, id) && !envelopes.underWay(new Link(object.name(), id));
    }

    /**
     * Prints the paper and keeps it as a draft, in place of an earlier draft; its id.
     *
     * @param layout which of the company's; null for its standard
     * @param base where the product is open
     */
    public long draft(
            Caller caller, ObjectDefinition object, long id, @Nullable Long layout, Language language, String base) {
        CompanyLayouts.Chosen chosen = layouts.choose(object, layout);
        return writer.inTransaction(transaction -> {
            status.require(transaction, caller.actor(), object, id);
            Printer.Paper paper = printer.print(caller.actor(), object, id, chosen.layout(), language);
            StoredFile file = files.keep(paper.name(), paper.content());
            transaction.execute(
                    "delete from signing_envelope where object = ? and record_id = ? and state = 'draft'",
                    object.name(),
                    id);
            return Envelopes.keep(
                    transaction,
                    new Envelope(
                            0,
                            new Link(object.name(), id),
                            paper.name(),
                            language.tag(),
                            base,
                            Envelope.State.DRAFT,
                            LinkSecret.random().text().substring(0, 22),
                            PageImages.count(paper.content()),
                            file.id(),
                            file.id(),
                            null,
                            file.sha256(),
                            null,
                            now(),
                            caller.actor().user(),
                            null,
                            null,
                            null,
                            null,
                            chosen.edition(),
                            OwnSigning.NAME,
                            null,
                            List.of()));
        });
    }

    /**
     * Gives a draft out: from now on nobody changes it, and the first is asked. Who leads it takes it first, outside of any
     * transaction: it may be a service on the network.
     */
    public void start(Caller caller, ObjectDefinition object, long id, long envelope, Plan plan) {
        SigningProvider provider = providers.chosen();
        List<Party> parties = planned.of(plan, provider instanceof SigningService);
        Envelope draft = writer.inTransaction(transaction -> startable(transaction, caller, object, id, envelope));
        byte[] frozen = files.read(draft.firstFile());
        List<Places.Size> sizes = Places.sizes(frozen);
        parties.forEach(party -> requireOnPage(party, sizes));
        SigningProvider.Taken taken;
        try {
            taken = provider.take(new SigningProvider.Errand(draft, frozen, parties, plan.days()));
        } catch (IOException away) {
            LOG.warn("{} does not take paper {}", provider.name(), envelope, away);
            throw new Conflict("serviceAway", Message.of("signing.serviceAway"), Map.of());
        }
        writer.inTransaction(transaction -> {
            Envelope held = startable(transaction, caller, object, id, envelope);
            status.out(transaction, caller, object, id);
            begin(transaction, caller, held, parties, plan, provider, taken);
            return held;
        });
    }

    private Envelope startable(DSLContext transaction, Caller caller, ObjectDefinition object, long id, long envelope) {
        status.require(transaction, caller.actor(), object, id);
        Envelope draft = Envelopes.hold(transaction, envelope)
                .filter(found -> found.about().equals(new Link(object.name(), id)))
                .orElseThrow(Refusal.NotFound::new);
        if (draft.state() != Envelope.State.DRAFT || Envelopes.underWay(transaction, draft.about())) {
            throw new Conflict("signingStarted", Message.of("signing.underWay"), Map.of());
        }
        return draft;
    }

    private void begin(
            DSLContext transaction,
            Caller caller,
            Envelope draft,
            List<Party> parties,
            Plan plan,
            SigningProvider provider,
            SigningProvider.Taken taken) {
        parties.forEach(party -> Envelopes.keep(transaction, draft.id(), party));
        StoredFile prepared = files.keep(draft.title(), taken.paper());
        Instant now = now();
        transaction.execute(
                """
                update signing_envelope set state = 'out', file_id = ?, first_file = ?, hash_before = ?,
                    started_at = cast(? as timestamptz), until_at = cast(? as timestamptz), provider = ?, reference = ?
                where id = ?
                """,
                prepared.id(),
                prepared.id(),
                prepared.sha256(),
                now,
                now.plus(Duration.ofDays(plan.days())),
                provider.name(),
                taken.reference(),
                draft.id());
        log.note(
                transaction,
                draft.id(),
                null,
                caller.actor().user(),
                "started",
                Map.of(
                        "hash",
                        prepared.sha256(),
                        "parties",
                        parties.size(),
                        "message",
                        plan.message(),
                        "provider",
                        provider.name()),
                SigningLog.Origin.NONE);
        turns.ask(transaction, draft.id(), plan.message());
    }

    private static void requireOnPage(Party party, List<Places.Size> pages) {
        Mark mark = party.mark();
        if (mark.page() < 1 || mark.page() > pages.size()) {
            throw Invalid.at("signers[" + (party.turn() - 1) + "].mark", Message.of("signing.offPage"));
        }
        Places.Size size = pages.get(mark.page() - 1);
        if (mark.x() < 0
                || mark.y() < 0
                || mark.x() + mark.width() > size.width() + 1
                || mark.y() + mark.height() > size.height() + 1) {
            throw Invalid.at("signers[" + (party.turn() - 1) + "].mark", Message.of("signing.offPage"));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
