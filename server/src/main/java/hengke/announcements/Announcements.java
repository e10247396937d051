package hengke.announcements;

import hengke.announcements.Announcement.Draft;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.events.Event;
import hengke.kernel.events.Outbox;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All announcements. Whom one is for is found out anew each time it is asked. */
@Component
public final class Announcements {
    private static final String COLUMNS = """
            id, version, title, body, everybody, people, departments, roles, must_read, until, author, published_at""";
    /** So many are looked through at a time for those that are for somebody. */
    private static final int STRIDE = 200;

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Announcements(DSLContext database, LiveOrganisation organisation, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** One that is not withdrawn. */
    public Optional<Announcement> find(long id) {
        return database.fetchOptional(
                        "select " + COLUMNS + " from announcement where id = ? and withdrawn_at is null", id)
                .map(Announcements::of);
    }

    /** Those that are not withdrawn, newest first; {@code before} continues after that one. */
    public List<Announcement> page(@Nullable Long before, int limit) {
        return database.fetch("select " + COLUMNS + """
                         from announcement
                        where withdrawn_at is null
                          and (cast(? as bigint) is null or (published_at, id) <
                              (select published_at, id from announcement where id = cast(? as bigint)))
                        order by published_at desc, id desc limit ?""", before, before, limit).map(Announcements::of);
    }

    /** Those that are shown to a person today, newest first. */
    public List<Announcement> of(long person, @Nullable Long before, int limit) {
        Organisation now = organisation.get();
        LocalDate today = today(now);
        Predicate<Audience> isAmong = now.isAmong(person);
        List<Announcement> found = new ArrayList<>();
        Long from = before;
        while (found.size() < limit) {
            List<Announcement> next = page(from, STRIDE);
            next.stream()
                    .filter(each -> each.shown(today) && each.isFor(isAmong))
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (next.size() < STRIDE) {
                break;
            }
            from = next.getLast().id();
        }
        return found;
    }

    /** Is it for this person, today? */
    public boolean shownTo(Announcement announcement, long person) {
        Organisation now = organisation.get();
        return announcement.shown(today(now)) && announcement.isFor(now.isAmong(person));
    }

    /** When somebody read which of these. */
    public Map<Long, Instant> readBy(long person, Collection<Long> announcements) {
        return database.fetch(
                        "select announcement, at from announcement_read where person = ? and announcement = any(?)",
                        person,
                        announcements.toArray(Long[]::new))
                .intoMap(row -> row.get("announcement", Long.class), row -> row.get("at", Instant.class));
    }

    /** Who has read it, and when. */
    public Map<Long, Instant> readers(long announcement) {
        return database.fetch("select person, at from announcement_read where announcement = ?", announcement)
                .intoMap(row -> row.get("person", Long.class), row -> row.get("at", Instant.class));
    }

    /** Notes that somebody has read it; once is enough. */
    public void read(long announcement, long person) {
        read(database, announcement, person);
    }

    private void read(DSLContext transaction, long announcement, long person) {
        transaction.execute("""
                insert into announcement_read (announcement, person, at) values (?, ?, cast(? as timestamptz))
                on conflict do nothing""", announcement, person, clock.instant());
    }

    public Announcement publish(Actor by, Draft draft) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Audience audience = draft.audience();
            Announcement published = of(transaction.fetchSingle(
                    """
                    insert into announcement
                        (title, body, everybody, people, departments, roles, must_read, until, author, published_at)
                    values (?, ?, ?, ?, ?, ?, ?, cast(? as date), ?, cast(? as timestamptz))
                    returning """ + " " + COLUMNS,
                    draft.title(),
                    draft.body(),
                    audience == null,
                    ids(audience == null ? Set.of() : audience.people()),
                    ids(audience == null ? Set.of() : audience.departments()),
                    ids(audience == null ? Set.of() : audience.roles()),
                    draft.mustRead(),
                    draft.until(),
                    by.user(),
                    clock.instant()));
            log(transaction, by, null, published);
            read(transaction, published.id(), by.user());
            tell(transaction, published, "published");
            return published;
        });
    }

    /**
     * Changes what was read in this version; whoever comes to be among those it is for is told.
     *
     * @param again whether those who have read it are to read it once more
     */
    public Announcement change(Actor by, Announcement seen, Draft draft, boolean again) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Audience audience = draft.audience();
            Announcement changed = transaction
                    .fetchOptional(
                            """
                    update announcement set version = version + 1, title = ?, body = ?, everybody = ?, people = ?,
                        departments = ?, roles = ?, must_read = ?, until = cast(? as date)
                    where id = ? and version = ? and withdrawn_at is null
                    returning """ + " " + COLUMNS,
                            draft.title(),
                            draft.body(),
                            audience == null,
                            ids(audience == null ? Set.of() : audience.people()),
                            ids(audience == null ? Set.of() : audience.departments()),
                            ids(audience == null ? Set.of() : audience.roles()),
                            draft.mustRead(),
                            draft.until(),
                            seen.id(),
                            seen.version())
                    .map(Announcements::of)
                    .orElseThrow(() -> new Refusal.Conflict("stale", Message.of("announcement.stale"), Map.of()));
            log(transaction, by, seen, changed);
            if (again) {
                transaction.execute(
                        "delete from announcement_read where announcement = ? and person <> ?", seen.id(), by.user());
            }
            tell(transaction, changed, again ? "version " + changed.version() : "published");
            return changed;
        });
    }

    /** Nobody sees it any more; who had read it stays known. */
    public void withdraw(Actor by, Announcement announcement) {
        database.transaction(configuration -> {
            int gone = configuration
                    .dsl()
                    .execute(
                            "update announcement set withdrawn_at = cast(? as timestamptz) where id = ? and withdrawn_at is null",
                            clock.instant(),
                            announcement.id());
            if (gone == 1) {
                log(configuration.dsl(), by, announcement, null);
            }
        });
    }

    /**
     * Tells those who have not read it yet once more, at most once a day.
     *
     * @return how many have not
     */
    public int remind(Announcement announcement) {
        return database.transactionResult(configuration -> {
            tell(configuration.dsl(), announcement, today(organisation.get()).toString());
            return unread(announcement).size();
        });
    }

    /** Those it is for who have not read it. */
    public List<Long> unread(Announcement announcement) {
        Set<Long> have = readers(announcement.id()).keySet();
        return announcement.readers(organisation.get()).stream()
                .filter(person -> !have.contains(person))
                .sorted()
                .toList();
    }

    private static void tell(DSLContext transaction, Announcement announcement, String turn) {
        Outbox.publish(
                transaction, Event.of(PublishedAnnouncement.KIND, new PublishedAnnouncement(announcement.id(), turn)));
    }

    private void log(DSLContext transaction, Actor by, @Nullable Announcement before, @Nullable Announcement after) {
        Announcement either = after == null ? before : after;
        if (either != null) {
            AdministrationLog.record(
                    transaction,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("announcement", either.id(), either.title()),
                    before == null ? null : told(before),
                    after == null ? null : told(after));
        }
    }

    private static ObjectNode told(Announcement announcement) {
        ObjectNode told = JsonMapper.shared().createObjectNode();
        told.put("title", announcement.title()).put("body", announcement.body());
        told.put("mustRead", announcement.mustRead());
        told.put(
                "until",
                announcement.until() == null ? null : announcement.until().toString());
        Audience audience = announcement.audience();
        if (audience != null) {
            told.putPOJO("people", audience.people().stream().sorted().toList());
            told.putPOJO("departments", audience.departments().stream().sorted().toList());
            told.putPOJO("roles", audience.roles().stream().sorted().toList());
        }
        return told;
    }

    private LocalDate today(Organisation now) {
        return LocalDate.ofInstant(clock.instant(), now.company().timeZone());
    }

    private static Long[] ids(Set<Long> ids) {
        return ids.stream().sorted().toArray(Long[]::new);
    }

    private static Announcement of(Record row) {
        return new Announcement(
                row.get("id", Long.class),
                row.get("version", Long.class),
                row.get("title", String.class),
                row.get("body", String.class),
                row.get("everybody", Boolean.class)
                        ? null
                        : new Audience(
                                Set.of(row.get("people", Long[].class)),
                                Set.of(row.get("departments", Long[].class)),
                                Set.of(row.get("roles", Long[].class))),
                row.get("must_read", Boolean.class),
                row.get("until", LocalDate.class),
                row.get("author", Long.class),
                row.get("published_at", Instant.class));
    }
}
