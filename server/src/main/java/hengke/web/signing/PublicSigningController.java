package hengke.web.signing;

import hengke.capability.signing.Consent;
import hengke.capability.signing.Envelope;
import hengke.capability.signing.Envelopes;
import hengke.capability.signing.Envelopes.Turn;
import hengke.capability.signing.OneTimeCodes;
import hengke.capability.signing.PaperFiles;
import hengke.capability.signing.Party;
import hengke.capability.signing.ServiceCourse;
import hengke.capability.signing.SignTurn;
import hengke.capability.signing.SigningLog;
import hengke.capability.signing.SigningProviders;
import hengke.kernel.files.FileName;
import hengke.kernel.files.StoredFile;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.paper.PageImages;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.Places;
import hengke.web.Body;
import hengke.web.paper.StrangerLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** A paper to sign, for whoever was sent its link; its pages only once the code from their mailbox or mobile was given. */
@RestController
@RequestMapping("/api/public/signing/{secret}")
final class PublicSigningController {
    private static final TextualType CODE = new TextualType(TextualType.Form.TEXT, 12);
    private static final TextualType REASON = new TextualType(TextualType.Form.LONG_TEXT, 500);

    private final Envelopes envelopes;
    private final OneTimeCodes codes;
    private final SignTurn turns;
    private final ServiceCourse course;
    private final SigningProviders providers;
    private final SigningTickets tickets;
    private final PaperFiles files;
    private final PageImages images;
    private final StrangerLimit limit;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Clock clock;

    PublicSigningController(
            Envelopes envelopes,
            OneTimeCodes codes,
            SignTurn turns,
            ServiceCourse course,
            SigningProviders providers,
            SigningTickets tickets,
            PaperFiles files,
            PageImages images,
            StrangerLimit limit,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Clock clock) {
        this.envelopes = envelopes;
        this.codes = codes;
        this.turns = turns;
        this.course = course;
        this.providers = providers;
        this.tickets = tickets;
        this.files = files;
        this.images = images;
        this.limit = limit;
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Where the signature will stand, as parts of the page. */
    record Where(int page, double left, double top, double width, double height) {}

    /**
     * What the page says.
     *
     * @param state {@code asked}, {@code signed}, {@code complete}, {@code declined}, {@code expired} or {@code voided}
     * @param email as far as its owner recognises it; empty where there is none
     * @param mobile that the code goes to, as far as its owner recognises it; null where it goes by mail
     * @param open has this browser given the code?
     * @param where null until then
     * @param service at which it is signed; null where it is signed here
     */
    record PublicSigning(
            String title,
            String kind,
            String company,
            String name,
            String email,
            @Nullable String mobile,
            String state,
            Instant until,
            int pages,
            boolean open,
            boolean read,
            String consent,
            String consentVersion,
            @Nullable Where where,
            @Nullable String service) {}

    /** Shows from now on that this browser gave the code. */
    record Ticket(String ticket) {}

    @GetMapping
    ResponseEntity<PublicSigning> look(
            Language language, @PathVariable("secret") String secret, HttpServletRequest request) {
        Turn turn = turn(secret, request);
        Envelope envelope = turn.envelope();
        Party party = turn.party();
        boolean open = tickets.good(request.getHeader(SigningTickets.HEADER), party);
        String company = organisation.get().company().name();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PublicSigning(
                        envelope.title(),
                        catalog.current()
                                .object(envelope.about().object())
                                .label()
                                .in(language),
                        company,
                        party.name(),
                        party.email() == null ? "" : masked(party.email()),
                        party.maskedMobile().orElse(null),
                        state(turn),
                        until(envelope),
                        envelope.pages(),
                        open,
                        party.readAt() != null,
                        Consent.text(language, company),
                        Consent.VERSION,
                        open ? where(envelope, party) : null,
                        providers
                                .serviceOf(envelope)
                                .map(service -> service.label().in(language))
                                .orElse(null)));
    }

