package hengke.web.stream;

import java.util.Collection;

/** Something that open pages may want to hear of. */
sealed interface News {
    /** Something of one person's has got on: a notice, an operation, an import. */
    record Own(String channel, long person, long id) implements News {
        static Own of(String channel, String message) {
            int space = message.indexOf(' ');
            return new Own(
                    channel, Long.parseLong(message.substring(0, space)), Long.parseLong(message.substring(space + 1)));
        }
    }

    /** Records of an object were changed by anybody. */
    record Records(String object, Collection<Long> ids) implements News {}

    /** Something got on that concerns several people. */
    record Shared(SharedNews of, long id) implements News {}

    /** Sessions of a person have ended. */
    record Ended(long person) implements News {}

    /** Anything may have happened unheard. */
    record Missed() implements News {}
}
