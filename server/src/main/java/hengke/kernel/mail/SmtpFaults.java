package hengke.kernel.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** What a failure of the mail library means to an administrator. */
final class SmtpFaults {
    private static final int LASTING = 500;

    private SmtpFaults() {}

    static NotSent of(MessagingException failure) {
        if (find(failure, AuthenticationFailedException.class).isPresent()) {
            return new NotSent(failure, MailSettings.PASSWORD.name(), false, "mail.authentication");
        }
        Optional<SMTPAddressFailedException> address = find(failure, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            int code = address.get().getReturnCode();
            return new NotSent(failure, "to", code >= LASTING, "mail.recipient", code);
        }
        Optional<SMTPSenderFailedException> sender = find(failure, SMTPSenderFailedException.class);
        if (sender.isPresent()) {
            return new NotSent(
                    failure,
                    MailSettings.FROM.name(),
                    false,
                    "mail.sender",
                    sender.get().getReturnCode());
        }
        Optional<SMTPSendFailedException> refused = find(failure, SMTPSendFailedException.class);
        if (refused.isPresent()) {
            int code = refused.get().getReturnCode();
            return new NotSent(failure, MailSettings.FROM.name(), code >= LASTING, "mail.refused", code);
        }
        if (find(failure, AddressException.class).isPresent()) {
            return new NotSent(failure, "to", true, "mail.address");
        }
        return connection(failure);
    }

    private static NotSent connection(MessagingException failure) {
        String host = MailSettings.HOST_NAME.name();
        String port = MailSettings.PORT.name();
        if (find(failure, UnknownHostException.class).isPresent()) {
            return new NotSent(failure, host, false, "mail.unknownHost");
        }
        if (find(failure, SSLException.class).isPresent()) {
            return new NotSent(failure, MailSettings.SECURITY.name(), false, "mail.tls");
        }
        if (find(failure, SocketTimeoutException.class).isPresent()) {
            return new NotSent(failure, port, false, "mail.timeout");
        }
        if (find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()) {
            return new NotSent(failure, port, false, "mail.connect");
        }
        return find(failure, MailConnectException.class).isPresent()
                ? new NotSent(failure, host, false, "mail.connect")
                : new NotSent(failure, host, false, "mail.noMailServer");
    }

    /** Failures hang together by cause and by what the library calls the next exception. */
    private static <T extends Throwable> Optional<T> find(@Nullable Throwable failure, Class<T> kind) {
        if (failure == null || kind.isInstance(failure)) {
            return Optional.ofNullable(failure).map(kind::cast);
        }
        Throwable next = failure instanceof MessagingException messaging ? messaging.getNextException() : null;
        Optional<T> found = find(next, kind);
        return found.isPresent() || failure.getCause() == next ? found : find(failure.getCause(), kind);
    }
}
