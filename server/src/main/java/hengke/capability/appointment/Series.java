package hengke.capability.appointment;

import hengke.capability.owner.Owned;
import hengke.capability.tag.Tagged;
import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes of a series at one of its days: only of this occurrence, which then is an appointment of its own, or of this and
 * all that follow, which then are a series of their own. The whole series is changed as any record is.
 */
@Component
public final class Series {
    private final Appointment appointment;
    private final Participant participant;
    private final Guests guests;
    private final Access access;
    private final LiveCatalog catalog;
    private final Writer writer;

    Series(
            Appointment appointment,
            Participant participant,
            Guests guests,
            Access access,
            LiveCatalog catalog,
            Writer writer) {
        this.appointment = appointment;
        this.participant = participant;
        this.guests = guests;
        this.access = access;
        this.catalog = catalog;
        this.writer = writer;
    }

    /** How far a change reaches. */
    public enum Reach {
        THIS,
        FOLLOWING
    }

    /**
     * A change at one day of a series.
     *
     * @param version of the series, as it was seen
     * @param day the day that names the occurrence
     * @param values what becomes different; none cancels it
     */
    public record Change(
            @Nullable Long version,
            LocalDate day,
            Reach reach,
            @Nullable Map<Field<?>, @Nullable Object> values) {}

    /**
     * What was written.
     *
     * @param appointment the one that stands for the day from now on
     */
    public record Changed(Operation operation, long appointment) {}

