package hengke.capability.sending;

import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper that left, for one recipient.
 *
 * @param recipient an address, or the name the sender gave to whom a link was handed
 * @param file as it was then
 * @param shown the same with the recipient's watermark; null without a link
 * @param linkUntil null without a link
 * @param layout the edition of the company's layout it was printed by; null for the one that is shipped
 */
public record SentPaper(
        long id,
        Link about,
        String title,
        Instant sentAt,
        long sentBy,
        String recipient,
        boolean mailed,
        boolean attached,
        @Nullable String subject,
        String language,
        long file,
        @Nullable Long shown,
        int pages,
        @Nullable Instant linkUntil,
        @Nullable Instant revokedAt,
        @Nullable Long revokedBy,
        int openings,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Long layout) {

    /** Whether its link lets anybody in. */
    public boolean open(Instant now) {
        return linkUntil != null && revokedAt == null && now.isBefore(linkUntil);
    }
}
