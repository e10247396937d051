package hengke.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its members has it.
 *
 * @param title of a group; null between two
 * @param members in the order of their ids; those who have left the company too
 * @param unread how many messages of others are new, at most {@link Conversations#MOST_UNREAD}
 * @param mentioned whether one of those speaks to the member
 * @param last the newest message; null before the first
 */
public record Conversation(
        long id,
        @Nullable String title,
        List<Member> members,
        Member mine,
        Instant lastAt,
        @Nullable ChatMessage last,
        int unread,
        boolean mentioned) {

    public Conversation {
        members = List.copyOf(members);
    }

    /**
     * Somebody in it.
     *
     * @param since only what was said after this message is for them
     * @param readUpTo the newest message they have read
     * @param keeper may name the group and send others away
     * @param muted does not want to be called by it
     */
    public record Member(long person, long since, long readUpTo, boolean keeper, boolean muted) {}

    public boolean direct() {
        return title == null;
    }

    /** The other one of two. */
    public Optional<Member> other() {
        return direct()
                ? members.stream()
                        .filter(member -> member.person() != mine.person())
                        .findFirst()
                : Optional.empty();
    }
}
