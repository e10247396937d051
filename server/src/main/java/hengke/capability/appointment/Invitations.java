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
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.RecordChanged;
import java.time.Clock;
import java.time.Instant;
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
 * place at another time or place, or not at all, or that they are not asked any more; guests who are told by mail find it in
 * their calendar. Nobody is told of what they did themselves.
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
    private final Clock clock;

    Invitations(
            Appointment appointment,
            Participant participant,
            Guests guests,
            Tidings tidings,
            CalendarMails calendarMails,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Clock clock) {
        this.appointment = appointment;
        this.participant = participant;
        this.guests = guests;
        this.tidings = tidings;
        this.calendarMails = calendarMails;
        this.catalog = catalog;
        this.organisation = organisation;
        this.clock = clock;
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
                if (is(event, Action.DELETE)) {
                    row(transaction, participant.name(), event.record(), true)
                            .ifPresent(row -> unasked(transaction, event, row));
                } else {
                    row(transaction, participant.name(), event.record(), false)
                            .ifPresent(row -> asked(transaction, event, row));
                }
            } else if (appointment.name().equals(event.object())) {
                row(transaction, appointment.name(), event.record(), false)
                        .ifPresent(row -> changed(transaction, event, row));
            }
        }
    }

    private void asked(DSLContext transaction, Event<? extends RecordChanged> event, Row asked) {
        long by = event.payload().actor();
        row(transaction, appointment.name(), asked.need(participant.appointment), false)
                .ifPresent(row -> {
                    long guest = asked.need(participant.user);
                    Long owner = row.get(Owned.OWNER);
                    List<String> fields = event.payload().fields();
                    boolean again = is(event, Action.RESTORE) && ahead(row);
                    if ((fields.contains(participant.user.name()) || again) && guest != by) {
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

    /** Of an appointment that is still to come: it may have been deleted itself, and its guests with it. */
    private void unasked(DSLContext transaction, Event<? extends RecordChanged> event, Row asked) {
        long id = asked.need(participant.appointment);
        long guest = asked.need(participant.user);
        Optional<Row> living = row(transaction, appointment.name(), id, false);
        living.or(() -> row(transaction, appointment.name(), id, true))
                .filter(row -> ahead(row) && guest != event.payload().actor())
                .ifPresent(row -> {
                    String message = living.isPresent() ? "appointment.unasked" : "appointment.cancelled";
                    tidings.tellEnd(
                            transaction,
                            row,
                            guest,
                            Message.of(message, personName(event.payload().actor()), when(row)),
                            once(event, row, message),
                            calendarMails
                                    .ended(transaction, row, guest, asked.need(participant.answer))
                                    .orElse(null));
                });
    }

    /** Does it take place, and is its end still to come? */
    private boolean ahead(Row row) {
        Instant last = row.get(appointment.lastAt);
        return Appointment.PLANNED.equals(row.get(appointment.status))
                && (last == null || last.isAfter(clock.instant()));
    }

    private static boolean is(Event<? extends RecordChanged> event, Action action) {
        return event.payload().action().equals(action.wire());
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
        tidings.tell(
                transaction,
                Tidings.INVITATION,
                row,
                person,
                Message.of(message, who, when(row)),
                once(event, row, message),
                calendar.orElse(null));
    }

    private String when(Row row) {
        Timing timing = Timing.of(appointment, row).orElseThrow();
        return tidings.when(row, timing.at(timing.firstDay()));
    }

    private static String once(Event<? extends RecordChanged> event, Row row, String message) {
        return "invitation:" + row.id() + ":" + event.operation() + ":" + message;
    }

    private String personName(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }

    /** @param deleted one in the recycle bin */
    private Optional<Row> row(DSLContext transaction, String object, long id, boolean deleted) {
        var definition = catalog.current().object(object);
        return new Pages(transaction)
                        .page(Selection.of(definition, Visibility.EVERYTHING)
                                .where(Criterion.is(SystemFields.ID, id))
                                .inRecycleBin(deleted)
                                .reading(definition.fields())
                                .limit(1))
                        .rows()
                        .stream()
                        .findFirst();
    }
}
