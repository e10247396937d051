package hengke.web.intake;

import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSource.Design;
import hengke.kernel.mail.inbox.Mailbox;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sources as colleagues see them. */
@Component
final class SourcesJson {
    private final BaseUrl baseUrl;

    SourcesJson(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * A form, a hook or a mailbox.
     *
     * @param address where the form stands, the other program sends to, or people write to
     * @param counts how many came, by state
     * @param mailbox of a mailbox only
     */
    record SourceJson(
            long id,
            String kind,
            String name,
            String object,
            boolean active,
            long version,
            String key,
            String address,
            Design design,
            Map<String, Integer> counts,
            @Nullable MailboxJson mailbox) {}

    /**
     * An account and how reading it goes; its password is never told.
     *
     * @param since from when on mails are taken
     * @param failures so many times running it could not be read
     * @param error why
     */
    record MailboxJson(
            String host,
            int port,
            String security,
            String user,
            String folder,
            boolean markSeen,
            Instant since,
            @Nullable Instant readAt,
            Instant nextRead,
            int failures,
            @Nullable String error) {}

    SourceJson of(
            IntakeSource source,
            Map<String, Integer> counts,
            Optional<Mailbox> mailbox,
            Language language,
            HttpServletRequest request) {
        return new SourceJson(
                source.id(),
                source.kind().wire(),
                source.name(),
                source.object(),
                source.active(),
                source.version(),
                source.key(),
                switch (source.kind()) {
                    case FORM -> baseUrl.link("/f/" + source.key(), request);
                    case HOOK -> baseUrl.link("/api/public/hooks/" + source.key(), request);
                    case MAIL -> mailbox.map(Mailbox::user).orElse("");
                },
                source.design(),
                counts,
                mailbox.map(each -> json(each, language)).orElse(null));
    }

    private static MailboxJson json(Mailbox mailbox, Language language) {
        return new MailboxJson(
                mailbox.host(),
                mailbox.port(),
                mailbox.security().wire(),
                mailbox.user(),
                mailbox.folder(),
                mailbox.markSeen(),
                mailbox.since(),
                mailbox.readAt(),
                mailbox.nextRead(),
                mailbox.failures(),
                KeptMessage.in(mailbox.error(), language));
    }
}
