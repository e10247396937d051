package hengke.capability.signing;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells those who sign, by mail where they have an address, and the people of the company, by notice. */
@Component
class SigningMails {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final Mailer mailer;
    private final Notices notices;
    private final LiveOrganisation organisation;

    SigningMails(Mailer mailer, Notices notices, LiveOrganisation organisation) {
        this.mailer = mailer;
        this.notices = notices;
        this.organisation = organisation;
    }

    /** Where a link leads. */
    static String address(Envelope envelope, LinkSecret secret) {
        return envelope.base() + "/s/" + secret.text();
    }

    /** Where anybody may ask whether a paper is this one. */
    static String verifying(Envelope envelope) {
        return envelope.base() + "/verify/" + envelope.code();
    }

    /** Can mails be sent to somebody? */
    boolean reach(Party party) {
        return party.email() != null && mailer.ready();
    }

    void ask(DSLContext within, Envelope envelope, Party party, LinkSecret secret, String message, boolean again) {
        Language language = Language.of(envelope.language());
        Message subject =
                Message.of(again ? "signing.remindSubject" : "signing.askSubject", company(), envelope.title());
        Message text = Message.of(
                "signing.askText",
                party.name(),
                company(),
                envelope.title(),
                message.isBlank() ? "" : message.strip() + "\n\n",
                address(envelope, secret),
                day(envelope.until()),
                party.maskedMobile()
                        .map(mobile -> Message.of("signing.toMobile", mobile))
                        .orElseGet(() -> Message.of("signing.toMailbox")));
        send(within, envelope, party, subject.in(language), text.in(language), List.of());
    }

    void code(DSLContext within, Envelope envelope, Party party, String code) {
        Language language = Language.of(envelope.language());
        mailer.send(
                within,
                new Mail(
                        Objects.requireNonNull(party.email()),
                        Message.of("signing.codeSubject", envelope.title()).in(language),
                        Message.of("signing.codeText", code, envelope.title(), company())
                                .in(language)));
    }

    void ended(DSLContext within, Envelope envelope, Party party, String key, String why) {
        Language language = Language.of(envelope.language());
        send(
                within,
                envelope,
                party,
                Message.of(key + "Subject", envelope.title()).in(language),
                Message.of(key + "Text", party.name(), envelope.title(), company(), why)
                        .in(language),
                List.of());
    }

    void complete(DSLContext within, Envelope envelope, Party party, List<Mail.Enclosure> enclosures) {
        Language language = Language.of(envelope.language());
        send(
                within,
                envelope,
                party,
                Message.of("signing.completeSubject", envelope.title()).in(language),
                Message.of("signing.completeText", party.name(), envelope.title(), verifying(envelope), company())
                        .in(language),
                enclosures);
    }

    private void send(
            DSLContext within,
            Envelope envelope,
            Party party,
            String subject,
            String text,
            List<Mail.Enclosure> enclosures) {
        if (reach(party)) {
            String email = Objects.requireNonNull(party.email());
            mailer.send(within, new Mail(email, subject, text, author(envelope), enclosures));
        }
    }

    /** Who has begun it gets the answers. */
    private Mail.@Nullable Author author(Envelope envelope) {
        return organisation
                .get()
                .person(envelope.createdBy())
                .flatMap(person ->
                        Optional.ofNullable(person.email()).map(email -> new Mail.Author(person.name(), email)))
                .orElse(null);
    }

    /** Once for each occasion. */
    void tell(DSLContext within, Envelope envelope, long person, String key, String who, String once) {
        notices.tell(
                within,
                new Telling(
                        person,
                        "signing",
                        Message.of(key),
                        Message.of(key + "About", envelope.title(), who),
                        envelope.about(),
                        "signing:" + envelope.id() + ":" + once));
    }

    private String company() {
        Organisation now = organisation.get();
        return now.company().name().isEmpty() ? "CRM" : now.company().name();
    }

    String nameOf(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }

    private String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DAY.format(moment.atZone(organisation.get().company().timeZone()));
    }
}