    public Changed change(Caller caller, long id, Change change) {
        return writer.inTransaction(transaction -> {
            ObjectDefinition object = catalog.current().object(appointment.name());
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Operation.Kind.EDIT,
                    object.name(),
                    change.reach() == Reach.THIS ? "修改一次日程" : "修改此次及以后的日程",
                    Operation.Status.DONE,
                    1);
            Row series = series(transaction, caller, object, id, change);
            long written = change.reach() == Reach.THIS
                    ? one(transaction, caller, operation, object, series, change.day(), change.values())
                    : following(transaction, caller, operation, object, series, change);
            return new Changed(operation, written);
        });
    }

    /** One of its days has come to pass. */
    void done(DSLContext transaction, Caller caller, Operation operation, long id, Visits.Outcome outcome) {
        if (outcome.day() == null) {
            throw Refusal.Invalid.at("day", Message.of("records.required"));
        }
        ObjectDefinition object = catalog.current().object(appointment.name());
        Map<Field<?>, @Nullable Object> done = Map.of(appointment.status, Appointment.DONE);
        Change change = new Change(outcome.version(), outcome.day(), Reach.THIS, done);
        one(
                transaction,
                caller,
                operation,
                object,
                series(transaction, caller, object, id, change),
                change.day(),
                change.values());
    }

    /** The series, held, if the caller may change it and it takes place on the day. */
    private Row series(DSLContext transaction, Caller caller, ObjectDefinition object, long id, Change change) {
        transaction.fetch("select id from event where id = ? for no key update", id);
        Row row = new Pages(transaction)
                        .byIds(
                                object,
                                access.visibility(caller.actor(), object, Verb.READ),
                                List.of(id),
                                object.fields())
                        .stream()
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        if (access.reached(transaction, caller.actor(), object, Verb.EDIT, List.of(id))
                .isEmpty()) {
            throw access.limited(caller.actor(), object, Verb.EDIT, row)
                    .orElseGet(() -> new Refusal.Forbidden(Message.of("access.mayNot.edit", object.label())));
        }
        if (change.version() != null && !change.version().equals(row.get(SystemFields.VERSION))) {
            throw new Refusal.Conflict("stale", Message.of("appointment.changedMeanwhile"), Map.of());
        }
        if (row.get(appointment.repeat) == null
                || !Timing.of(appointment, row).orElseThrow().on(change.day())) {
            throw Refusal.Invalid.at("day", Message.of("appointment.noSuchDay"));
        }
        return row;
    }

    /** Makes the occurrence an appointment of its own, if it is none yet, and changes that. */
    long one(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Row series,
            LocalDate day,
            @Nullable Map<Field<?>, @Nullable Object> values) {
        Row there = exception(transaction, object, series.id(), day);
        long id = there != null ? there.id() : apart(transaction, caller, operation, object, series, day);
        Map<Field<?>, @Nullable Object> becomes = new HashMap<>();
        if (values == null) {
            becomes.put(appointment.status, Appointment.CANCELLED);
        } else {
            becomes.putAll(values);
        }
        return written(write(transaction, caller, operation, object, Draft.update(id, null, becomes)));
    }

    private long apart(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Row series,
            LocalDate day) {
        Map<Field<?>, @Nullable Object> copy = copy(series, day);
        copy.put(appointment.series, series.id());
        copy.put(appointment.originalDay, day);
        return written(write(transaction, asProduct(caller), operation, object, Draft.create(copy)));
    }

    private long following(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Row series,
            Change change) {
        Timing timing = Timing.of(appointment, series).orElseThrow();
        Recurrence rule = Recurrence.stored(series.need(appointment.repeat));
        if (!change.day().isAfter(timing.firstDay())) {
            return whole(transaction, caller, operation, object, series, change);
        }
        List<Row> later = exceptions(transaction, object, series.id()).stream()
                .filter(row -> !row.need(appointment.originalDay).isBefore(change.day()))
                .toList();
        long next = series.id();
        if (change.values() != null) {
            Map<Field<?>, @Nullable Object> copy = copy(series, change.day());
            copy.put(
                    appointment.repeat,
                    rule.from(timing.firstDay(), change.day()).toString());
            next = written(write(transaction, asProduct(caller), operation, object, Draft.create(copy)));
            askAgain(transaction, caller, operation, series.id(), next);
        }
        List<Draft> drafts = new ArrayList<>();
        for (Row row : later) {
            drafts.add(
                    change.values() == null
                            ? Draft.delete(row.id(), null)
                            : Draft.update(row.id(), null, Map.of(appointment.series, next)));
        }
        drafts.add(Draft.update(
                series.id(),
                null,
                Map.of(appointment.repeat, rule.before(change.day()).toString())));
        writer.write(transaction, asProduct(caller), operation, object, drafts).forEach(Series::written);
        if (change.values() != null) {
            written(write(transaction, caller, operation, object, Draft.update(next, null, change.values())));
        }
        return next;
    }

    /** From its first day on it is the whole series. */
    private long whole(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Row series,
            Change change) {
        Map<Field<?>, @Nullable Object> values = change.values();
        return written(write(
                transaction,
                caller,
                operation,
                object,
                values == null ? Draft.delete(series.id(), null) : Draft.update(series.id(), null, values)));
    }

    private void askAgain(DSLContext transaction, Caller caller, Operation operation, long series, long next) {
        List<Draft> asked = guests.of(transaction, List.of(series)).getOrDefault(series, Map.of()).entrySet().stream()
                .map(guest -> Draft.create(Map.of(
                        participant.appointment,
                        next,
                        participant.user,
                        guest.getKey(),
                        participant.answer,
                        guest.getValue())))
                .toList();
        writer.write(
                        transaction,
                        asProduct(caller),
                        operation,
                        catalog.current().object(participant.name()),
                        asked)
                .forEach(Series::written);
    }

    /** The series as it is on one of its days, in the product's name: what changes is then written in the caller's. */
    private Map<Field<?>, @Nullable Object> copy(Row series, LocalDate day) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        Timing.Occurrence time = Timing.of(appointment, series).orElseThrow().at(day);
        values.put(appointment.startAt, time.start());
        values.put(appointment.endAt, time.end());
        List.of(
                        appointment.title,
                        appointment.kind,
                        appointment.allDay,
                        appointment.timeZone,
                        appointment.place,
                        appointment.about,
                        appointment.status,
                        appointment.description,
                        appointment.reminders,
                        appointment.visibility,
                        Owned.OWNER,
                        Tagged.TAGS)
                .forEach(field -> values.put(field, series.get(field)));
        return values;
    }

    private @Nullable Row exception(DSLContext transaction, ObjectDefinition object, long series, LocalDate day) {
        return exceptions(transaction, object, series).stream()
                .filter(row -> Objects.equals(row.get(appointment.originalDay), day))
                .findFirst()
                .orElse(null);
    }

    private List<Row> exceptions(DSLContext transaction, ObjectDefinition object, long series) {
        return new Pages(transaction)
                .page(Selection.of(object, Visibility.EVERYTHING)
                        .where(Criterion.is(appointment.series, series))
                        .reading(List.of(appointment.originalDay))
                        .limit(Selection.MOST))
                .rows();
    }

    private Verdict write(
            DSLContext transaction, Caller caller, Operation operation, ObjectDefinition object, Draft draft) {
        return writer.write(transaction, caller, operation, object, List.of(draft))
                .getFirst();
    }

    private static Caller asProduct(Caller caller) {
        return new Caller(caller.actor(), caller.through(), true);
    }

    private static long written(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Written(Row row, boolean _) -> row.id();
            case Verdict.Refused(Refusal refusal) -> throw refusal;
        };
    }
}
