package hengke.conversations;

import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said, or became of a group.
 *
 * @param text what was said; the new name of a group; null where there is none, or it was taken back
 * @param people those who came, or the one who went
 * @param about a record that is shown with it, to those who may see that
 * @param files ids of what is attached
 * @param answers the message it answers
 */
public record ChatMessage(
        long id,
        long conversation,
        long author,
        Instant at,
        Kind kind,
        @Nullable String text,
        List<Long> people,
        @Nullable Link about,
        List<Long> files,
        @Nullable Long answers,
        boolean takenBack) {

    public ChatMessage {
        people = List.copyOf(people);
        files = List.copyOf(files);
    }

    /** What kind of thing it tells. */
    public enum Kind {
        SAID,
        JOINED,
        LEFT,
        NAMED
    }

    /**
     * One that is being sent.
     *
     * @param text may be empty when something comes with it
     */
    public record Draft(
            String text,
            List<Long> files,
            @Nullable Link about,
            @Nullable Long answers) {
        public Draft {
            files = List.copyOf(files);
        }
    }
}
