package hengke.capability.appointment;

import hengke.capability.activity.Activity;
import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Location;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A visit was made: it is done, and what came of it stands as a follow-up on whatever it was about, as one operation. */
@Component
public final class Visits {
    private final Appointment appointment;
    private final Activity activity;
    private final Series series;
    private final Access access;
    private final LiveCatalog catalog;
    private final Writer writer;
    private final Clock clock;

    Visits(
            Appointment appointment,
            Activity activity,
            Series series,
            Access access,
            LiveCatalog catalog,
            Writer writer,
            Clock clock) {
        this.appointment = appointment;
        this.activity = activity;
        this.series = series;
        this.access = access;
        this.catalog = catalog;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What came of a visit.
     *
     * @param version of the appointment, as it was seen
     * @param day which occurrence of a series it was
     * @param next when to be in touch again
     */
    public record Outcome(
            @Nullable Long version,
            @Nullable LocalDate day,
            String result,
            @Nullable Location place,
            @Nullable Instant next) {}

    public Operation made(Caller caller, long id, Outcome outcome) {
        ObjectDefinition object = catalog.current().object(appointment.name());
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction, caller, Operation.Kind.EDIT, object.name(), "完成拜访", Operation.Status.DONE, 1);
            Row row = new Pages(transaction)
                            .byIds(
                                    object,
                                    access.visibility(caller.actor(), object, Verb.READ),
                                    List.of(id),
                                    object.fields())
                            .stream()
                            .findFirst()
                            .orElseThrow(Refusal.NotFound::new);
            Link about = row.get(appointment.about);
            if (!Appointment.VISIT.equals(row.get(appointment.kind)) || about == null) {
                throw Refusal.Invalid.at(appointment.about.name(), Message.of("appointment.noVisit"));
            }
            if (outcome.result().isBlank()) {
                throw Refusal.Invalid.at("result", Message.of("records.required"));
            }
            if (row.get(appointment.repeat) == null) {
                must(writer.write(
                                transaction,
                                caller,
                                operation,
                                object,
                                List.of(Draft.update(
                                        id, outcome.version(), Map.of(appointment.status, Appointment.DONE))))
                        .getFirst());
            } else {
                series.done(transaction, caller, operation, id, outcome);
            }
            must(writer.write(
                            transaction,
                            caller,
                            operation,
                            catalog.current().object(activity.name()),
                            List.of(Draft.create(followUp(about, outcome))))
                    .getFirst());
            return operation;
        });
    }

    private Map<Field<?>, @Nullable Object> followUp(Link about, Outcome outcome) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(activity.kind, "visit");
        values.put(activity.content, outcome.result().strip());
        values.put(activity.about, about);
        values.put(activity.at, clock.instant().truncatedTo(ChronoUnit.MICROS));
        values.put(activity.place, outcome.place());
        values.put(activity.nextContactAt, outcome.next());
        return values;
    }

    private static void must(Verdict verdict) {
        if (verdict instanceof Verdict.Refused(Refusal refusal)) {
            throw refusal;
        }
    }
}
