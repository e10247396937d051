package hengke.web.announcements;

import hengke.announcements.Announcement;
import hengke.kernel.access.Organisation;
import hengke.web.AudienceJson;
import hengke.web.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Announcements as they are shown. */
final class AnnouncementJson {
    private AnnouncementJson() {}

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
                Labelled.person(now, announcement.author()),
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
                Labelled.person(now, announcement.author()),
                announcement.publishedAt(),
                announcement.mustRead(),
                announcement.until(),
                mine,
                readAt,
                publisher ? AudienceJson.of(now, announcement.audience()) : null);
    }
}
