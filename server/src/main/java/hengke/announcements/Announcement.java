package hengke.announcements;

import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that everybody, or some, are told.
 *
 * @param body sanitised HTML
 * @param audience whom it is for; null for everybody
 * @param mustRead those it is for confirm that they have read it
 * @param until the last day on which it is shown; null without end
 */
public record Announcement(
        long id,
        long version,
        String title,
        String body,
        @Nullable Audience audience,
        boolean mustRead,
        @Nullable LocalDate until,
        long author,
        Instant publishedAt) {

    /** Who is to read it, as the company is now: whoever joins is told as well. */
    public Set<Long> readers(Organisation now) {
        return audience == null
                ? now.people().stream().filter(Person::active).map(Person::id).collect(Collectors.toSet())
                : now.among(audience);
    }

    /** @param isAmong tells of audiences whether somebody is among them */
    boolean isFor(Predicate<Audience> isAmong) {
        return audience == null || isAmong.test(audience);
    }

    /** Is it shown on this day? */
    public boolean shown(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /** What a publisher writes. */
    public record Draft(
            String title,
            String body,
            @Nullable Audience audience,
            boolean mustRead,
            @Nullable LocalDate until) {}
}
