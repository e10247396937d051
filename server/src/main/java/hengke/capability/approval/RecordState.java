package hengke.capability.approval;

import hengke.capability.approval.Approvable.News;
import hengke.capability.approval.flow.State;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Happened;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What approvals write to records, by the object's own rules and in the same transaction. */
@Component
class RecordState {
    /** By this way approvals write; nobody else does. */
    static final String THROUGH = "approval";

    private static final Caller WRITER = new Caller(Actor.SYSTEM, THROUGH, true);

    private final Writer writer;
    private final LiveOrganisation organisation;
    private final Approvables approvables;

    RecordState(Writer writer, LiveOrganisation organisation, Approvables approvables) {
        this.writer = writer;
        this.organisation = organisation;
        this.approvables = approvables;
    }

    /** The record as it is stored, whoever may see it. */
    static Optional<Row> row(DSLContext within, ObjectDefinition object, long id) {
        return new Pages(within)
                .byIds(object, Visibility.EVERYTHING, List.of(id), object.fields()).stream()
                        .findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    static void lock(DSLContext within, ObjectDefinition object, long id) {
        within.execute("select 1 from " + '"' + object.table() + '"' + " where id = ? for no key update", id);
    }

    /** Throws where the object's own rules refuse it: then nothing has happened. */
    void follow(
            DSLContext within,
            ObjectDefinition object,
            long id,
            State.Status status,
            long by,
            String why,
            Instant now) {
        Optional<Row> row = row(within, object, id);
        if (row.isEmpty()) {
            return; // it is in the bin, and its approval only ends
        }
        String state = state(status);
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(Approved.APPROVAL, state);
        LocalDate today = LocalDate.ofInstant(now, organisation.get().company().timeZone());
        approvables
                .of(object)
                .ifPresent(hook -> values.putAll(hook.follows(new News(state, by, why, today), row.get())));
        Operation operation = OperationLog.open(
                within,
                WRITER,
                Operation.Kind.COMMAND,
                object.name(),
                "审批 " + object.label().chinese(),
                Operation.Status.DONE,
                1);
        if (writer.write(within, WRITER, operation, object, List.of(Draft.update(id, null, values)))
                        .getFirst()
                instanceof Verdict.Refused(var refusal)) {
            throw refusal;
        }
        Happened.tell(within, new Link(object.name(), id), operation.id(), ApprovalHappenings.name(status));
    }

    /** Throws why what was approved can no longer be taken back. */
    void requireRevocable(DSLContext within, ObjectDefinition object, long id) {
        Row row = row(within, object, id).orElseThrow(Refusal.NotFound::new);
        if (!Approved.passed(row)) {
            throw new Refusal.Conflict("notApproved", Message.of("approval.notApproved"), Map.of());
        }
        approvables.of(object).flatMap(hook -> hook.stands(row)).ifPresent(why -> {
            throw new Refusal.Conflict("stands", why, Map.of());
        });
    }

    static String state(State.Status status) {
        return switch (status) {
            case RUNNING -> Approved.PENDING;
            case RETURNED -> Approved.RETURNED;
            case APPROVED -> Approved.APPROVED;
            case REJECTED -> Approved.REJECTED;
            case WITHDRAWN -> Approved.WITHDRAWN;
            case TERMINATED -> Approved.TERMINATED;
            case REVOKED -> Approved.REVOKED;
        };
    }
}
