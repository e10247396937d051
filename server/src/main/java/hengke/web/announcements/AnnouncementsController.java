package hengke.web.announcements;

import hengke.announcements.Announcement;
import hengke.announcements.Announcements;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import hengke.web.announcements.AnnouncementJson.LineJson;
import hengke.web.announcements.AnnouncementJson.WholeJson;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Everybody reads the announcements that are for them; who may publish sees all and who has read them. */
@RestController
@RequestMapping("/api/announcements")
final class AnnouncementsController {
    private static final int PAGE = 30;
    private static final BooleanType FLAG = new BooleanType();

    private final Announcements announcements;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    AnnouncementsController(Announcements announcements, Access access, LiveOrganisation organisation, Clock clock) {
        this.announcements = announcements;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param next continues the list; null at its end */
    record ListJson(List<LineJson> items, @Nullable String next) {}

    /** Somebody who has read it. */
    record ReaderJson(Labelled person, Instant at) {}

    /** Who has read it, the latest first, and of those it is for who has not. */
    record ReadersJson(List<ReaderJson> read, List<Labelled> unread) {}

    /** @param unread how many have not read it */
    record RemindedJson(int unread) {}

    @GetMapping
    ListJson list(
            Actor actor,
            @RequestParam(name = "all", defaultValue = "false") boolean all,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        if (all) {
            access.requirePage(actor, PageRight.ANNOUNCEMENTS);
        }
        Organisation now = organisation.get();
        LocalDate today = today(now);
        List<Announcement> found = all ? announcements.page(after, PAGE) : announcements.of(actor.user(), after, PAGE);
        Map<Long, Instant> read = announcements.readBy(
                actor.user(), found.stream().map(Announcement::id).toList());
        return new ListJson(
                found.stream()
                        .map(each -> AnnouncementJson.line(now, each, each.shown(today), read.get(each.id())))
                        .toList(),
                found.size() == PAGE ? Long.toString(found.getLast().id()) : null);
    }

    @GetMapping("/{id}")
    WholeJson one(Actor actor, @PathVariable("id") long id) {
        return whole(actor, seen(actor, id));
    }

    /** Whoever reads it says so; for one that must be read this is the receipt. */
    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable("id") long id) {
        Announcement announcement = seen(actor, id);
        if (announcements.shownTo(announcement, actor.user())) {
            announcements.read(id, actor.user());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WholeJson publish(Actor actor, @RequestBody ObjectNode asked) {
        access.requirePage(actor, PageRight.ANNOUNCEMENTS);
        Body body = new Body(asked);
        Organisation now = organisation.get();
        Announcement.Draft draft = AnnouncementReader.read(body, now, today(now));
        body.done();
        return whole(actor, announcements.publish(actor, draft));
    }

    @PutMapping("/{id}")
    WholeJson change(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        Announcement seen = published(actor, id);
        Body body = new Body(asked);
        Organisation now = organisation.get();
        Announcement.Draft draft = AnnouncementReader.read(body, now, today(now));
        boolean again = body.optional("readAgain", FLAG).orElse(false);
        long version =
                body.required("version", new IntegerType(1, Long.MAX_VALUE)).orElse(0L);
        body.done();
        if (version != seen.version()) {
            throw new Refusal.Conflict("stale", Message.of("announcement.stale"), Map.of());
        }
        return whole(actor, announcements.change(actor, seen, draft, again));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable("id") long id) {
        announcements.withdraw(actor, published(actor, id));
    }

    @GetMapping("/{id}/readers")
    ReadersJson readers(Actor actor, @PathVariable("id") long id) {
        Announcement announcement = published(actor, id);
        Organisation now = organisation.get();
        return new ReadersJson(
                announcements.readers(id).entrySet().stream()
                        .sorted(Map.Entry.<Long, Instant>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(read -> new ReaderJson(Labelled.person(now, read.getKey()), read.getValue()))
                        .toList(),
                announcements.unread(announcement).stream()
                        .map(person -> Labelled.person(now, person))
                        .toList());
    }

    @PostMapping("/{id}/remind")
    RemindedJson remind(Actor actor, @PathVariable("id") long id) {
        return new RemindedJson(announcements.remind(published(actor, id)));
    }

    private WholeJson whole(Actor actor, Announcement announcement) {
        return AnnouncementJson.whole(
                organisation.get(),
                announcement,
                announcements.shownTo(announcement, actor.user()),
                announcements.readBy(actor.user(), List.of(announcement.id())).get(announcement.id()),
                publishes(actor));
    }

    private Announcement seen(Actor actor, long id) {
        return announcements
                .find(id)
                .filter(found -> publishes(actor) || announcements.shownTo(found, actor.user()))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Announcement published(Actor actor, long id) {
        access.requirePage(actor, PageRight.ANNOUNCEMENTS);
        return announcements.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private boolean publishes(Actor actor) {
        return access.opens(actor, PageRight.ANNOUNCEMENTS);
    }

    private LocalDate today(Organisation now) {
        return LocalDate.ofInstant(clock.instant(), now.company().timeZone());
    }
}
