package hengke.capability.appointment;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Person;
import hengke.kernel.events.Delivery;
import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Subscriber;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.RecordChanged;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Tells colleagues that they are asked to an appointment, the owner what they answer, and everybody who comes that it takes
 * place at another time or place, or not at all; guests who are told by mail find it in their calendar. Nobody is told of
 * what they did themselves.
 */
@Component
final class Invitations implements Subscriber<RecordChanged> {
    private final Appointment appointment;
    private final Participant participant;
    private final Guests guests;
    private final Tidings tidings;
    private final CalendarMails calendarMails;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;

    Invitations(
            Appointment appointment,
            Participant participant,
            Guests guests,
            Tidings tidings,
            CalendarMails calendarMails,
            LiveCatalog catalog,
            LiveOrganisation organisation) {
        this.appointment = appointment;
        this.participant = participant;
        this.guests = guests;
        this.tidings = tidings;
        this.calendarMails = calendarMails;
        this.catalog = catalog;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "notice-invitation";
    }

    @Override
    public Set<EventKind<? extends RecordChanged>> kinds() {
        return Set.of(RecordChanged.KIND);
    }

    @Override
    public void handle(List<Delivery<? extends RecordChanged>> deliveries, DSLContext transaction) {
        for (Delivery<? extends RecordChanged> delivery : deliveries) {
            Event<? extends RecordChanged> event = delivery.event();
            if (event.record() == null
                    || event.operation() == null
                    || event.payload().actor() == 0) {
                continue;
            }
            if (participant.name().equals(event.object())) {
                row(transaction, participant.name(), event.record()).ifPresent(row -> asked(transaction, event, row));
            } else if (appointment.name().equals(event.object())) {
                row(transaction, appointment.name(), event.record()).ifPresent(row -> changed(transaction, event, row));
            }
        }
    }

    private void asked(DSLContext transaction, Event<? extends RecordChanged> event, Row asked) {
        long by = event.payload().actor();
        row(transaction, appointment.name(), asked.need(participant.appointment))
                .ifPresent(row -> {
                    long guest = asked.need(participant.user);
                    Long owner = row.get(Owned.OWNER);
                    List<String> fields = event.payload().fields();
                    if (fields.contains(participant.user.name()) && guest != by) {
                        tell(
                                transaction,
                                event,
                                row,
                                guest,
                                "appointment.invited",
                                personName(by),
                                calendarMails.of(transaction, row, guest, asked.need(participant.answer)));
                    } else if (fields.contains(participant.answer.name()) && owner != null && owner != by) {
                        tell(
                                transaction,
                                event,
                                row,
                                owner,
                                "appointment.answered." + asked.need(participant.answer),
                                personName(guest),
                                Optional.empty());
                    }
                });
    }

    private void changed(DSLContext transaction, Event<? extends RecordChanged> event, Row row) {
        Set<String> fields = new HashSet<>(event.payload().fields());
        boolean exception = row.get(appointment.series) != null;
        boolean cancelled =
                fields.contains(appointment.status.name()) && Appointment.CANCELLED.equals(row.get(appointment.status));
        boolean moved = !Collections.disjoint(
                        fields,
                        Set.of(
                                appointment.startAt.name(),
                                appointment.endAt.name(),
                                appointment.place.name(),
                                appointment.repeat.name()))
                && Appointment.PLANNED.equals(row.get(appointment.status));
        if (!cancelled && !moved || event.payload().action().equals("create") && !exception) {
            return;
        }
        long series = Objects.requireNonNullElse(row.get(appointment.series), row.id());
        Map<Long, Map<Long, String>> of = guests.of(transaction, List.of(series, row.id()));
        Map<Long, String> answers =
                Guests.together(of.getOrDefault(series, Map.of()), of.getOrDefault(row.id(), Map.of()));
        Set<Long> people = new HashSet<>(answers.keySet());
        Optional.ofNullable(row.get(Owned.OWNER)).ifPresent(people::add);
        people.remove(event.payload().actor());
        people.stream()
                .sorted()
                .forEach(person -> tell(
                        transaction,
                        event,
                        row,
                        person,
                        cancelled ? "appointment.cancelled" : "appointment.moved",
                        personName(event.payload().actor()),
                        Optional.ofNullable(answers.get(person))
                                .flatMap(answer -> calendarMails.of(transaction, row, person, answer))));
    }

    private void tell(
            DSLContext transaction,
            Event<? extends RecordChanged> event,
            Row row,
            long person,
            String message,
            String who,
            Optional<Mail.Calendar> calendar) {
        Timing timing = Timing.of(appointment, row).orElseThrow();
        tidings.tell(
                transaction,
                Tidings.INVITATION,
                row,
                person,
                Message.of(message, who, tidings.when(row, timing.at(timing.firstDay()))),
                "invitation:" + row.id() + ":" + event.operation() + ":" + message,
                calendar.orElse(null));
    }

    private String personName(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }

    private Optional<Row> row(DSLContext transaction, String object, long id) {
        var definition = catalog.current().object(object);
        return new Pages(transaction)
                .byIds(definition, Visibility.EVERYTHING, List.of(id), definition.fields()).stream()
                        .findFirst();
    }
}
