package hengke.kernel.mail;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SecretBox;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Takes mails in the transaction of whoever writes them: what is taken is sent, at least once, also when the server is
 * away for hours. What a mail says is sealed while it waits and forgotten once it is sent.
 */
public final class Mailer {
    static final String SEAL = "mail";

    private final Settings settings;
    private final SecretBox box;
    private final Clock clock;

    Mailer(Settings settings, SecretBox box, Clock clock) {
        this.settings = settings;
        this.box = box;
        this.clock = clock;
    }

    /** Is there an account to send from? Without one, nothing is taken. */
    public boolean ready() {
        return MailAccount.of(settings.values()).isPresent();
    }

    /** The address the mails are from; none without an account. */
    public Optional<String> sender() {
        return MailAccount.of(settings.values()).map(MailAccount::from);
    }

    /** Promises to send a mail once this transaction commits; answers where it waits, by {@link MailQueue#fates}. */
    public long send(DSLContext within, Mail mail) {
        if (!ready()) {
            throw new Refusal.Conflict("noMailAccount", Message.of("mail.noAccount"), java.util.Map.of());
        }
        return within.fetchSingle(
                        """
                insert into mail_queue (recipient, subject, content, message_id, next_attempt, created_at)
                values (?, ?, cast(? as jsonb), ?, cast(? as timestamptz), cast(? as timestamptz))
                returning id
                """,
                        mail.to(),
                        mail.subject(),
                        box.seal(SEAL, SealedMail.of(mail)).toString(),
                        newId(mail),
                        clock.instant(),
                        clock.instant())
                .get("id", Long.class);
    }

    /** Sends a mail without enclosures now or says why that does not work, at the setting that is to blame. */
    public void sendNow(Mail mail) {
        MailAccount account = MailAccount.of(settings.values())
                .orElseThrow(() -> Refusal.Invalid.at(MailSettings.HOST_NAME.name(), Message.of("mail.noAccount")));
        try {
            Smtp.send(account, mail, List.of(), newId(mail), clock.instant());
        } catch (NotSent notSent) {
            throw Refusal.Invalid.at(notSent.setting(), notSent.reason());
        }
    }

    private static String newId(Mail mail) {
        return "<" + UUID.randomUUID() + "@hengke." + mail.to().replaceAll(".*@", "") + ">";
    }
}
