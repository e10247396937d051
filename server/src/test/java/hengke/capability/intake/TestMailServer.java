package hengke.capability.intake;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** A real IMAP server with mailboxes that mails are put into as they are. */
final class TestMailServer implements AutoCloseable {
    static final String PASSWORD = "geheim-123";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
    });
    private final Map<String, GreenMailUser> users = new ConcurrentHashMap<>();

    TestMailServer() {
        server.start();
    }

    int port() {
        return server.getImap().getPort();
    }

    /** Where it is encrypted, by a certificate that nobody vouches for. */
    int encryptedPort() {
        return server.getImaps().getPort();
    }

    void mailbox(String address) {
        users.put(address, server.setUser(address, address, PASSWORD));
    }

    void password(String address, String password) {
        users.get(address).setPassword(password);
    }

    void deliver(String address, String mail) {
        deliver(address, mail.getBytes(StandardCharsets.UTF_8));
    }

    void deliver(String address, byte[] mail) {
        deliver(address, Instant.now(), mail);
    }

    void deliver(String address, Instant at, String mail) {
        deliver(address, at, mail.getBytes(StandardCharsets.UTF_8));
    }

    private void deliver(String address, Instant at, byte[] mail) {
        try {
            folder(address)
                    .appendMessage(
                            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)),
                            new Flags(),
                            Date.from(at));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many are marked as read. */
    long seen(String address) {
        return folder(address).getMessages().stream()
                .filter(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    private MailFolder folder(String address) {
        try {
            return server.getManagers().getImapHostManager().getInbox(users.get(address));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
