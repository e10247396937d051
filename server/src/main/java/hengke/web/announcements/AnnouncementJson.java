package hengke.web.announcements;

import hengke.announcements.Announcement;
import hengke.kernel.access.Audience;
import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Announcements as they are shown. */
final class AnnouncementJson {
    private AnnouncementJson() {}

    /** An id with what it is called. */
    record Labelled(long id, String label) {}

    /**
     * One in a list.
     *
     * @param readAt when the asker read it; null before
     */
    record LineJson(
            long id,
            String title,
            Labelled author,
            Instant publishedAt,
            boolean mustRead,
            @Nullable LocalDate until,
            boolean shown,
            @Nullable Instant readAt) {}

    /** Whom it is for: everybody, or these. */
    record AudienceJson(boolean everybody, List<Labelled> people, List<Labelled> departments, List<Labelled> roles) {}

    /**
     * One with its text.
     *
     * @param audience told to publishers only
     */
    record WholeJson(
            long id,
            long version,
            String title,
            String body,
            Labelled author,
            Instant publishedAt,
            boolean mustRead,
            @Nullable LocalDate until,
            boolean mine,
            @Nullable Instant readAt,
            @Nullable AudienceJson audience) {}

    static LineJson line(Organisation now, Announcement announcement, boolean shown, @Nullable Instant readAt) {
        return new LineJson(
                announcement.id(),
                announcement.title(),
                person(now, announcement.author()),
                announcement.publishedAt(),
                announcement.mustRead(),
                announcement.until(),
                shown,
                readAt);
    }

    static WholeJson whole(
            Organisation now, Announcement announcement, boolean mine, @Nullable Instant readAt, boolean publisher) {
        return new WholeJson(
                announcement.id(),
                announcement.version(),
                announcement.title(),
                announcement.body(),
                person(now, announcement.author()),
                announcement.publishedAt(),
                announcement.mustRead(),
                announcement.until(),
                mine,
                readAt,
                publisher ? audience(now, announcement.audience()) : null);
    }

    static Labelled person(Organisation now, long id) {
        return new Labelled(id, now.person(id).map(Person::name).orElse(""));
    }

    private static AudienceJson audience(Organisation now, @Nullable Audience audience) {
        return audience == null
                ? new AudienceJson(true, List.of(), List.of(), List.of())
                : new AudienceJson(
                        false,
                        labelled(audience.people(), id -> now.person(id).map(Person::name)),
                        labelled(
                                audience.departments(), id -> now.department(id).map(Department::name)),
                        labelled(audience.roles(), id -> now.role(id).map(Role::name)));
    }

    private static List<Labelled> labelled(Set<Long> ids, LongFunction<Optional<String>> name) {
        return ids.stream()
                .sorted()
                .flatMap(id -> name.apply(id).map(label -> new Labelled(id, label)).stream())
                .toList();
    }
}
