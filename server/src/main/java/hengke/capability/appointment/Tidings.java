package hengke.capability.appointment;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Language;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells people of appointments: in their notices, and by mail those who want it; never more than they may read. */
@Component
final class Tidings {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Appointment appointment;
    private final MailWishes wishes;
    private final Notices notices;
    private final Mailer mailer;
    private final Access access;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Profile profile;

    Tidings(
            Appointment appointment,
            MailWishes wishes,
            Notices notices,
            Mailer mailer,
            Access access,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Profile profile) {
        this.appointment = appointment;
        this.wishes = wishes;
        this.notices = notices;
        this.mailer = mailer;
        this.access = access;
        this.catalog = catalog;
        this.organisation = organisation;
        this.profile = profile;
    }

    enum Kind {
        INVITATION,
        REMINDER
    }

    /** When it takes place, in the company's time; whole days without an hour. */
    String when(Row row, Timing.Occurrence time) {
        return Boolean.TRUE.equals(row.get(appointment.allDay))
                ? time.day().toString()
                : MINUTE.format(time.start().atZone(organisation.get().company().timeZone()));
    }

    void tell(DSLContext transaction, Kind kind, Row row, Telling telling) {
        if (notices.tell(transaction, telling) && mailer.ready()) {
            MailWishes.Wish wish = wishes.of(telling.person());
            if (kind == Kind.REMINDER ? wish.reminders() : wish.invitations()) {
                organisation
                        .get()
                        .person(telling.person())
                        .filter(person -> person.email() != null)
                        .ifPresent(person -> mailer.send(transaction, mail(person, row, telling)));
            }
        }
    }

    private Mail mail(Person person, Row row, Telling telling) {
        Language language = profile.language(person.id());
        Actor actor = organisation.get().actor(person.id());
        ObjectDefinition object = catalog.current().object(appointment.name());
        List<String> lines = new ArrayList<>();
        lines.add(telling.title().in(language));
        Object title = access.title(actor, object, row);
        if (title != null) {
            lines.add(title.toString());
        }
        String place = row.get(appointment.place);
        if (place != null && access.right(actor, object, appointment.place).atLeast(FieldRight.READ)) {
            lines.add(appointment.place.label().in(language) + ": " + place);
        }
        return new Mail(String.valueOf(person.email()), telling.title().in(language), String.join("\n", lines));
    }
}
