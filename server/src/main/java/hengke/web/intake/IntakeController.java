package hengke.web.intake;

import hengke.capability.intake.Captured;
import hengke.capability.intake.Intake;
import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSource.Question;
import hengke.capability.intake.IntakeSources;
import hengke.capability.intake.MailSources;
import hengke.capability.intake.Submission;
import hengke.capability.intake.Submissions;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.PageRight;
import hengke.kernel.mail.inbox.Mailbox;
import hengke.kernel.merging.Merged;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.intake.SourcesJson.SourceJson;
import hengke.web.records.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms, hooks and mailboxes as colleagues manage them, and what came through them. */
@RestController
@RequestMapping("/api/intake")
final class IntakeController {
    private static final int PAGE = 50;

    private final IntakeSources sources;
    private final Submissions submissions;
    private final Intake intake;
    private final Reading reading;
    private final Access access;
    private final MailSources mailSources;
    private final SourcesJson sourcesJson;
    private final DSLContext database;

    IntakeController(
            IntakeSources sources,
            Submissions submissions,
            Intake intake,
            Reading reading,
            Access access,
            MailSources mailSources,
            SourcesJson sourcesJson,
            DSLContext database) {
        this.sources = sources;
        this.submissions = submissions;
        this.intake = intake;
        this.reading = reading;
        this.access = access;
        this.mailSources = mailSources;
        this.sourcesJson = sourcesJson;
        this.database = database;
    }

    /** What came, and what became of it. */
    record SubmissionJson(
            long id,
            long source,
            String sourceName,
            Instant receivedAt,
            @Nullable String page,
            @Nullable String referrer,
            String state,
            @Nullable Long record,
            List<Answer> answers,
            Map<String, String> parameters,
            List<Trouble> errors) {}

    /** One answer, and what it was asked for by. */
    record Answer(String key, String label, String value) {}

    /** Why an answer could not be taken. */
    record Trouble(String key, String message) {}

    @GetMapping("/sources")
    Map<String, List<SourceJson>> all(Actor actor, Language language, HttpServletRequest request) {
        access.requirePage(actor, PageRight.INTAKE);
        Map<Long, Mailbox> read = mailSources.all();
        Map<Long, Map<String, Integer>> counts = new HashMap<>();
        submissions.counts().forEach(count -> {
            Map<String, Integer> byState = counts.computeIfAbsent(count.source(), _ -> new HashMap<>());
            count.byState().forEach((state, number) -> byState.put(state.wire(), number));
        });
        return Map.of(
                "items",
                sources.all().stream()
                        .map(source -> sourcesJson.of(
                                source,
                                counts.getOrDefault(source.id(), Map.of()),
                                Optional.ofNullable(read.get(source.id())),
                                language,
                                request))
                        .toList());
    }

    @PostMapping("/sources")
    @ResponseStatus(HttpStatus.CREATED)
    SourceJson create(Actor actor, Language language, @RequestBody ObjectNode asked, HttpServletRequest request) {
        access.requirePage(actor, PageRight.INTAKE);
        return save(actor, language, SourceReader.read(new Body(asked), null), request);
    }

    @PutMapping("/sources/{id}")
    SourceJson change(
            Actor actor,
            Language language,
            @PathVariable("id") long id,
            @RequestBody ObjectNode asked,
            HttpServletRequest request) {
        access.requirePage(actor, PageRight.INTAKE);
        IntakeSource present = sources.find(id).orElseThrow(Refusal.NotFound::new);
        return save(actor, language, SourceReader.read(new Body(asked), present), request);
    }

    /** Accounts are for administrators: whoever names a server makes this one talk to it. */
    private SourceJson save(Actor actor, Language language, SourceReader.Wanted wanted, HttpServletRequest request) {
        IntakeSource saved;
        if (wanted.source().kind() == IntakeSource.Kind.MAIL) {
            if (wanted.mailbox() != null || wanted.source().version() == 0) {
                access.requireAdministrator(actor);
            }
            saved = mailSources.save(actor, wanted.source(), wanted.mailbox());
        } else {
            saved = sources.save(actor, wanted.source());
        }
        return sourcesJson.of(saved, Map.of(), mailSources.of(saved.id()), language, request);
    }

