package hengke.web.paper;

import hengke.capability.layout.CompanyLayouts;
import hengke.capability.sending.SentPaper;
import hengke.capability.sending.SentPapers;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.files.FileName;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.Printed;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.records.Happenings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of the papers of a record, as far as somebody who sees it may know: addresses are told to whoever may
 * change it, a paper to whoever may read everything that stands on it.
 */
@Component
final class PaperTrail implements Happenings {
    private final SentPapers papers;
    private final StoredFiles files;
    private final CompanyLayouts layouts;
    private final Printer printer;
    private final Access access;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    PaperTrail(
            SentPapers papers,
            StoredFiles files,
            CompanyLayouts layouts,
            Printer printer,
            Access access,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.papers = papers;
        this.files = files;
        this.layouts = layouts;
        this.printer = printer;
        this.access = access;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /**
     * One paper that left.
     *
     * @param link {@code open}, {@code ended}, {@code revoked}, or {@code none}
     */
    record Shown(
            long id,
            String title,
            String recipient,
            Instant sentAt,
            @Nullable String sentBy,
            boolean mailed,
            boolean attached,
            @Nullable String subject,
            String link,
            @Nullable Instant until,
            int openings,
            @Nullable Instant firstOpenedAt,
            @Nullable Instant lastOpenedAt) {}

    List<Shown> of(Actor actor, ObjectDefinition object, long id, List<SentPaper> sent) {
        boolean clear = mayChange(actor, object, id);
        return sent.stream()
                .map(paper -> new Shown(
                        paper.id(),
                        paper.title(),
                        clear ? paper.recipient() : masked(paper.recipient()),
                        paper.sentAt(),
                        nameOf(paper.sentBy()),
                        paper.mailed(),
                        paper.attached(),
                        paper.subject(),
                        link(paper),
                        paper.linkUntil(),
                        paper.openings(),
                        paper.firstOpenedAt(),
                        paper.lastOpenedAt()))
                .toList();
    }

    private String link(SentPaper paper) {
        if (paper.linkUntil() == null) {
            return "none";
        }
        return paper.revokedAt() != null ? "revoked" : paper.open(clock.instant()) ? "open" : "ended";
    }

    ResponseEntity<byte[]> file(Actor actor, ObjectDefinition object, SentPaper sent) throws IOException {
        if (sent.sentBy() != actor.user()
                && !printer.showsWhole(actor, object, layouts.printedBy(object, sent.layout()))) {
            throw new Refusal.Forbidden(Message.of("sending.hidden"));
        }
        StoredFile file = files.find(sent.file()).orElseThrow(Refusal.NotFound::new);
        try (var content = files.open(file)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(true, file.name()))
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                    .body(content.readAllBytes());
        }
    }

    void revoke(Actor actor, ObjectDefinition object, SentPaper sent) {
        if (!mayChange(actor, object, sent.about().id())) {
            throw new Refusal.Forbidden(Message.of("records.verb.edit", object.label()));
        }
        papers.revoke(sent.id(), actor.user(), clock.instant());
    }

    @Override
    public String kind() {
        return "paper";
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Printed.class);
    }

    @Override
    public List<ObjectNode> of(Actor actor, ObjectDefinition object, Row row, String title, Span span) {
        List<SentPapers.PaperEvent> events =
                papers.events(new Link(object.name(), row.id()), span.after(), span.until());
        boolean clear = events.isEmpty() || mayChange(actor, object, row.id());
        return events.stream()
                .map(event -> {
                    long by = event.by() == null ? 0 : event.by();
                    String name = by == 0 ? "" : String.valueOf(nameOf(by));
                    ObjectNode item = Happenings.item(kind(), event.at(), by, name, object.name(), row.id(), title);
                    item.putObject(kind())
                            .put("what", event.what())
                            .put("recipient", clear ? event.recipient() : masked(event.recipient()))
                            .put("mailed", event.mailed())
                            .put("device", event.device());
                    return item;
                })
                .toList();
    }

    private boolean mayChange(Actor actor, ObjectDefinition object, long id) {
        return access.reached(database, actor, object, Verb.EDIT, List.of(id)).contains(id);
    }

    private @Nullable String nameOf(long person) {
        return organisation.get().person(person).map(Person::name).orElse(null);
    }

    /** The first letter and the domain of an address; a name stays. */
    private static String masked(String recipient) {
        int at = recipient.indexOf('@');
        return at < 1 ? recipient : recipient.substring(0, 1) + "***" + recipient.substring(at);
    }
}
