package hengke.capability.appointment;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The times of an appointment belong together; exceptions for days on which a series does not take place any more go. */
@Component
final class AppointmentRules implements Rule {
    private static final Duration USUAL = Duration.ofHours(1);

    private final Appointment appointment;
    private final LiveOrganisation organisation;
    private final DueReminders reminders;

    AppointmentRules(Appointment appointment, LiveOrganisation organisation, DueReminders reminders) {
        this.appointment = appointment;
        this.organisation = organisation;
        this.reminders = reminders;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(appointment.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .filter(edit -> edit.after().get(appointment.startAt) != null)
                .forEach(this::arrange);
    }

    private void arrange(Edit edit) {
        Optional<ZoneId> zone = zone(edit);
        if (zone.isEmpty()) {
            edit.refuse(appointment.timeZone, Message.of("appointment.noZone"));
            return;
        }
        edit.set(appointment.timeZone, zone.get().getId());
        arrangeEnd(edit);
        if (Boolean.TRUE.equals(edit.after().get(appointment.allDay))) {
            fillDays(edit, zone.get());
        }
        if (!edit.after().need(appointment.endAt).isAfter(edit.after().need(appointment.startAt))) {
            edit.refuse(appointment.endAt, Message.of("appointment.endsBeforeStart"));
            return;
        }
        arrangeRepetition(edit, zone.get());
        if (!edit.refused()) {
            edit.set(
                    appointment.lastAt,
                    Timing.of(appointment, edit.after()).orElseThrow().last());
        }
    }

    private Optional<ZoneId> zone(Edit edit) {
        String asked = edit.after().get(appointment.timeZone);
        try {
            return Optional.of(asked == null ? organisation.get().company().timeZone() : ZoneId.of(asked.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Who only moves the beginning moves the whole. */
    private void arrangeEnd(Edit edit) {
        Instant start = edit.after().need(appointment.startAt);
        Instant end = edit.after().get(appointment.endAt);
        Instant began = edit.before().get(appointment.startAt);
        if (end == null) {
            edit.set(appointment.endAt, start.plus(USUAL));
        } else if (began != null && edit.changes(appointment.startAt) && !edit.asked(appointment.endAt)) {
            edit.set(appointment.endAt, end.plus(Duration.between(began, start)));
        }
    }

    /** Whole days from midnight to midnight; in another zone they stay the same days. */
    private void fillDays(Edit edit, ZoneId zone) {
        String before = edit.before().get(appointment.timeZone);
        boolean onlyZone = before != null
                && Boolean.TRUE.equals(edit.before().get(appointment.allDay))
                && !edit.asked(appointment.startAt)
                && !edit.asked(appointment.endAt);
        ZoneId read = onlyZone ? ZoneId.of(before) : zone;
        LocalDate first = LocalDate.ofInstant(edit.after().need(appointment.startAt), read);
        LocalDate last =
                LocalDate.ofInstant(edit.after().need(appointment.endAt).minusNanos(1), read);
        edit.set(appointment.startAt, first.atStartOfDay(zone).toInstant());
        if (!last.isBefore(first)) {
            edit.set(appointment.endAt, last.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    private void arrangeRepetition(Edit edit, ZoneId zone) {
        String rule = edit.after().get(appointment.repeat);
        if (rule == null) {
            return;
        }
        try {
            Recurrence recurrence = Recurrence.read(rule, zone);
            if (edit.after().get(appointment.series) != null) {
                edit.refuse(appointment.repeat, Message.of("appointment.exceptionRepeats"));
            } else if (!recurrence.beginsOn(LocalDate.ofInstant(edit.after().need(appointment.startAt), zone))) {
                edit.refuse(appointment.repeat, Message.of("appointment.notOnRule"));
            } else {
                edit.set(appointment.repeat, recurrence.toString());
            }
        } catch (Recurrence.Unusable unusable) {
            edit.refuse(appointment.repeat, unusable.reason());
        }
    }

    @Override
    public void after(Batch batch) {
        reminders.plan(batch.database(), batch.open());
        Map<Long, Edit> shifted = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE && edit.back() == null)
                .filter(edit -> edit.before().get(appointment.repeat) != null)
                .filter(edit -> edit.changes(appointment.repeat)
                        || edit.changes(appointment.startAt)
                        || edit.changes(appointment.timeZone))
                .collect(Collectors.toMap(edit -> edit.before().id(), edit -> edit));
        if (shifted.isEmpty()) {
            return;
        }
        List<Draft> orphans = exceptions(batch, shifted).stream()
                .filter(exception -> !stands(shifted.get(exception.need(appointment.series)), exception))
                .map(exception -> Draft.delete(exception.id(), null))
                .toList();
        if (!orphans.isEmpty()) {
            batch.nested().write(batch.object(), orphans);
        }
    }

    private boolean stands(@Nullable Edit series, Row exception) {
        LocalDate day = exception.get(appointment.originalDay);
        return series != null
                && day != null
                && Timing.of(appointment, series.after()).orElseThrow().on(day);
    }

    private List<Row> exceptions(Batch batch, Map<Long, Edit> shifted) {
        return new Pages(batch.database())
                .page(Selection.of(batch.object(), Visibility.EVERYTHING)
                        .where(Criterion.in(appointment.series, shifted.keySet()))
                        .reading(List.of(appointment.series, appointment.originalDay))
                        .limit(Selection.MOST))
                .rows();
    }
}
