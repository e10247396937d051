package hengke.capability.sending;

import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.LinkSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All papers that left. */
@Component
public final class SentPapers {
    private static final int SHOWN = 200;

    private final DSLContext database;

    SentPapers(DSLContext database) {
        this.database = database;
    }

    /** Those of one record, newest first. */
    public List<SentPaper> of(Link about) {
        return database.fetch(
                        "select * from sent_paper where object = ? and record_id = ? order by id desc limit ?",
                        about.object(),
                        about.id(),
                        SHOWN)
                .map(SentPapers::paper);
    }

    /** One of a record's. */
    public Optional<SentPaper> find(Link about, long id) {
        return database.fetchOptional(
                        "select * from sent_paper where id = ? and object = ? and record_id = ?",
                        id,
                        about.object(),
                        about.id())
                .map(SentPapers::paper);
    }

    /** The paper a link opens now; one that has ended, was shut or never was all look the same. */
    public Optional<SentPaper> behind(LinkSecret secret, Instant now) {
        return database.fetchOptional("select * from sent_paper where link_hash = ?", secret.hash())
                .map(SentPapers::paper)
                .filter(paper -> paper.open(now));
    }

    /** What happened with the papers of a record between two moments, newest first. */
    public List<PaperEvent> events(Link about, Instant after, Instant until) {
        return database.fetch(
                        """
                        select * from (
                        select 'sent' as what, sent_at as at, sent_by as by, recipient, mailed, null as device, id
                        from sent_paper where object = {0} and record_id = {1}
                        union all
                        select 'revoked', revoked_at, revoked_by, recipient, mailed, null, id
                        from sent_paper where object = {0} and record_id = {1} and revoked_at is not null
                        union all
                        select 'opened', o.at, null, p.recipient, p.mailed, o.device, p.id
                        from sent_paper p join paper_opening o on o.paper = p.id
                        where p.object = {0} and p.record_id = {1}
                        ) event where at > {2} and at <= {3} order by at desc limit {4}
                        """,
                        DSL.val(about.object()), DSL.val(about.id()), DSL.val(after), DSL.val(until), DSL.inline(SHOWN))
                .map(row -> new PaperEvent(
                        row.get("what", String.class),
                        row.get("at", Instant.class),
                        row.get("by", Long.class),
                        row.get("recipient", String.class),
                        row.get("mailed", Boolean.class),
                        row.get("device", String.class)));
    }

    /**
     * Something that happened with a paper.
     *
     * @param what {@code sent}, {@code opened} or {@code revoked}
     * @param by nobody that is known, where it was opened
     */
    public record PaperEvent(
            String what,
            Instant at,
            @Nullable Long by,
            String recipient,
            boolean mailed,
            @Nullable String device) {}

    /** Keeps one; its id. */
    long keep(DSLContext within, SentPaper paper, @Nullable LinkSecret secret) {
        return within.fetchSingle(
                        """
                        insert into sent_paper (object, record_id, title, sent_at, sent_by, recipient, mailed, attached,
                            subject, language, file_id, shown_file_id, pages, link_hash, link_until, layout_version)
                        values (?, ?, ?, cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?)
                        returning id
                        """,
                        paper.about().object(),
                        paper.about().id(),
                        paper.title(),
                        paper.sentAt(),
                        paper.sentBy(),
                        paper.recipient(),
                        paper.mailed(),
                        paper.attached(),
                        paper.subject(),
                        paper.language(),
                        paper.file(),
                        paper.shown(),
                        paper.pages(),
                        secret == null ? null : secret.hash(),
                        paper.linkUntil(),
                        paper.layout())
                .get("id", Long.class);
    }

    /** Shuts a link for good; false where there is none that is open. */
    public boolean revoke(long id, long by, Instant now) {
        return database.execute("""
                        update sent_paper set revoked_at = cast(? as timestamptz), revoked_by = ?
                        where id = ? and link_hash is not null and revoked_at is null
                        """, now, by, id) > 0;
    }

    static SentPaper paper(Record row) {
        return new SentPaper(
                row.get("id", Long.class),
                new Link(row.get("object", String.class), row.get("record_id", Long.class)),
                row.get("title", String.class),
                row.get("sent_at", Instant.class),
                row.get("sent_by", Long.class),
                row.get("recipient", String.class),
                row.get("mailed", Boolean.class),
                row.get("attached", Boolean.class),
                row.get("subject", String.class),
                row.get("language", String.class),
                row.get("file_id", Long.class),
                row.get("shown_file_id", Long.class),
                row.get("pages", Integer.class),
                row.get("link_until", Instant.class),
                row.get("revoked_at", Instant.class),
                row.get("revoked_by", Long.class),
                row.get("openings", Integer.class),
                row.get("first_opened_at", Instant.class),
                row.get("last_opened_at", Instant.class),
                row.get("layout_version", Long.class));
    }
}
