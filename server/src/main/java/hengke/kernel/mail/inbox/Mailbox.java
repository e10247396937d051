package hengke.kernel.mail.inbox;

import hengke.kernel.mail.MailSecurity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that is read, and how that goes. Its password is told to nobody.
 *
 * @param owner whose it is, within its purpose
 * @param active whether it is read at all
 * @param since when the first mail may have come in
 * @param readAt when it was read to its end; null if never
 * @param failures so many times running it could not be read
 * @param error why, as kept by {@link hengke.kernel.problem.KeptMessage}
 */
public record Mailbox(
        long owner,
        String host,
        int port,
        MailSecurity security,
        String user,
        String folder,
        boolean markSeen,
        boolean active,
        Instant since,
        @Nullable Instant readAt,
        Instant nextRead,
        int failures,
        @Nullable String error) {
    /** Is the server and the account on it the same? Only then may a kept password go there. */
    boolean reachedAs(MailboxDraft draft) {
        return host.equalsIgnoreCase(draft.host())
                && port == draft.port()
                && security == draft.security()
                && user.equals(draft.user());
    }
}
