package hengke.kernel.notices;

import hengke.kernel.problem.Message;
import java.util.List;

/** The kinds of notices there are: those that have a name among the messages, {@code notice.kind.…}. */
public final class NoticeKinds {
    private static final String PREFIX = "notice.kind.";
    private static final List<String> ALL = Message.keys("notice").stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .sorted()
            .toList();

    private NoticeKinds() {}

    public static List<String> all() {
        return ALL;
    }

    public static Message name(String kind) {
        return Message.of(PREFIX + kind);
    }

    /** Nobody could choose how to be told of a kind that has no name. */
    static void require(String kind) {
        if (!ALL.contains(kind)) {
            throw new IllegalArgumentException("A kind of notice without a name in the messages: " + kind);
        }
    }
}
