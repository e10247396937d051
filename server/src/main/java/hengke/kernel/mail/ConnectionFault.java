package hengke.kernel.mail;

import hengke.kernel.problem.Message;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no way to a mail server, in words of our own and never with what the server said: it may be anything.
 *
 * @param part what to look at
 * @param key of the sentence
 */
public record ConnectionFault(Part part, String key) {
    /** The part of an account that is to blame. */
    public enum Part {
        HOST,
        PORT,
        SECURITY,
        PASSWORD;

        /** The key of a form it is entered under. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a failure of the mail library means to an administrator. */
    public static ConnectionFault of(MessagingException failure) {
        if (find(failure, AuthenticationFailedException.class).isPresent()) {
            return new ConnectionFault(Part.PASSWORD, "mail.authentication");
        }
        if (find(failure, UnknownHostException.class).isPresent()) {
            return new ConnectionFault(Part.HOST, "mail.unknownHost");
        }
        if (find(failure, SSLException.class).isPresent()) {
            return new ConnectionFault(Part.SECURITY, "mail.tls");
        }
        if (find(failure, SocketTimeoutException.class).isPresent()) {
            return new ConnectionFault(Part.PORT, "mail.timeout");
        }
        if (find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()) {
            return new ConnectionFault(Part.PORT, "mail.connect");
        }
        return find(failure, MailConnectException.class).isPresent()
                ? new ConnectionFault(Part.HOST, "mail.connect")
                : new ConnectionFault(Part.HOST, "mail.noMailServer");
    }

    public Message reason() {
        return Message.of(key);
    }

    /** Failures hang together by cause and by what the library calls the next exception. */
    static <T extends Throwable> Optional<T> find(@Nullable Throwable failure, Class<T> kind) {
        if (failure == null || kind.isInstance(failure)) {
            return Optional.ofNullable(failure).map(kind::cast);
        }
        Throwable next = failure instanceof MessagingException messaging ? messaging.getNextException() : null;
        Optional<T> found = find(next, kind);
        return found.isPresent() || failure.getCause() == next ? found : find(failure.getCause(), kind);
    }
}
