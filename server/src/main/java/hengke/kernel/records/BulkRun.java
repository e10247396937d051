package hengke.kernel.records;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Authorities;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Operation.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does an opened bulk operation part by part, each part in one transaction with its progress, so that it can be left,
 * cancelled, killed and gone on with. It acts by the leave of who asked for it, and ends when that is withdrawn.
 */
final class BulkRun {
    static final org.jooq.Table<?> PENDING = table(name("operation_pending"));
    static final org.jooq.Field<Long> OPERATION = DSL.field(name("operation_id"), SQLDataType.BIGINT);
    static final org.jooq.Field<Long> RECORD = DSL.field(name("record_id"), SQLDataType.BIGINT);
    static final org.jooq.Field<String> OBJECT = DSL.field(name("object"), SQLDataType.CLOB);
    static final org.jooq.Field<Long> PERSON = DSL.field(name("person"), SQLDataType.BIGINT);
    private static final int PART = 500;
    private static final int MOST_CONFLICTS = 1_000;

    private final DSLContext database;
    private final Writer writer;
    private final BulkPart part;
    private final Authorities authorities;

    BulkRun(DSLContext database, Writer writer, BulkPart part, Authorities authorities) {
        this.database = database;
        this.writer = writer;
        this.part = part;
        this.authorities = authorities;
    }

    /** Does what is still to be done; called again after a kill, it goes on where it stopped. */
    Operation run(long id) {
        while (writer.inTransaction(transaction -> OperationLog.hold(transaction, id)
                .filter(operation -> step(transaction, operation))
                .isPresent())) {
            // the next part
        }
        return OperationLog.find(database, id).orElseThrow();
    }

    /** Ends what breaks again and again. */
    void giveUp(long id) {
        writer.inTransaction(transaction -> OperationLog.hold(transaction, id)
                .map(operation -> end(transaction, operation, Status.FAILED, Message.of("records.broken"))));
    }

    /** One part, or the end of it all; is there more to do? */
    private boolean step(DSLContext transaction, Operation operation) {
        if (OperationLog.cancelAsked(transaction, operation.id())) {
            return end(transaction, operation, Status.CANCELLED, null);
        }
        Optional<Actor> actor = authorities.actor(operation.authority());
        if (actor.isEmpty()) {
            return end(transaction, operation, Status.FAILED, Message.of("records.leaveWithdrawn"));
        }
        List<Pending> records = next(transaction, operation);
        if (records.isEmpty()) {
            return end(transaction, operation, Status.DONE, null);
        }
        part(transaction, operation, Caller.of(actor.get(), operation.through()), records);
        return true;
    }

    /**
     * A record that waits.
     *
     * @param object empty when it is the object of the operation
     * @param person to whom it goes, where each goes to somebody of its own
     */
    record Pending(String object, long record, @Nullable Long person) {
        static Pending of(long record) {
            return new Pending("", record, null);
        }
    }

    /** The next part, of one object. */
    private static List<Pending> next(DSLContext transaction, Operation operation) {
        return transaction
                .fetch("""
                        delete from operation_pending where operation_id = {0} and (object, record_id) in (
                            select object, record_id from operation_pending
                            where operation_id = {0}
                              and object = (select min(object) from operation_pending where operation_id = {0})
                            order by record_id limit {1})
                        returning object, record_id, person""", DSL.val(operation.id()), DSL.val(PART))
                .map(row -> new Pending(
                        row.get("object", String.class),
                        row.get("record_id", Long.class),
                        row.get("person", Long.class)));
    }

    private void part(DSLContext transaction, Operation operation, Caller caller, List<Pending> records) {
        String name = records.getFirst().object();
        ObjectDefinition object =
                writer.catalog().current().object(name.isEmpty() ? Objects.requireNonNull(operation.object()) : name);
        ObjectNode task = OperationLog.task(transaction, operation.id());
        List<Verdict> verdicts = part.write(transaction, caller, operation, object, Bulk.Act.of(task), records);
        ArrayNode refused = task.withArray("refused");
        long changed = 0;
        long failed = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Written(var _, boolean any) -> changed += any ? 1 : 0;
                case Verdict.Refused(Refusal refusal) -> {
                    failed++;
                    if (refused.size() < MOST_CONFLICTS) {
                        refused.addObject()
                                .put("object", object.name())
                                .put("id", records.get(i).record())
                                .put("field", "")
                                .put("message", KeptMessage.of(refusal.reason()));
                    }
                }
            }
        }
        OperationLog.advance(transaction, operation.id(), records.size(), changed, failed);
        OperationLog.setTask(transaction, operation.id(), task);
    }

    private static boolean end(DSLContext transaction, Operation operation, Status status, @Nullable Message why) {
        OperationLog.finish(
                transaction,
                operation.id(),
                status,
                OperationLog.task(transaction, operation.id())
                        .withArray("refused")
                        .toString(),
                why == null ? null : KeptMessage.of(why));
        transaction.deleteFrom(PENDING).where(OPERATION.eq(operation.id())).execute();
        return false;
    }
}
