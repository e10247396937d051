package hengke.capability.appointment;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who is asked to an appointment answers for themselves, without any further right. */
@Component
public final class Answers {
    private final Appointment appointment;
    private final Participant participant;
    private final Access access;
    private final LiveCatalog catalog;
    private final Writer writer;

    Answers(Appointment appointment, Participant participant, Access access, LiveCatalog catalog, Writer writer) {
        this.appointment = appointment;
        this.participant = participant;
        this.access = access;
        this.catalog = catalog;
        this.writer = writer;
    }

    /** @param id of the appointment; for one occurrence of a series the answer counts for that alone */
    public Operation give(Caller caller, long id, String answer) {
        ObjectDefinition object = catalog.current().object(appointment.name());
        ObjectDefinition participants = catalog.current().object(participant.name());
        return writer.inTransaction(transaction -> {
            Row row = new Pages(transaction)
                            .byIds(
                                    object,
                                    access.visibility(caller.actor(), object, Verb.READ),
                                    List.of(id),
                                    List.of(appointment.series))
                            .stream()
                            .findFirst()
                            .orElseThrow(Refusal.NotFound::new);
            long series = Objects.requireNonNullElse(row.get(appointment.series), id);
            Map<Long, Row> mine = new HashMap<>();
            new Pages(transaction)
                    .page(Selection.of(participants, Visibility.EVERYTHING)
                            .where(Criterion.all(
                                    Criterion.in(participant.appointment, List.of(id, series)),
                                    Criterion.is(
                                            participant.user, caller.actor().user())))
                            .reading(List.of(participant.appointment)))
                    .rows()
                    .forEach(found -> mine.put(found.need(participant.appointment), found));
            if (mine.isEmpty()) {
                throw Refusal.Invalid.at(participant.answer.name(), Message.of("appointment.notAsked"));
            }
            Operation operation = OperationLog.open(
                    transaction, caller, Operation.Kind.EDIT, object.name(), "答复日程", Operation.Status.DONE, 1);
            Row own = mine.get(id);
            Draft draft = own == null
                    ? Draft.create(Map.of(
                            participant.appointment,
                            id,
                            participant.user,
                            caller.actor().user(),
                            participant.answer,
                            answer))
                    : Draft.update(own.id(), null, Map.of(participant.answer, answer));
            Caller product = new Caller(caller.actor(), caller.through(), true);
            if (writer.write(transaction, product, operation, participants, List.of(draft))
                            .getFirst()
                    instanceof Verdict.Refused(Refusal refusal)) {
                throw refusal;
            }
            return operation;
        });
    }
}
