package hengke.capability.intake;

import hengke.capability.attachment.Attached;
import hengke.capability.attachment.Attachment;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.mail.inbox.ReceivedMail.AttachedFile;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The files that come with mails: kept with the submission, and hung on the record that is made of it, where whoever sees
 * the record sees them. Anybody may send any, so programs and pages stay on the mail server and are only named.
 */
@Component
final class MailFiles {
    private static final String CATEGORY = "邮件附件";

    /** What people send each other, by what the bytes say and not the mail. */
    private static final Set<String> KINDS = Set.of(
            "application/pdf",
            "application/rtf",
            "application/zip",
            "application/x-tika-msoffice",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "text/plain",
            "text/csv",
            "message/rfc822");

    private static final List<String> FAMILIES =
            List.of("image/", "audio/", "video/", "application/vnd.openxmlformats-officedocument.");

    /** A picture that can hold script. */
    private static final String DRAWING = "image/svg+xml";

    private final StoredFiles files;
    private final Attachment attachment;
    private final LiveCatalog catalog;
    private final Writer writer;

    MailFiles(StoredFiles files, Attachment attachment, LiveCatalog catalog, Writer writer) {
        this.files = files;
        this.attachment = attachment;
        this.catalog = catalog;
        this.writer = writer;
    }

    /** Keeps a file, if it is of a kind and size that is kept. */
    Optional<Long> keep(AttachedFile file) {
        if (file.content() == null || file.name().isEmpty()) {
            return Optional.empty();
        }
        StoredFile kept;
        try {
            kept = files.add(
                    file.content().open(), file.name(), Caller.SYSTEM.actor().user());
        } catch (Refusal.TooLarge tooLarge) {
            return Optional.empty();
        }
        if (known(kept.type())) {
            return Optional.of(kept.id());
        }
        files.remove(kept.id());
        return Optional.empty();
    }

    private static boolean known(String type) {
        return KINDS.contains(type) || FAMILIES.stream().anyMatch(type::startsWith) && !type.equals(DRAWING);
    }

    /** Hangs the files of a submission on the record it became. */
    void hang(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            long record,
            Submission submission) {
        Stream<JsonNode> kept = submission.body().at("/mail/attachments").valueStream();
        List<Draft> drafts = kept.filter(file -> file.hasNonNull("file"))
                .map(file -> Draft.create(Map.of(
                        attachment.file,
                        List.of(file.path("file").asLong()),
                        attachment.category,
                        CATEGORY,
                        attachment.about,
                        new Link(object.name(), record))))
                .toList();
        if (drafts.isEmpty() || !object.has(Attached.class)) {
            return;
        }
        ObjectDefinition attachments = catalog.current().object(attachment.name());
        for (Verdict verdict : writer.write(transaction, caller, operation, attachments, drafts)) {
            if (verdict instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
        }
    }
}
