package hengke.kernel.subscription;

import hengke.kernel.access.Audience;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.report.Kept;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report or dashboard that is sent again and again.
 *
 * @param id 0 for one that is not there yet
 * @param report the number of one that is kept, or the key of one that the product brings along
 * @param name as it was last called
 * @param owner who sends it
 * @param audience who gets it, as the company is each time
 * @param ended why it has ended, in every language; null unless it has
 * @param since from when on it is looked whether it is due
 */
public record Subscription(
        long id,
        long version,
        Kept.Kind kind,
        String report,
        String name,
        long owner,
        Audience audience,
        Rhythm rhythm,
        Content content,
        State state,
        @Nullable String ended,
        Instant since) {

    /**
     * What is in the mail.
     *
     * @param pictures are charts drawn?
     * @param workbook are the figures attached as well?
     * @param note what the sender says above the figures; may be empty
     */
    public record Content(boolean pictures, boolean workbook, String note) {}

    /** Is it sent? */
    public enum State {
        ACTIVE,
        PAUSED,
        ENDED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Is it for nobody but whoever sends it? */
    public boolean forOneself() {
        return isFor(audience, owner);
    }

    /** Is an audience this person and nobody else? */
    public static boolean isFor(Audience audience, long person) {
        return audience.equals(new Audience(Set.of(person), Set.of(), Set.of()));
    }

    /** As it becomes now; another rhythm, and going on after a pause, count from now on. */
    public Subscription with(Audience others, Rhythm other, Content containing, State becoming, Instant now) {
        return new Subscription(
                id,
                version,
                kind,
                report,
                name,
                owner,
                others,
                other,
                containing,
                becoming,
                becoming == State.ENDED ? ended : null,
                becoming == state && other.equals(rhythm) ? since : now);
    }
}
