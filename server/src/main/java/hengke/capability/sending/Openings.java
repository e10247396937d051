package hengke.capability.sending;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.paper.ReadingDevice;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Happened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Lets strangers in by their links, and counts when somebody opens a paper: a second look within half an hour is the
 * same opening. The owner of the record is told of the first.
 */
@Component
public final class Openings {
    private static final Duration ONE_LOOK = Duration.ofMinutes(30);

    private final DSLContext database;
    private final SentPapers papers;
    private final LiveCatalog live;
    private final Notices notices;
    private final Clock clock;

    Openings(DSLContext database, SentPapers papers, LiveCatalog live, Notices notices, Clock clock) {
        this.database = database;
        this.papers = papers;
        this.live = live;
        this.notices = notices;
        this.clock = clock;
    }

    /** The paper behind a link, while its record is there. */
    public Optional<SentPaper> find(LinkSecret secret) {
        return papers.behind(secret, clock.instant())
                .filter(paper -> row(database, paper).isPresent());
    }

    /** Counts that a person opened it. @param visitor tells one reader from another without telling who it is */
    public void count(LinkSecret secret, ReadingDevice device, byte[] visitor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.transaction(configuration -> {
            DSLContext within = configuration.dsl();
            within.fetchOptional("select * from sent_paper where link_hash = ? for no key update", secret.hash())
                    .map(SentPapers::paper)
                    .filter(paper -> paper.open(now))
                    .ifPresent(paper -> count(within, paper, device, visitor, now));
        });
    }

    private void count(DSLContext within, SentPaper paper, ReadingDevice device, byte[] visitor, Instant now) {
        int again = within.execute("""
                update paper_opening set seen_at = cast(? as timestamptz)
                where paper = ? and visitor = ? and seen_at > cast(? as timestamptz)
                """, now, paper.id(), visitor, now.minus(ONE_LOOK));
        if (again == 0) {
            within.execute("""
                    insert into paper_opening (paper, at, seen_at, device, visitor)
                    values (?, cast(? as timestamptz), cast(? as timestamptz), ?, ?)
                    """, paper.id(), now, now, device.wire(), visitor);
        }
        within.execute("""
                update sent_paper set openings = openings + ?, last_opened_at = cast(? as timestamptz),
                    first_opened_at = coalesce(first_opened_at, cast(? as timestamptz))
                where id = ?
                """, again == 0 ? 1 : 0, now, now, paper.id());
        if (paper.firstOpenedAt() == null) {
            tell(within, paper);
            Happened.tell(within, paper.about(), null, PaperHappenings.OPENED);
        }
    }

    private void tell(DSLContext within, SentPaper paper) {
        row(within, paper).ifPresent(row -> {
            Long owner = row.get(Owned.OWNER);
            notices.tell(
                    within,
                    new Telling(
                            owner == null ? paper.sentBy() : owner,
                            "paper",
                            Message.of("sending.opened"),
                            Message.of("sending.openedBy", paper.recipient(), paper.title()),
                            paper.about(),
                            "paper:" + paper.id()));
        });
    }

    /** The record of a paper, as far as it is still there, with its owner. */
    private Optional<Row> row(DSLContext within, SentPaper paper) {
        ObjectDefinition object = live.current().find(paper.about().object()).orElse(null);
        return object == null
                ? Optional.empty()
                : new Pages(within)
                                .byIds(
                                        object,
                                        Visibility.EVERYTHING,
                                        List.of(paper.about().id()),
                                        object.has(Owned.class) ? List.of(Owned.OWNER) : List.of())
                                .stream()
                                .findFirst();
    }
}
