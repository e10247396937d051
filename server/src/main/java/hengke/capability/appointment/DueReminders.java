package hengke.capability.appointment;

import hengke.capability.task.Reminder;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Action;
import hengke.kernel.records.Edit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** When the next reminder of each appointment is due. */
@Component
final class DueReminders {
    private final Appointment appointment;
    private final Clock clock;

    DueReminders(Appointment appointment, Clock clock) {
        this.appointment = appointment;
        this.clock = clock;
    }

    /** Notes down the next reminders of appointments that were written, in the same transaction. */
    void plan(DSLContext transaction, List<Edit> written) {
        List<Long> none = new ArrayList<>();
        for (Edit edit : written) {
            long id = edit.action() == Action.CREATE
                    ? edit.after().id()
                    : edit.before().id();
            Optional<Instant> next =
                    edit.action() == Action.DELETE ? Optional.empty() : next(edit.after(), clock.instant());
            next.ifPresentOrElse(due -> note(transaction, id, due), () -> none.add(id));
        }
        if (!none.isEmpty()) {
            transaction.execute(
                    "delete from event_reminder where event = any ({0})",
                    org.jooq.impl.DSL.val(none.toArray(Long[]::new)));
        }
    }

    private static void note(DSLContext transaction, long id, Instant due) {
        transaction.execute("""
                insert into event_reminder (event, due_at) values (?, cast(? as timestamptz))
                on conflict (event) do update set due_at = excluded.due_at""", id, due.toString());
    }

    /** The first reminder of a stored appointment after a moment; none of one that does not take place. */
    Optional<Instant> next(Row row, Instant after) {
        if (!Appointment.PLANNED.equals(row.get(appointment.status))) {
            return Optional.empty();
        }
        return Timing.of(appointment, row)
                .flatMap(timing -> leads(row)
                        .flatMap(lead -> timing
                                .next(after.plus(lead))
                                .map(time -> time.start().minus(lead))
                                .stream())
                        .min(Instant::compareTo));
    }

    /** The times of which this is the moment of a reminder. */
    List<Timing.Occurrence> at(Row row, Instant due) {
        return Timing.of(appointment, row).stream()
                .flatMap(timing -> leads(row).flatMap(lead -> {
                    Instant start = due.plus(lead);
                    LocalDate day = LocalDate.ofInstant(start, timing.zone());
                    return timing.on(day)
                            ? Stream.of(timing.at(day))
                                    .filter(time -> time.start().equals(start))
                            : Stream.of();
                }))
                .toList();
    }

    private Stream<Duration> leads(Row row) {
        return Objects.requireNonNullElse(row.get(appointment.reminders), List.<String>of()).stream()
                .flatMap(wire -> Reminder.of(wire).stream())
                .map(Reminder::before);
    }
}
