package hengke.capability.appointment;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.time.format.DateTimeFormatter;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people of appointments, as they have chosen to be told: of invitations and changes, and before the time. */
@Component
final class Tidings {
    static final String INVITATION = "appointment";
    static final String REMINDER = "appointmentReminder";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Appointment appointment;
    private final Notices notices;
    private final LiveOrganisation organisation;

    Tidings(Appointment appointment, Notices notices, LiveOrganisation organisation) {
        this.appointment = appointment;
        this.notices = notices;
        this.organisation = organisation;
    }

    /** When it takes place, in the company's time; whole days without an hour. */
    String when(Row row, Timing.Occurrence time) {
        return Boolean.TRUE.equals(row.get(appointment.allDay))
                ? time.day().toString()
                : MINUTE.format(time.start().atZone(organisation.get().company().timeZone()));
    }

    void tell(DSLContext transaction, String kind, Row row, long person, Message title, String once) {
        tell(transaction, kind, row, person, title, once, null);
    }

    /** @param calendar what goes along for their calendar */
    void tell(
            DSLContext transaction,
            String kind,
            Row row,
            long person,
            Message title,
            String once,
            Mail.@Nullable Calendar calendar) {
        notices.tell(transaction, told(kind, row, person, title, once, calendar, new Link(Appointment.NAME, row.id())));
    }

    /** Tells somebody who was asked to it, and may not see it any more. */
    void tellEnd(
            DSLContext transaction,
            Row row,
            long person,
            Message title,
            String once,
            Mail.@Nullable Calendar calendar) {
        notices.tell(transaction, told(INVITATION, row, person, title, once, calendar, null));
    }

    private Telling told(
            String kind,
            Row row,
            long person,
            Message title,
            String once,
            Mail.@Nullable Calendar calendar,
            @Nullable Link about) {
        Message body = Message.of("notice.record", row.need(appointment.title));
        return new Telling(person, kind, title, body, about, once, calendar);
    }
}
