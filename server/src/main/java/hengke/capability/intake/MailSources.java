package hengke.capability.intake;

import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.mail.inbox.Mailbox;
import hengke.kernel.mail.inbox.MailboxDraft;
import hengke.kernel.mail.inbox.MailboxReader;
import hengke.kernel.mail.inbox.Mailboxes;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The mailboxes that submissions are read from: each belongs to one source and rests while that is closed. */
@Component
public final class MailSources {
    private final IntakeSources sources;
    private final Mailboxes mailboxes;
    private final MailboxReader reader;
    private final Writer writer;
    private final Clock clock;

    MailSources(IntakeSources sources, Mailboxes mailboxes, MailboxReader reader, Writer writer, Clock clock) {
        this.sources = sources;
        this.mailboxes = mailboxes;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    /** By source. */
    public Map<Long, Mailbox> all() {
        return mailboxes.all(MailIntake.PURPOSE).stream()
                .collect(Collectors.toMap(Mailbox::owner, Function.identity()));
    }

    public Optional<Mailbox> of(long source) {
        return mailboxes.find(MailIntake.PURPOSE, source);
    }

    /** Saves a source together with its mailbox; without a draft the mailbox stays as it is. */
    public IntakeSource save(Actor by, IntakeSource next, @Nullable MailboxDraft draft) {
        if (draft == null && next.version() == 0) {
            throw Refusal.Invalid.at("mailbox.host", Message.of("web.required"));
        }
        return writer.inTransaction(within -> {
            IntakeSource saved = sources.save(by, next);
            if (draft != null) {
                ObjectNode before = of(saved.id()).map(MailSources::logged).orElse(null);
                ObjectNode password = JsonMapper.shared().createObjectNode();
                if (draft.password() != null) {
                    password.put("password", "•••");
                }
                Mailbox after = atAccount(() -> mailboxes.save(within, MailIntake.PURPOSE, saved.id(), draft));
                AdministrationLog.record(
                        within,
                        by,
                        clock.instant(),
                        new AdministrationLog.Subject("intake", saved.id(), saved.name()),
                        before,
                        logged(after).setAll(password));
            }
            mailboxes.turn(within, MailIntake.PURPOSE, saved.id(), saved.active());
            return saved;
        });
    }

    /** Visits a mailbox that is not saved yet; how many mails lie there, or what is wrong. */
    public int test(@Nullable Long source, MailboxDraft draft) {
        return atAccount(() -> mailboxes.test(MailIntake.PURPOSE, source, draft));
    }

    /** Reads one now. */
    public void read(long source) {
        reader.read(MailIntake.PURPOSE, source);
    }

    private static <T> T atAccount(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal.Invalid invalid) {
            throw new Refusal.Invalid(invalid.errors().stream()
                    .map(error -> FieldError.of("mailbox." + error.field(), error.message()))
                    .toList());
        }
    }

    private static ObjectNode logged(Mailbox mailbox) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("host", mailbox.host())
                .put("port", mailbox.port())
                .put("security", mailbox.security().wire())
                .put("user", mailbox.user())
                .put("folder", mailbox.folder())
                .put("markSeen", mailbox.markSeen());
    }
}
