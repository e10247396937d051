package hengke.capability.score;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * How far the scores of an object's records have been brought.
 *
 * @param goal by which rules, on which day
 * @param position up to which id
 * @param last the highest id when it began
 * @param changed so many levels have changed
 */
public record RescoreState(
        String object,
        String goal,
        long position,
        long last,
        long changed,
        @Nullable Long operation,
        boolean finished) {

    /** Holds the state until the transaction ends; towards another goal it begins anew. */
    static RescoreState hold(DSLContext transaction, ObjectDefinition object, String goal) {
        transaction.execute(
                "insert into scoring_state (object, goal) values (?, '') on conflict (object) do nothing",
                object.name());
        RescoreState held =
                of(transaction.fetchSingle("select * from scoring_state where object = ? for update", object.name()));
        if (held.goal.equals(goal)) {
            return held;
        }
        if (held.operation != null) {
            OperationLog.finish(transaction, held.operation, Operation.Status.DONE, "[]");
        }
        return of(transaction.fetchSingle("""
                update scoring_state
                set goal = ?, position = 0, last = ?, changed = 0, operation = null, finished_at = null
                where object = ? returning *
                """, goal, Rescore.last(transaction, object), object.name()));
    }

    /** Notes how far it is; answers whether there is more. */
    boolean reach(DSLContext transaction, long reached) {
        boolean done = reached >= last;
        transaction.execute(
                "update scoring_state set position = ?, finished_at = case when ? then now() end where object = ?",
                reached,
                done,
                object);
        if (done) {
            find(transaction, object)
                    .map(RescoreState::operation)
                    .ifPresent(its -> OperationLog.finish(transaction, its, Operation.Status.DONE, "[]"));
        }
        return !done;
    }

    void changed(DSLContext transaction, int more) {
        transaction.execute("update scoring_state set changed = changed + ? where object = ?", more, object);
    }

    /** All of it is one operation. */
    Operation operation(DSLContext transaction, ObjectDefinition its, String label) {
        return Optional.ofNullable(operation)
                .flatMap(id -> OperationLog.find(transaction, id))
                .orElseGet(() -> {
                    Operation opened = OperationLog.open(
                            transaction,
                            Caller.SYSTEM,
                            Operation.Kind.COMMAND,
                            its.name(),
                            label,
                            Operation.Status.RUNNING,
                            0);
                    transaction.execute("update scoring_state set operation = ? where object = ?", opened.id(), object);
                    return opened;
                });
    }

    public static Optional<RescoreState> find(DSLContext database, String object) {
        return database.fetchOptional("select * from scoring_state where object = ?", object)
                .map(RescoreState::of);
    }

    private static RescoreState of(Record row) {
        return new RescoreState(
                row.get("object", String.class),
                row.get("goal", String.class),
                row.get("position", Long.class),
                row.get("last", Long.class),
                row.get("changed", Long.class),
                row.get("operation", Long.class),
                row.get("finished_at") != null);
    }
}
