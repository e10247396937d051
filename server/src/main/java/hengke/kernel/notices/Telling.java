package hengke.kernel.notices;

import hengke.kernel.mail.Mail;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be told.
 *
 * @param title must not name a record
 * @param about the record it is about; who may not see it is not told
 * @param once what makes it this notice and no other: told again with it, nothing happens
 * @param calendar what goes along for the person's calendar where they are told by mail
 */
public record Telling(
        long person,
        String kind,
        Message title,
        @Nullable Message body,
        @Nullable Link about,
        @Nullable String once,
        Mail.@Nullable Calendar calendar) {

    public Telling(
            long person,
            String kind,
            Message title,
            @Nullable Message body,
            @Nullable Link about,
            @Nullable String once) {
        this(person, kind, title, body, about, once, null);
    }

    /** The same for whoever acts for the person meanwhile, but not for their calendar. */
    Telling toDelegate(long delegate, String away) {
        return new Telling(delegate, kind, Message.of("notice.delegated", away, title), body, about, once);
    }
}
