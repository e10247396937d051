package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.MailQueue;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether mails can be sent, and those that could not. */
@RestController
@RequestMapping("/api/settings/mail")
final class MailController {
    private final Mailer mailer;
    private final MailQueue queue;
    private final Access access;
    private final LiveOrganisation organisation;

    MailController(Mailer mailer, MailQueue queue, Access access, LiveOrganisation organisation) {
        this.mailer = mailer;
        this.queue = queue;
        this.access = access;
        this.organisation = organisation;
    }

    record Shown(
            long id,
            String to,
            String subject,
            boolean parked,
            int attempts,
            @Nullable String error,
            Instant createdAt,
            Instant nextAttempt) {
        static Shown of(MailQueue.Stuck mail, Language language) {
            return new Shown(
                    mail.id(),
                    mail.to(),
                    mail.subject(),
                    mail.parked(),
                    mail.attempts(),
                    KeptMessage.in(mail.error(), language),
                    mail.createdAt(),
                    mail.nextAttempt());
        }
    }

    /** Sends a mail to whoever asks, on the account as it is saved. */
    @PostMapping("/test")
    Map<String, String> test(Actor actor, Language language) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        String to = now.person(actor.user())
                .map(Person::email)
                .orElseThrow(() -> Refusal.Invalid.at("to", Message.of("mail.noAddress")));
        mailer.sendNow(new Mail(
                to,
                Message.of("mail.testSubject").in(language),
                Message.of(
                                "mail.testText",
                                Optional.of(now.company().name())
                                        .filter(name -> !name.isEmpty())
                                        .orElse("CRM"))
                        .in(language)));
        return Map.of("to", to);
    }

    @GetMapping("/queue")
    Map<String, List<Shown>> stuck(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                queue.stuck().stream().map(mail -> Shown.of(mail, language)).toList());
    }

    @PostMapping("/queue/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        requireThere(queue.again(id));
    }

    @DeleteMapping("/queue/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        requireThere(queue.giveUp(id));
    }

    private static void requireThere(boolean there) {
        if (!there) {
            throw new Refusal.NotFound();
        }
    }
}
