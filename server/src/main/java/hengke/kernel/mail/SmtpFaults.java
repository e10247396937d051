package hengke.kernel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure of the mail library means to an administrator. */
final class SmtpFaults {
    private static final int LASTING = 500;

    private SmtpFaults() {}

    static NotSent of(MessagingException failure) {
        Optional<SMTPAddressFailedException> address = ConnectionFault.find(failure, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            int code = address.get().getReturnCode();
            return new NotSent(failure, "to", code >= LASTING, "mail.recipient", code);
        }
        Optional<SMTPSenderFailedException> sender = ConnectionFault.find(failure, SMTPSenderFailedException.class);
        if (sender.isPresent()) {
            return new NotSent(
                    failure,
                    MailSettings.FROM.name(),
                    false,
                    "mail.sender",
                    sender.get().getReturnCode());
        }
        Optional<SMTPSendFailedException> refused = ConnectionFault.find(failure, SMTPSendFailedException.class);
        if (refused.isPresent()) {
            int code = refused.get().getReturnCode();
            return new NotSent(failure, MailSettings.FROM.name(), code >= LASTING, "mail.refused", code);
        }
        if (ConnectionFault.find(failure, AddressException.class).isPresent()) {
            return new NotSent(failure, "to", true, "mail.address");
        }
        return connection(failure);
    }

    private static NotSent connection(MessagingException failure) {
        ConnectionFault fault = ConnectionFault.of(failure);
        String setting = switch (fault.part()) {
            case HOST -> MailSettings.HOST_NAME.name();
            case PORT -> MailSettings.PORT.name();
            case SECURITY -> MailSettings.SECURITY.name();
            case PASSWORD -> MailSettings.PASSWORD.name();
        };
        return new NotSent(failure, setting, false, fault.key());
    }
}
