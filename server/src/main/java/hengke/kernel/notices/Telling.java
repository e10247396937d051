package hengke.kernel.notices;

import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be told.
 *
 * @param title must not name a record
 * @param about the record it is about; who may not see it is not told
 * @param once what makes it this notice and no other: told again with it, nothing happens
 */
public record Telling(
        long person,
        String kind,
        Message title,
        @Nullable Message body,
        @Nullable Link about,
        @Nullable String once) {

    /** The same for whoever acts for the person meanwhile. */
    Telling toDelegate(long delegate, String away) {
        return new Telling(delegate, kind, Message.of("notice.delegated", away, title), body, about, once);
    }
}