    /** Newest first; {@code before} is the id after which to go on. */
    @GetMapping("/sources/{id}/submissions")
    Map<String, Object> submissions(
            Actor actor,
            Language language,
            @PathVariable("id") long id,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        access.requirePage(actor, PageRight.INTAKE);
        IntakeSource source = sources.find(id).orElseThrow(Refusal.NotFound::new);
        List<SubmissionJson> page =
                submissions
                        .page(
                                id,
                                Optional.ofNullable(state)
                                        .map(IntakeController::state)
                                        .orElse(null),
                                before,
                                PAGE)
                        .stream()
                        .map(submission -> json(language, source, submission, _ -> true))
                        .toList();
        Map<String, Object> answer = new HashMap<>();
        answer.put("items", page);
        answer.put("next", page.size() < PAGE ? null : page.getLast().id());
        return answer;
    }

    /** Tries again what failed, with corrected answers where they are given; takes in what was held for spam. */
    @PostMapping("/submissions/{id}/take")
    SubmissionJson take(Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requirePage(actor, PageRight.INTAKE);
        Submission submission = submissions.find(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(asked);
        ObjectNode corrected = body.object("answers").orElse(null);
        body.done();
        if (submission.record() != null) {
            throw new Refusal.Conflict("taken", Message.of("intake.taken"), Map.of());
        }
        if (corrected != null) {
            ObjectNode answers = submission.answers().deepCopy();
            answers.setAll(corrected);
            corrected = answers;
        }
        submissions.repair(id, corrected);
        intake.take(database, id);
        return now(language, id);
    }

    /** Nothing is to be made of one that failed; it is kept aside for as long as the others and can be taken in until then. */
    @PostMapping("/submissions/{id}/ignore")
    SubmissionJson ignore(Actor actor, Language language, @PathVariable("id") long id) {
        access.requirePage(actor, PageRight.INTAKE);
        submissions.ignore(id);
        return now(language, id);
    }

    private SubmissionJson now(Language language, long id) {
        Submission submission = submissions.find(id).orElseThrow(Refusal.NotFound::new);
        IntakeSource source = sources.find(submission.source()).orElseThrow(Refusal.NotFound::new);
        return json(language, source, submission, _ -> true);
    }

    /** What became one record, for whoever sees it; answers that went into fields out of sight are left out. */
    @GetMapping("/of/{object}/{id}")
    Map<String, List<SubmissionJson>> of(
            Actor actor, Language language, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Captured.class)) {
            throw new Refusal.NotFound();
        }
        reading.row(actor, object, id);
        List<SubmissionJson> items = new ArrayList<>();
        for (Submission submission : submissions.of(name, Merged.story(database, object, id), PAGE)) {
            sources.find(submission.source())
                    .ifPresent(source -> items.add(json(
                            language,
                            source,
                            submission,
                            question -> Optional.ofNullable(question.field())
                                    .flatMap(object::field)
                                    .map(field ->
                                            access.right(actor, object, field).atLeast(FieldRight.READ))
                                    .orElse(question.field() == null))));
        }
        return Map.of("items", items);
    }

    private static SubmissionJson json(
            Language language, IntakeSource source, Submission submission, Predicate<Question> shown) {
        ObjectNode given = submission.answers();
        List<Answer> answers = new ArrayList<>();
        Stream.concat(
                        source.design().questions().stream().map(Question::key).filter(given::has),
                        given.propertyNames().stream()
                                .filter(key -> source.question(key).isEmpty()))
                .forEach(key -> {
                    Optional<Question> question = source.question(key);
                    if (question.map(shown::test).orElse(true)) {
                        answers.add(
                                new Answer(key, question.map(Question::label).orElse(key), text(given.get(key))));
                    }
                });
        Map<String, String> parameters = new HashMap<>();
        submission
                .body()
                .path("parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString("")));
        List<Trouble> errors = new ArrayList<>();
        if (submission.errors() != null) {
            submission
                    .errors()
                    .forEach(error -> errors.add(new Trouble(
                            error.path("field").asString(""),
                            error.path(language.tag()).asString(""))));
        }
        return new SubmissionJson(
                submission.id(),
                source.id(),
                source.name(),
                submission.receivedAt(),
                text(submission, "page"),
                text(submission, "referrer"),
                submission.state().wire(),
                submission.record(),
                answers,
                parameters,
                errors);
    }

    private static String text(JsonNode answer) {
        return answer.isValueNode() ? answer.asString("") : answer.toString();
    }

    private static @Nullable String text(Submission submission, String key) {
        String text = submission.body().path(key).asString("");
        return text.isEmpty() ? null : text;
    }

    private static Submission.State state(String wire) {
        return Arrays.stream(Submission.State.values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at("state", Message.of("identity.unknown")));
    }
}
