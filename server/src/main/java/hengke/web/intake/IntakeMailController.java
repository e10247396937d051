package hengke.web.intake;

import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSources;
import hengke.capability.intake.MailSources;
import hengke.capability.intake.Submission;
import hengke.capability.intake.Submissions;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.mail.inbox.MailboxDraft;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.intake.SourcesJson.SourceJson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What only mailboxes have: trying an account, reading now, and a mail as it came. */
@RestController
@RequestMapping("/api/intake")
final class IntakeMailController {
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final IntakeSources sources;
    private final MailSources mailSources;
    private final Submissions submissions;
    private final SourcesJson sourcesJson;
    private final Access access;

    IntakeMailController(
            IntakeSources sources,
            MailSources mailSources,
            Submissions submissions,
            SourcesJson sourcesJson,
            Access access) {
        this.sources = sources;
        this.mailSources = mailSources;
        this.submissions = submissions;
        this.sourcesJson = sourcesJson;
        this.access = access;
    }

    /** So many mails lie in the folder. */
    record Tested(int messages) {}

    /**
     * A mail as plain text.
     *
     * @param whole false where it was too large to be kept to its end, or broken
     */
    record MailJson(
            String from,
            String to,
            Instant receivedAt,
            String head,
            String text,
            List<FileJson> attachments,
            boolean whole) {}

    /** A file of a mail, which stays in the mailbox. */
    record FileJson(String name, String type, long size) {}

    /** Tries an account as it stands in a form; without a password with the one that is kept for this source. */
    @PostMapping("/mailbox/test")
    Tested test(Actor actor, @RequestBody ObjectNode asked) {
        access.requirePage(actor, PageRight.INTAKE);
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        Long source = body.optional("source", ID).orElse(null);
        MailboxDraft draft = SourceReader.mailbox(body);
        if (draft == null) {
            body.refuse("mailbox", Message.of("web.required"));
        }
        body.done();
        if (draft == null) {
            throw new Refusal.NotFound();
        }
        return new Tested(mailSources.test(source, draft));
    }

    /** Reads a mailbox now; the answer tells how that went. */
    @PostMapping("/sources/{id}/read")
    SourceJson read(Actor actor, Language language, @PathVariable("id") long id, HttpServletRequest request) {
        access.requirePage(actor, PageRight.INTAKE);
        IntakeSource source = sources.find(id)
                .filter(each -> each.kind() == IntakeSource.Kind.MAIL)
                .orElseThrow(Refusal.NotFound::new);
        mailSources.read(id);
        return sourcesJson.of(source, Map.of(), mailSources.of(id), language, request);
    }

    @GetMapping("/submissions/{id}/mail")
    MailJson mail(Actor actor, @PathVariable("id") long id) {
        access.requirePage(actor, PageRight.INTAKE);
        JsonNode mail = submissions
                .find(id)
                .map(Submission::body)
                .map(body -> body.path("mail"))
                .filter(JsonNode::isObject)
                .orElseThrow(Refusal.NotFound::new);
        return new MailJson(
                mail.path("from").asString(""),
                mail.path("to").asString(""),
                Instant.parse(mail.path("receivedAt").asString("")),
                mail.path("head").asString(""),
                mail.path("text").asString(""),
                mail.path("attachments")
                        .valueStream()
                        .map(file -> new FileJson(
                                file.path("name").asString(""),
                                file.path("type").asString(""),
                                file.path("size").asLong(0)))
                        .toList(),
                mail.path("whole").asBoolean(true));
    }
}
