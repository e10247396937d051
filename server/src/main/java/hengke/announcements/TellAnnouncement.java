package hengke.announcements;

import hengke.kernel.access.Person;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells those who have not read an announcement that it is there, each once in a turn. */
@Component
final class TellAnnouncement implements Subscriber<PublishedAnnouncement> {
    private final Announcements announcements;
    private final Notices notices;
    private final LiveOrganisation organisation;

    TellAnnouncement(Announcements announcements, Notices notices, LiveOrganisation organisation) {
        this.announcements = announcements;
        this.notices = notices;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "notice-announcement";
    }

    @Override
    public Set<EventKind<? extends PublishedAnnouncement>> kinds() {
        return Set.of(PublishedAnnouncement.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends PublishedAnnouncement>> deliveries, DSLContext transaction) {
        for (Delivery<? extends PublishedAnnouncement> delivery : deliveries) {
            String turn = delivery.payload().turn();
            announcements
                    .find(delivery.payload().announcement())
                    .ifPresent(found -> announcements
                            .unread(found)
                            .forEach(person -> notices.tell(transaction, telling(found, person, turn))));
        }
    }

    private Telling telling(Announcement announcement, long person, String turn) {
        String author = organisation
                .get()
                .person(announcement.author())
                .map(Person::name)
                .orElse("");
        return new Telling(
                person,
                "announcement",
                Message.of(announcement.mustRead() ? "announcement.mustRead" : "announcement.published", author),
                Message.of("notice.record", announcement.title()),
                null,
                "announcement:" + announcement.id() + ":" + turn);
    }
}
