package hengke.capability.layout;

import hengke.kernel.paper.Layout;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A layout that the company made itself.
 *
 * @param standard is it taken where nobody chooses?
 * @param draft as it is being worked on
 * @param published the edition that is printed; null as long as there is none
 * @param version of this record, for two who change it at once
 */
public record CompanyLayout(
        long id,
        String object,
        String name,
        boolean active,
        boolean standard,
        Layout draft,
        @Nullable Edition published,
        long version,
        Instant updatedAt,
        long updatedBy) {

    /** A layout as it was published, for good. */
    public record Edition(long id, int number, Layout content, Instant at, long by) {}

    /** Can it be chosen? */
    public boolean offered() {
        return active && published != null;
    }

    /** What is printed, else what is being worked on. */
    public Layout content() {
        return published == null ? draft : published.content();
    }
}
