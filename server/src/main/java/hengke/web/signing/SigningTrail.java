package hengke.web.signing;

import hengke.capability.layout.CompanyLayouts;
import hengke.capability.signing.Envelope;
import hengke.capability.signing.Envelopes;
import hengke.capability.signing.Party;
import hengke.capability.signing.Signed;
import hengke.capability.signing.SigningLog;
import hengke.capability.signing.SigningProviders;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.Seals;
import hengke.web.records.Happenings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What became of the papers of a record that are signed, as far as somebody who sees it may know. */
@Component
final class SigningTrail implements Happenings {
    /** What is news on the timeline; the rest stands in the record of the signing. */
    private static final Set<String> NEWS = Set.of("started", "signed", "declined", "completed", "expired", "voided");

    private final Envelopes envelopes;
    private final SigningLog log;
    private final SigningProviders providers;
    private final Seals seals;
    private final CompanyLayouts layouts;
    private final Printer printer;
    private final Access access;
    private final LiveOrganisation organisation;
    private final DSLContext database;

    SigningTrail(
            Envelopes envelopes,
            SigningLog log,
            SigningProviders providers,
            Seals seals,
            CompanyLayouts layouts,
            Printer printer,
            Access access,
            LiveOrganisation organisation,
            DSLContext database) {
        this.envelopes = envelopes;
        this.log = log;
        this.providers = providers;
        this.seals = seals;
        this.layouts = layouts;
        this.printer = printer;
        this.access = access;
        this.organisation = organisation;
        this.database = database;
    }

    /**
     * One who signs.
     *
     * @param mobile that codes go to; null where they go by mail
     */
    record Signer(
            int turn,
            String name,
            @Nullable String email,
            @Nullable String mobile,
            boolean ours,
            @Nullable String seal,
            boolean edge,
            String state,
            @Nullable Instant askedAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant readAt,
            @Nullable Instant signedAt,
            @Nullable String way,
            @Nullable String reason) {}

    /**
     * A paper with those who sign it.
     *
     * @param mine is it the turn of whoever asks?
     * @param service at which it is signed; null where it is signed here
     */
    record Shown(
            long id,
            String title,
            String state,
            String code,
            int pages,
            Instant createdAt,
            String createdBy,
            @Nullable Instant startedAt,
            @Nullable Instant until,
            @Nullable Instant endedAt,
            @Nullable String reason,
            String hashBefore,
            @Nullable String hashAfter,
            boolean audited,
            boolean mine,
            @Nullable String service,
            List<Signer> parties) {}

    /**
     * A line of its log.
     *
     * @param how more about it, in words; null for none
     */
    record Line(
            Instant at,
            String what,
            @Nullable String how,
            String who,
            @Nullable String address,
            @Nullable String device) {}

    List<Shown> of(Actor actor, Language language, ObjectDefinition object, long id) {
        boolean clear = mayChange(actor, object, id);
        Map<Long, String> names = seals.all().stream().collect(Collectors.toMap(Seals.Seal::id, Seals.Seal::name));
        return envelopes.of(new Link(object.name(), id)).stream()
                .filter(envelope -> envelope.state() != Envelope.State.DRAFT)
                .map(envelope -> shown(envelope, actor, language, clear, names))
                .toList();
    }

    private Shown shown(Envelope envelope, Actor actor, Language language, boolean clear, Map<Long, String> names) {
        return new Shown(
                envelope.id(),
                envelope.title(),
                envelope.state().wire(),
                envelope.code(),
                envelope.pages(),
                envelope.createdAt(),
                nameOf(envelope.createdBy()),
                envelope.startedAt(),
                envelope.until(),
                envelope.endedAt(),
                envelope.reason(),
                envelope.hashBefore(),
                envelope.hashAfter(),
                envelope.auditFile() != null,
                mine(envelope, actor).isPresent(),
                providers
                        .serviceOf(envelope)
                        .map(service -> service.label().in(language))
                        .orElse(null),
                envelope.parties().stream()
                        .map(party -> signer(party, clear, names))
                        .toList());
    }

    /** Whose turn it is, where that is whoever asks. */
    static Optional<Party> mine(Envelope envelope, Actor actor) {
        return envelope.state().underWay()
                ? envelope.next().filter(party -> party.person() != null && party.person() == actor.user())
                : Optional.empty();
    }

    private static Signer signer(Party party, boolean clear, Map<Long, String> names) {
        String email = party.email();
        return new Signer(
                party.turn(),
                party.name(),
                email == null || clear ? email : PublicSigningController.masked(email),
                (clear ? party.mobile() : party.maskedMobile()).orElse(null),
                party.ours(),
                party.seal() == null ? null : names.get(party.seal()),
                party.edge(),
                party.state().wire(),
                party.askedAt(),
                party.verifiedAt(),
                party.readAt(),
                party.signedAt(),
                party.way(),
                party.reason());
    }

    /** Addresses and devices are told to whoever may change the record. */
    List<Line> lines(Actor actor, Language language, ObjectDefinition object, Envelope envelope) {
        boolean clear = mayChange(actor, object, envelope.about().id());
        return log.of(envelope.id()).stream()
                .map(event -> new Line(
                        event.at(),
                        event.what(),
                        event.texted().map(how -> how.in(language)).orElse(null),
                        who(envelope, event),
                        clear ? event.address() : null,
                        clear ? event.device() : null))
                .toList();
    }

    private String who(Envelope envelope, SigningLog.Event event) {
        Long party = event.party();
        Long person = event.person();
        if (party != null) {
            return envelope.party(party).map(Party::name).orElse("");
        }
        return person == null ? "" : nameOf(person);
    }

    Envelope find(ObjectDefinition object, long id, long envelope) {
        return envelopes.find(new Link(object.name(), id), envelope).orElseThrow(Refusal.NotFound::new);
    }

    /** The paper itself is for whoever may read everything that stands on it. */
    void requireWhole(Actor actor, ObjectDefinition object, Envelope envelope) {
        if (!printer.showsWhole(actor, object, layouts.printedBy(object, envelope.layout()))) {
            throw new Refusal.Forbidden(Message.of("sending.hidden"));
        }
    }

    @Override
    public String kind() {
        return "paper";
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Signed.class);
    }

    @Override
    public List<ObjectNode> of(Actor actor, ObjectDefinition object, Row row, String title, Span span) {
        return envelopes.of(new Link(object.name(), row.id())).stream()
                .flatMap(envelope -> log.of(envelope.id()).stream()
                        .filter(event -> NEWS.contains(event.what()))
                        .filter(event ->
                                event.at().isAfter(span.after()) && !event.at().isAfter(span.until()))
                        .map(event -> {
                            long by = event.person() == null ? 0 : event.person();
                            ObjectNode item = Happenings.item(
                                    kind(), event.at(), by, by == 0 ? "" : nameOf(by), object.name(), row.id(), title);
                            item.putObject(kind())
                                    .put("what", event.what())
                                    .put("recipient", who(envelope, event))
                                    .put("mailed", false)
                                    .putNull("device");
                            return item;
                        }))
                .toList();
    }

    private boolean mayChange(Actor actor, ObjectDefinition object, long id) {
        return access.reached(database, actor, object, Verb.EDIT, List.of(id)).contains(id);
    }

    private String nameOf(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }
}
