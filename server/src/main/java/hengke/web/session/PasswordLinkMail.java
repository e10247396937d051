package hengke.web.session;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.identity.PasswordLinks.Purpose;
import hengke.kernel.identity.Profile;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Mails a link to whom it is for, where there is an account to send from and an address to send to. */
@Component
public final class PasswordLinkMail {
    private final Mailer mailer;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final DSLContext dsl;

    PasswordLinkMail(Mailer mailer, LiveOrganisation organisation, Profile profile, DSLContext dsl) {
        this.mailer = mailer;
        this.organisation = organisation;
        this.profile = profile;
        this.dsl = dsl;
    }

    /** The page behind a link. */
    public static String page(PasswordLinks.Issued issued) {
        return "/invitation?token=" + issued.token();
    }

    /** The address it goes to; none when it cannot be mailed and must be handed over. */
    public Optional<String> send(PasswordLinks.Issued issued, String url, Language language) {
        Organisation now = organisation.refresh();
        Optional<Person> person = now.person(issued.person()).filter(found -> found.email() != null && mailer.ready());
        boolean invitation = issued.purpose() == Purpose.INVITATION;
        Message subject =
                invitation ? Message.of("identity.invitationSubject", name(now)) : Message.of("identity.resetSubject");
        String text = invitation ? "identity.invitationText" : "identity.resetText";
        person.ifPresent(found -> dsl.transaction(
                transaction -> mailer.send(transaction.dsl(), mail(found, subject, text, url, language))));
        return person.map(Person::email);
    }

    /** To somebody who asked for it themselves, in the language they read. */
    void sendForgotten(DSLContext within, PasswordLinks.Issued issued, String url, Language asked) {
        Person person = organisation.refresh().person(issued.person()).orElseThrow();
        mailer.send(
                within,
                mail(
                        person,
                        Message.of("identity.resetSubject"),
                        "identity.forgottenText",
                        url,
                        profile.chosenLanguage(person.id()).orElse(asked)));
    }

    private static Mail mail(Person person, Message subject, String text, String url, Language language) {
        return new Mail(
                String.valueOf(person.email()),
                subject.in(language),
                Message.of(text, person.name(), person.login(), url).in(language));
    }

    private static String name(Organisation now) {
        return now.company().name().isEmpty() ? "CRM" : now.company().name();
    }
}
