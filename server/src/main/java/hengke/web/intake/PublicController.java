package hengke.web.intake;

import hengke.capability.intake.FormChallenge;
import hengke.capability.intake.Intake;
import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSource.Design;
import hengke.capability.intake.IntakeSource.Kind;
import hengke.capability.intake.IntakeSources;
import hengke.capability.intake.Submission;
import hengke.capability.intake.Submissions;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.web.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What anybody may ask and send: a form and its answers, and data from other programs. */
@RestController
@RequestMapping("/api/public")
final class PublicController {
    private static final TextualType TICKET = new TextualType(TextualType.Form.TEXT, 1_000);
    private static final TextualType ADDRESS = new TextualType(TextualType.Form.TEXT, 2_000);
    private static final int MOST_CHARACTERS = 64_000;

    /** So many from one address in an hour are a person; more are a program. */
    private static final int MOST_AN_HOUR = 30;

    private static final long AN_HOUR = 3_600;

    private final IntakeSources sources;
    private final Submissions submissions;
    private final Intake intake;
    private final FormChallenge challenge;
    private final Inputs inputs;
    private final LiveCatalog catalog;
    private final DSLContext database;
    private final Clock clock;

    PublicController(
            IntakeSources sources,
            Submissions submissions,
            Intake intake,
            FormChallenge challenge,
            Inputs inputs,
            LiveCatalog catalog,
            DSLContext database,
            Clock clock) {
        this.sources = sources;
        this.submissions = submissions;
        this.intake = intake;
        this.challenge = challenge;
        this.inputs = inputs;
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A form as the public sees it.
     *
     * @param ticket goes back with the answers
     * @param bits so many zero bits the SHA-256 of ticket, full stop and work must begin with
     */
    record FormJson(
            String heading,
            @Nullable String intro,
            @Nullable String button,
            List<Inputs.Asked> questions,
            String ticket,
            int bits) {}

    /** What is said once it was sent, or where the browser goes. */
    record Thanks(@Nullable String thanks, @Nullable String redirect) {}

    /** That it was kept, under this number. */
    record Kept(long id) {}

    @GetMapping("/forms/{key}")
    FormJson form(Language language, @PathVariable("key") String key) {
        IntakeSource source = open(key, Kind.FORM);
        Design design = source.design();
        return new FormJson(
                design.heading(),
                design.intro(),
                design.button(),
                inputs.asked(source, catalog.current().object(source.object()), language),
                challenge.ticket(source),
                FormChallenge.BITS);
    }

    @PostMapping("/forms/{key}")
    Thanks submit(@PathVariable("key") String key, @RequestBody ObjectNode asked, HttpServletRequest request) {
        IntakeSource source = open(key, Kind.FORM);
        refuseLarge(asked);
        Body body = new Body(asked);
        String ticket = body.required("ticket", TICKET).orElse("");
        String work = body.required("work", TICKET).orElse("");
        boolean trapped = body.optional("trap", ADDRESS).isPresent();
        ObjectNode kept = asked.objectNode();
        kept.set("answers", body.object("answers").orElse(asked.objectNode()));
        kept.set("parameters", body.object("parameters").orElse(asked.objectNode()));
        body.optional("page", ADDRESS).ifPresent(page -> kept.put("page", page));
        body.optional("referrer", ADDRESS).ifPresent(referrer -> kept.put("referrer", referrer));
        body.done();
        String once = challenge.redeem(source, ticket, work);
        List<FieldError> toMend = trapped ? List.of() : intake.toMend(source, (ObjectNode) kept.get("answers"));
        if (!toMend.isEmpty()) {
            throw new Refusal.Invalid(toMend);
        }
        refuseFlood(request);
        keep(source, kept, request, once, trapped ? Submission.State.SPAM : Submission.State.NEW);
        return new Thanks(source.design().thanks(), source.design().redirect());
    }

    @PostMapping(path = "/hooks/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Kept called(@PathVariable("key") String key, @RequestBody ObjectNode answers, HttpServletRequest request) {
        return taken(key, answers, request);
    }

    @PostMapping(path = "/hooks/{key}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Kept called(
            @PathVariable("key") String key,
            @RequestParam MultiValueMap<String, String> answers,
            HttpServletRequest request) {
        ObjectNode read = JsonMapper.shared().createObjectNode();
        answers.forEach((name, values) -> read.put(name, String.join(";", values)));
        return taken(key, read, request);
    }

    private Kept taken(String key, ObjectNode answers, HttpServletRequest request) {
        IntakeSource source = open(key, Kind.HOOK);
        refuseLarge(answers);
        ObjectNode kept = answers.objectNode();
        kept.set("answers", answers);
        String once = Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .map(given -> source.id() + " " + given)
                .orElse(null);
        return keep(source, kept, request, once, Submission.State.NEW)
                .map(submission -> new Kept(submission.id()))
                .orElseThrow(() -> new Refusal.Conflict("repeated", Message.of("intake.repeated"), Map.of()));
    }

    /** Kept first; then taken in, which a job does should this process not come to it. */
    private Optional<Submission> keep(
            IntakeSource source,
            ObjectNode body,
            HttpServletRequest request,
            @Nullable String once,
            Submission.State state) {
        Optional<Submission> kept = submissions.keep(source, body, request.getRemoteAddr(), once, state);
        kept.filter(submission -> submission.state() == Submission.State.NEW)
                .ifPresent(submission -> intake.take(database, submission.id()));
        return kept;
    }

    private IntakeSource open(String key, Kind kind) {
        return sources.open(key, kind).orElseThrow(Refusal.NotFound::new);
    }

    private static void refuseLarge(ObjectNode body) {
        if (body.toString().length() > MOST_CHARACTERS) {
            throw new Refusal.TooLarge(Message.of("intake.tooLarge"));
        }
    }

    private void refuseFlood(HttpServletRequest request) {
        if (submissions.since(request.getRemoteAddr(), clock.instant().minus(Submissions.WINDOW)) >= MOST_AN_HOUR) {
            throw new Refusal.TooMany(Message.of("intake.tooMany"), AN_HOUR);
        }
    }
}
