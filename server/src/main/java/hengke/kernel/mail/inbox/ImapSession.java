package hengke.kernel.mail.inbox;

import hengke.kernel.mail.MailHost;
import hengke.kernel.mail.MailSecurity;
import hengke.kernel.problem.Message;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** One visit to a folder on a mail server. Reads mails as bytes only, so that no server's idea of them is believed. */
final class ImapSession implements AutoCloseable {
    /** Of a larger mail only so much is read. */
    static final int MOST_BYTES = 10_000_000;

    private static final String PIECE_BYTES = "262144";

    /** Some providers let nobody in who does not say what it is. */
    private static final Map<String, String> WHO = Map.of("name", "Hengke CRM", "version", "1.0", "vendor", "Hengke");

    private final IMAPStore store;
    private final IMAPFolder folder;

    private ImapSession(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** A mail as it lies on the server; {@code whole} is false where it is larger than is read. */
    record RawMail(byte[] bytes, boolean whole, Instant receivedAt) {}

    static ImapSession open(MailboxDraft account, String password) throws MailboxFault {
        if (MailHost.forbidden(account.host())) {
            throw new MailboxFault(null, "host", Message.of("mail.hostForbidden"));
        }
        try {
            return opened(account, password);
        } catch (MessagingException e) {
            throw MailboxFault.of(e);
        }
    }

    private static ImapSession opened(MailboxDraft account, String password) throws MessagingException {
        MailSecurity security = account.security();
        Properties properties = security.properties("imap");
        properties.put("mail." + security.protocol("imap") + ".fetchsize", PIECE_BYTES);
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(security.protocol("imap"));
        try {
            store.connect(account.host(), account.port(), account.user(), password);
            if (store.hasCapability("ID")) {
                store.id(WHO);
            }
            IMAPFolder folder = (IMAPFolder) store.getFolder(account.folder());
            if (!folder.exists()) {
                throw new FolderNotFoundException();
            }
            folder.open(account.markSeen() ? Folder.READ_WRITE : Folder.READ_ONLY);
            return new ImapSession(store, folder);
        } catch (MessagingException | RuntimeException e) {
            close(store);
            throw e;
        }
    }

    int messages() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Numbers of mails mean something only while this stays the same. */
    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /**
     * The highest number this visit sees so far; 0 where there is none. What the server says of the next number would not
     * do: it may count a mail that came in since, which this visit does not see.
     */
    long highestUid() throws MessagingException {
        int count = folder.getMessageCount();
        return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
    }

    /** The numbers above this one, ascending. */
    List<Long> after(long last) throws MessagingException {
        // asked for 7 and above, a server answers 5 when that is the last
        return uids(folder.getMessagesByUID(last + 1, UIDFolder.LASTUID), null).stream()
                .filter(uid -> uid > last)
                .toList();
    }

    /** The numbers of what came in since then, ascending. */
    List<Long> since(Instant since) throws MessagingException {
        // servers search by day, each in a zone of its own
        Date day = Date.from(since.minus(Duration.ofDays(1)));
        return uids(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, day)), since);
    }

    private List<Long> uids(jakarta.mail.Message[] found, @Nullable Instant since) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, profile);
        long[] uids = new long[found.length];
        int count = 0;
        for (jakarta.mail.Message message : found) {
            if (since == null || !message.getReceivedDate().toInstant().isBefore(since)) {
                uids[count++] = folder.getUID(message);
            }
        }
        return Arrays.stream(uids, 0, count).sorted().boxed().toList();
    }

    /** A mail, without marking it as read; empty when it is gone. */
    Optional<RawMail> read(long uid) throws MessagingException {
        if (!(folder.getMessageByUID(uid) instanceof IMAPMessage message)) {
            return Optional.empty();
        }
        try {
            message.setPeek(true);
            FetchProfile profile = new FetchProfile();
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            folder.fetch(new jakarta.mail.Message[] {message}, profile);
            Instant receivedAt = message.getReceivedDate().toInstant();
            try (InputStream content = message.getMimeStream()) {
                byte[] bytes = content.readNBytes(MOST_BYTES);
                return Optional.of(new RawMail(bytes, bytes.length < MOST_BYTES, receivedAt));
            }
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (message.isExpunged()) {
                return Optional.empty();
            }
            throw new MessagingException("a mail was not read to its end", e);
        }
    }

    void markSeen(long uid) throws MessagingException {
        jakarta.mail.Message message = folder.getMessageByUID(uid);
        if (message != null) {
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    @Override
    public void close() {
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            // it is gone already, which is as good
        }
    }
}
