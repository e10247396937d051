package hengke.web.signing;

import hengke.capability.signing.Envelope;
import hengke.capability.signing.PaperFiles;
import hengke.capability.signing.Party;
import hengke.capability.signing.Plan;
import hengke.capability.signing.SealTurn;
import hengke.capability.signing.ServiceCourse;
import hengke.capability.signing.Signed;
import hengke.capability.signing.StartSigning;
import hengke.kernel.access.Actor;
import hengke.kernel.files.FileName;
import hengke.kernel.files.StoredFile;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.paper.PageImages;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.signing.Places;
import hengke.web.BaseUrl;
import hengke.web.Body;
import hengke.web.records.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The papers of a record that are signed: given out, sealed, reminded of, called back. */
@RestController
@RequestMapping("/api/signings/{object}/{id}")
final class SigningController {
    private static final TextualType REASON = new TextualType(TextualType.Form.LONG_TEXT, 500);

    private final Reading reading;
    private final StartSigning starting;
    private final SealTurn turns;
    private final ServiceCourse course;
    private final SigningTrail trail;
    private final SigningDrafts drafts;
    private final PaperFiles files;
    private final PageImages images;
    private final BaseUrl baseUrl;

    SigningController(
            Reading reading,
            StartSigning starting,
            SealTurn turns,
            ServiceCourse course,
            SigningTrail trail,
            SigningDrafts drafts,
            PaperFiles files,
            PageImages images,
            BaseUrl baseUrl) {
        this.reading = reading;
        this.starting = starting;
        this.turns = turns;
        this.course = course;
        this.trail = trail;
        this.drafts = drafts;
        this.files = files;
        this.images = images;
        this.baseUrl = baseUrl;
    }

    /**
     * The papers of a record.
     *
     * @param open may another be given out now?
     */
    record Listed(List<SigningTrail.Shown> items, boolean open) {}

    @GetMapping
    Listed list(Caller caller, Language language, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        return new Listed(trail.of(caller.actor(), language, object, id), starting.open(object, id));
    }

    /** Prints the paper as it will be signed, and tells what is needed to say who signs it and where. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SigningDrafts.Shown draft(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "layout", required = false) @Nullable Long layout,
            HttpServletRequest request) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        long envelope = starting.draft(caller, object, id, layout, language, baseUrl.link("", request));
        return drafts.of(
                caller.actor(),
                language,
                object,
                reading.row(caller.actor(), object, id),
                trail.find(object, id, envelope));
    }

    /** Where the paper says something. */
    @GetMapping("/{envelope}/places")
    Map<String, List<Places.Spot>> places(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope,
            @RequestParam("text") String text) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Envelope found = trail.find(object, id, envelope);
        trail.requireWhole(caller.actor(), object, found);
        return Map.of("items", text.isBlank() ? List.of() : Places.of(files.read(found.file()), text.strip()));
    }

    @GetMapping("/{envelope}/pages/{page}")
    ResponseEntity<byte[]> page(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope,
            @PathVariable("page") int page) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Envelope found = trail.find(object, id, envelope);
        trail.requireWhole(caller.actor(), object, found);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(images.of(files.find(found.file()), page));
    }

    @PostMapping("/{envelope}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void start(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope,
            @RequestBody ObjectNode asked) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Plan plan = PlanReader.plan(new Body(asked));
        starting.start(caller, object, id, envelope, plan);
    }

    @PostMapping("/{envelope}/seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope,
            HttpServletRequest request) {
        signed(caller.actor(), name, id);
        turns.seal(caller, new Link(name, id), envelope, PublicSigningController.origin(request));
    }

    /** Where one signs at the service that leads it, when it is one's turn. */
    @PostMapping("/{envelope}/door")
    Door door(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        Envelope found = trail.find(signed(caller.actor(), name, id), id, envelope);
        Party mine = SigningTrail.mine(found, caller.actor())
                .orElseThrow(() -> new Refusal.Conflict("notYourTurn", Message.of("signing.notYourTurn"), Map.of()));
        return Door.of(course.door(found, mine));
    }

    /** An address where somebody signs. */
    record Door(String address) {
        static Door of(Optional<URI> address) {
            return new Door(address.orElseThrow(Refusal.NotFound::new).toString());
        }
    }

    @PostMapping("/{envelope}/remind")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        turns.remind(caller, signed(caller.actor(), name, id), new Link(name, id), envelope);
    }

    /** A link for whoever of the other side is asked, to be handed over. */
    @PostMapping("/{envelope}/link")
    Door link(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        return new Door(turns.link(caller, object, new Link(name, id), envelope));
    }

    @PostMapping("/{envelope}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBack(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope,
            @RequestBody ObjectNode asked) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Body body = new Body(asked);
        String reason = body.required("reason", REASON).orElse("");
        body.done();
        turns.callBack(caller, object, new Link(name, id), envelope, reason);
    }

    @GetMapping("/{envelope}/log")
    Map<String, List<SigningTrail.Line>> log(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        return Map.of("items", trail.lines(caller.actor(), language, object, trail.find(object, id, envelope)));
    }

    /** With the signatures so far. */
    @GetMapping("/{envelope}/file")
    ResponseEntity<byte[]> file(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Envelope found = trail.find(object, id, envelope);
        return pdf(caller.actor(), object, found, found.file());
    }

    /** The record of how it was signed. */
    @GetMapping("/{envelope}/audit")
    ResponseEntity<byte[]> audit(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("envelope") long envelope) {
        ObjectDefinition object = signed(caller.actor(), name, id);
        Envelope found = trail.find(object, id, envelope);
        Long audit = found.auditFile();
        if (audit == null) {
            throw new Refusal.NotFound();
        }
        return pdf(caller.actor(), object, found, audit);
    }

    private ResponseEntity<byte[]> pdf(Actor actor, ObjectDefinition object, Envelope envelope, long id) {
        trail.requireWhole(actor, object, envelope);
        StoredFile file = files.find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(true, file.name()))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(files.read(id));
    }

    private ObjectDefinition signed(Actor actor, String name, long id) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Signed.class)) {
            throw new Refusal.NotFound();
        }
        reading.row(actor, object, id);
        return object;
    }
}
