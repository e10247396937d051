package hengke.web.paper;

import hengke.capability.sending.Order;
import hengke.capability.sending.PaperMails;
import hengke.capability.sending.Recipients;
import hengke.capability.sending.SendPaper;
import hengke.capability.sending.SentPaper;
import hengke.capability.sending.SentPapers;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.BaseUrl;
import hengke.web.Body;
import hengke.web.records.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Sends the paper of a record, and tells what became of those that were sent. */
@RestController
@RequestMapping("/api/sendings/{object}/{id}")
final class SendingController {
    private static final TextualType ADDRESS = new TextualType(TextualType.Form.EMAIL, 254);
    private static final TextualType READER = new TextualType(TextualType.Form.TEXT, 100);
    private static final TextualType SUBJECT = new TextualType(TextualType.Form.TEXT, 200);
    private static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, 4_000);
    private static final int MOST_DAYS = 365;

    private final Reading reading;
    private final SendPaper send;
    private final SentPapers papers;
    private final PaperMails mails;
    private final Recipients recipients;
    private final PaperTrail trail;
    private final BaseUrl baseUrl;

    SendingController(
            Reading reading,
            SendPaper send,
            SentPapers papers,
            PaperMails mails,
            Recipients recipients,
            PaperTrail trail,
            BaseUrl baseUrl) {
        this.reading = reading;
        this.send = send;
        this.papers = papers;
        this.mails = mails;
        this.recipients = recipients;
        this.trail = trail;
        this.baseUrl = baseUrl;
    }

    /**
     * What the form says until somebody writes something else.
     *
     * @param mail can mails be sent at all?
     */
    record Proposed(
            boolean mail, List<Recipients.Recipient> recipients, String subject, String text, int days, int mostDays) {}

    /**
     * One that left.
     *
     * @param link told only now; null without one
     */
    record Left(long id, String recipient, @Nullable String link) {}

    @GetMapping
    Map<String, List<PaperTrail.Shown>> list(
            Caller caller, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = printed(caller.actor(), name);
        reading.row(caller.actor(), object, id);
        return Map.of("items", trail.of(caller.actor(), object, id, papers.of(new Link(name, id))));
    }

    @GetMapping("/proposal")
    Proposed proposal(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "language", required = false) @Nullable String asked) {
        ObjectDefinition object = printed(caller.actor(), name);
        Row row = reading.row(caller.actor(), object, id);
        Object title = reading.title(caller.actor(), object, row);
        PaperMails.Proposal proposal = mails.proposal(
                caller.actor(),
                object,
                title == null ? "" : title.toString(),
                asked == null ? language : Language.of(asked));
        return new Proposed(
                mails.ready(),
                recipients.of(caller.actor(), object, row),
                proposal.subject(),
                proposal.text(),
                proposal.days(),
                MOST_DAYS);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<Left>> send(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestBody ObjectNode asked,
            HttpServletRequest request) {
        ObjectDefinition object = printed(caller.actor(), name);
        Body body = new Body(asked);
        Order order = new Order(
                body.list("to", ADDRESS),
                body.optional("reader", READER).orElse(null),
                body.optional("subject", SUBJECT).orElse(""),
                body.optional("text", TEXT).orElse(""),
                body.optional("attached", new BooleanType()).orElse(false),
                body.optional("days", new IntegerType(1, MOST_DAYS))
                        .map(Long::intValue)
                        .orElse(null),
                body.optional("language", READER).map(Language::of).orElse(language),
                body.optional("layout", new IntegerType(0, Long.MAX_VALUE)).orElse(null));
        body.done();
        List<SendPaper.Left> left = send.send(caller, object, id, order, secret -> link(secret, request));
        return Map.of(
                "items",
                left.stream()
                        .map(each -> new Left(
                                each.id(),
                                each.recipient(),
                                each.secret() == null ? null : link(each.secret(), request)))
                        .toList());
    }

    /** As it left, for whoever may see everything that stands on it. */
    @GetMapping("/{paper}/file")
    ResponseEntity<byte[]> file(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("paper") long paper)
            throws IOException {
        ObjectDefinition object = printed(caller.actor(), name);
        reading.row(caller.actor(), object, id);
        SentPaper sent = papers.find(new Link(name, id), paper).orElseThrow(Refusal.NotFound::new);
        return trail.file(caller.actor(), object, sent);
    }

    /** Nobody is let in by its link any more. */
    @DeleteMapping("/{paper}/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("paper") long paper) {
        ObjectDefinition object = printed(caller.actor(), name);
        reading.row(caller.actor(), object, id);
        SentPaper sent = papers.find(new Link(name, id), paper).orElseThrow(Refusal.NotFound::new);
        trail.revoke(caller.actor(), object, sent);
    }

    private ObjectDefinition printed(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Printed.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }

    private String link(LinkSecret secret, HttpServletRequest request) {
        return baseUrl.link("/p/" + secret.text(), request);
    }
}
