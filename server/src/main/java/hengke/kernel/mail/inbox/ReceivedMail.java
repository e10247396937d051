package hengke.kernel.mail.inbox;

import hengke.kernel.problem.Message;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came, as text that can be kept and shown: without control characters, and never longer than anybody reads.
 *
 * @param fingerprint the same for the same mail delivered again, and for no other
 * @param receivedAt when the server took it
 * @param from who wrote it, as it says
 * @param replyTo where an answer should go
 * @param text all it says, quoted history included; of HTML what one reads
 * @param head its header lines
 * @param whole false where it was too large to be read to its end, or broken
 * @param automatic why no person wrote it to us; empty for what deserves an answer
 */
public record ReceivedMail(
        String fingerprint,
        Instant receivedAt,
        Correspondent from,
        Optional<Correspondent> replyTo,
        String to,
        String subject,
        String text,
        String head,
        List<AttachedFile> attachments,
        boolean whole,
        Optional<Message> automatic) {
    public ReceivedMail {
        attachments = List.copyOf(attachments);
    }

    /**
     * A file that came with a mail.
     *
     * @param type what the mail says it is
     * @param size in bytes
     * @param content null where the mail was not read to its end
     */
    public record AttachedFile(
            String name, String type, long size, @Nullable Content content) {

        AttachedFile withoutContent() {
            return new AttachedFile(name, type, size, null);
        }
    }

    /** The bytes of a file. */
    public interface Content {
        InputStream open();
    }

    /** What is said in this mail, without what it quotes of earlier ones. */
    public String said() {
        return QuotedHistory.cut(text);
    }

    /** The person to talk to: where an answer should go, or who wrote it. */
    public Correspondent correspondent() {
        return replyTo.filter(other -> !other.address().isEmpty())
                .map(other -> other.name().isEmpty() && other.address().equalsIgnoreCase(from.address()) ? from : other)
                .orElse(from);
    }

    /** The little of it that anything can keep, for when its content cannot be. */
    ReceivedMail bare() {
        return new ReceivedMail(
                fingerprint,
                receivedAt,
                new Correspondent("", from.address()),
                Optional.empty(),
                "",
                subject,
                "",
                "",
                List.of(),
                false,
                automatic);
    }
}
