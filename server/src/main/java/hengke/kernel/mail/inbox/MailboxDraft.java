package hengke.kernel.mail.inbox;

import hengke.kernel.mail.MailHost;
import hengke.kernel.mail.MailSecurity;
import hengke.kernel.problem.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as somebody wants it.
 *
 * @param password null keeps the one there is
 * @param markSeen whether mails that were taken are marked as read on the server
 * @param days how far back a mailbox that was never read is read; 0 for new mails only
 */
public record MailboxDraft(
        String host,
        int port,
        MailSecurity security,
        String user,
        @Nullable String password,
        String folder,
        boolean markSeen,
        int days) {
    /** What is wrong with the host, if anything. */
    public Optional<Message> wrongHost() {
        return MailHost.wrong(host);
    }
}
