package hengke.kernel.mail;

import hengke.kernel.outbound.PublicAddress;
import hengke.kernel.problem.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of mail servers, as administrators enter them. */
public final class MailHost {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:]+");

    private MailHost() {}

    /** What is wrong with a name, if anything. */
    public static Optional<Message> wrong(String host) {
        return NAME.matcher(host).matches() ? Optional.empty() : Optional.of(Message.of("mail.host"));
    }

    /**
     * Never a mail server, but where clouds tell a machine its secrets. A name that is not known is for the connection
     * to tell.
     */
    public static boolean forbidden(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).anyMatch(PublicAddress::never);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
