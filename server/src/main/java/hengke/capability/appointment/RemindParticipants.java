package hengke.capability.appointment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds the owner and the participants of appointments. What is due is told, and when the next is due is noted, in one
 * transaction that holds the row: once, with several nodes and after a kill.
 */
@Configuration(proxyBeanMethods = false)
class RemindParticipants {
    /** A reminder that could not be given for so long, as when the product stood still, is no use any more. */
    private static final Duration LATEST = Duration.ofHours(4);

    private static final int PART = 50;

    private final Appointment appointment;
    private final Guests guests;
    private final DueReminders reminders;
    private final Exceptions exceptions;
    private final Tidings tidings;
    private final LiveCatalog catalog;
    private final DSLContext database;
    private final Clock clock;

    RemindParticipants(
            Appointment appointment,
            Guests guests,
            DueReminders reminders,
            Exceptions exceptions,
            Tidings tidings,
            LiveCatalog catalog,
            DSLContext database,
            Clock clock) {
        this.appointment = appointment;
        this.guests = guests;
        this.reminders = reminders;
        this.exceptions = exceptions;
        this.tidings = tidings;
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> remindParticipantsTask() {
        return Tasks.recurring("remind-participants", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((_, _) -> remind());
    }

    void remind() {
        while (database.transactionResult(transaction -> remindSome(transaction.dsl())) > 0) {}
    }

    private int remindSome(DSLContext transaction) {
        Instant now = clock.instant();
        Result<Record> due = transaction.fetch("""
                select event, due_at from event_reminder where due_at <= cast(? as timestamptz)
                order by due_at, event limit ? for update skip locked""", now.toString(), PART);
        ObjectDefinition object = catalog.current().object(appointment.name());
        Map<Long, Row> rows = new HashMap<>();
        new Pages(transaction)
                .byIds(object, Visibility.EVERYTHING, due.getValues("event", Long.class), object.fields())
                .forEach(row -> rows.put(row.id(), row));
        for (Record one : due) {
            long id = one.get("event", Long.class);
            Instant moment = one.get("due_at", Instant.class);
            Row row = rows.get(id);
            if (row != null && moment.isAfter(now.minus(LATEST))) {
                remind(transaction, row, moment);
            }
            Instant next = row == null
                    ? null
                    : reminders
                            .next(row, moment.isAfter(now.minus(LATEST)) ? moment : now.minus(LATEST))
                            .orElse(null);
            if (next == null) {
                transaction.execute("delete from event_reminder where event = ?", id);
            } else {
                transaction.execute(
                        "update event_reminder set due_at = cast(? as timestamptz) where event = ?",
                        next.toString(),
                        id);
            }
        }
        return due.size();
    }

    private void remind(DSLContext transaction, Row row, Instant due) {
        for (Timing.Occurrence time : reminders.at(row, due)) {
            if (!exceptions.days(transaction, row.id()).contains(time.day())) {
                for (long person : whom(transaction, row)) {
                    tidings.tell(
                            transaction,
                            Tidings.REMINDER,
                            row,
                            person,
                            Message.of("appointment.remind", tidings.when(row, time)),
                            "event:" + row.id() + ":" + time.day() + ":" + due.getEpochSecond());
                }
            }
        }
    }

    private Set<Long> whom(DSLContext transaction, Row row) {
        Set<Long> people = new LinkedHashSet<>();
        Long owner = row.get(Owned.OWNER);
        if (owner != null) {
            people.add(owner);
        }
        long series = Objects.requireNonNullElse(row.get(appointment.series), row.id());
        Map<Long, Map<Long, String>> asked = guests.of(transaction, List.of(row.id(), series));
        Guests.together(asked.getOrDefault(series, Map.of()), asked.getOrDefault(row.id(), Map.of()))
                .forEach((person, answer) -> {
                    if (!Participant.DECLINED.equals(answer)) {
                        people.add(person);
                    }
                });
        return people;
    }
}