    /** Where a paper is signed that a service leads. */
    @PostMapping("/door")
    SigningController.Door door(@PathVariable("secret") String secret, HttpServletRequest request) {
        Turn turn = turn(secret, request);
        if (!state(turn).equals("asked")) {
            throw new Refusal.Conflict("notYourTurn", Message.of("signing.notYourTurn"), Map.of());
        }
        return SigningController.Door.of(course.door(turn.envelope(), turn.party()));
    }

    @PostMapping("/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendCode(@PathVariable("secret") String secret, HttpServletRequest request) {
        turn(secret, request);
        codes.send(new LinkSecret(secret), origin(request));
    }

    @PostMapping("/code/check")
    Ticket checkCode(@PathVariable("secret") String secret, @RequestBody ObjectNode asked, HttpServletRequest request) {
        Turn turn = turn(secret, request);
        Body body = new Body(asked);
        String code = body.required("code", CODE).orElse("").replaceAll("\\s", "");
        body.done();
        codes.check(new LinkSecret(secret), code, origin(request));
        return new Ticket(tickets.of(turn.party()));
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable("secret") String secret, @PathVariable("page") int page, HttpServletRequest request) {
        Turn turn = open(secret, request);
        Envelope.State state = turn.envelope().state();
        if (!state.underWay() && state != Envelope.State.COMPLETE) {
            throw new Refusal.NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(images.of(files.find(turn.envelope().file()), page));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable("secret") String secret, HttpServletRequest request) {
        open(secret, request);
        turns.read(new LinkSecret(secret), origin(request));
    }

    @PostMapping("/sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable("secret") String secret, @RequestBody ObjectNode asked, HttpServletRequest request) {
        open(secret, request);
        turns.sign(new LinkSecret(secret), HandReader.hand(new Body(asked)), origin(request));
    }

    @PostMapping("/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable("secret") String secret, @RequestBody ObjectNode asked, HttpServletRequest request) {
        open(secret, request);
        Body body = new Body(asked);
        String reason = body.required("reason", REASON).orElse("");
        body.done();
        turns.decline(new LinkSecret(secret), reason, origin(request));
    }

    /** The paper, once all have signed. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable("secret") String secret, HttpServletRequest request) {
        Envelope envelope = open(secret, request).envelope();
        if (envelope.state() != Envelope.State.COMPLETE) {
            throw new Refusal.NotFound();
        }
        StoredFile file = files.find(envelope.file());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(false, file.name()))
                .body(files.read(file.id()));
    }

    private Turn turn(String secret, HttpServletRequest request) {
        limit.admit(request);
        return envelopes
                .turn(new LinkSecret(secret))
                .filter(turn -> turn.party().state() != Party.State.WAITING)
                .orElseThrow(() -> limit.gone(request));
    }

    private Turn open(String secret, HttpServletRequest request) {
        Turn turn = turn(secret, request);
        if (!tickets.good(request.getHeader(SigningTickets.HEADER), turn.party())) {
            throw new Refusal.Forbidden("codeNeeded", Message.of("signing.codeFirst"));
        }
        return turn;
    }

    private String state(Turn turn) {
        Envelope envelope = turn.envelope();
        if (envelope.state().underWay()) {
            boolean over = clock.instant().isAfter(until(envelope));
            return over ? "expired" : turn.party().state().wire();
        }
        return envelope.state().wire();
    }

    private static Instant until(Envelope envelope) {
        Instant until = envelope.until();
        return until == null ? envelope.createdAt() : until;
    }

    private Where where(Envelope envelope, Party party) {
        Places.Size size =
                Places.sizes(files.read(envelope.file())).get(party.mark().page() - 1);
        return new Where(
                party.mark().page(),
                party.mark().x() / size.width(),
                party.mark().y() / size.height(),
                party.mark().width() / size.width(),
                party.mark().height() / size.height());
    }

    static SigningLog.Origin origin(HttpServletRequest request) {
        return new SigningLog.Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    static String masked(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "" : email.substring(0, Math.min(2, at)) + "***" + email.substring(at);
    }
}
