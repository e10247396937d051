package hengke.kernel.mail.inbox;

import hengke.kernel.mail.ConnectionFault;
import hengke.kernel.problem.Message;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** A mailbox cannot be read. Says why in words of our own, and which part of the account to look at. */
final class MailboxFault extends Exception {
    private final String part;
    private final Message reason;

    MailboxFault(@Nullable Throwable cause, String part, Message reason) {
        super(reason.key(), cause);
        this.part = part;
        this.reason = reason;
    }

    static MailboxFault of(MessagingException failure) {
        if (failure instanceof FolderNotFoundException) {
            return new MailboxFault(failure, "folder", Message.of("mail.noFolder"));
        }
        ConnectionFault fault = ConnectionFault.of(failure);
        return new MailboxFault(failure, fault.part().key(), fault.reason());
    }

    String part() {
        return part;
    }

    Message reason() {
        return reason;
    }
}
