package hengke.web.organisation;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.identity.PasswordLinks.Purpose;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Mails a link to whom it is for, where there is an account to send from and an address to send to. */
@Component
final class InvitationMail {
    private final Mailer mailer;
    private final DSLContext dsl;

    InvitationMail(Mailer mailer, DSLContext dsl) {
        this.mailer = mailer;
        this.dsl = dsl;
    }

    /** The address it goes to; none when it cannot be mailed and must be handed over. */
    Optional<String> send(Organisation now, PasswordLinks.Issued issued, String url, Language language) {
        Optional<Person> person = now.person(issued.person()).filter(found -> found.email() != null && mailer.ready());
        person.ifPresent(found -> dsl.transaction(
                transaction -> mailer.send(transaction.dsl(), mail(now, issued, found, url, language))));
        return person.map(Person::email);
    }

    private static Mail mail(
            Organisation now, PasswordLinks.Issued issued, Person person, String url, Language language) {
        boolean invitation = issued.purpose() == Purpose.INVITATION;
        String company = now.company().name().isEmpty() ? "CRM" : now.company().name();
        Message subject =
                invitation ? Message.of("identity.invitationSubject", company) : Message.of("identity.resetSubject");
        Message text = Message.of(
                invitation ? "identity.invitationText" : "identity.resetText", person.name(), person.login(), url);
        return new Mail(String.valueOf(person.email()), subject.in(language), text.in(language));
    }
}
