package hengke.kernel.schema;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Performs steps on one connection and notes each in {@code schema_step}. */
final class StepRun {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> VIOLATIONS = Set.of("23503", "23514", UNIQUE_VIOLATION);

    private final DSLContext database;
    private final Patience patience;
    private final StepListener listener;
    private final StepLog log;

    /** How a step ended that did not fail. */
    sealed interface Result permits Performed, Refused {}

    record Performed() implements Result {}

    /** The data does not allow it. */
    record Refused(Obstacle obstacle) implements Result {}

    StepRun(DSLContext database, Patience patience, StepListener listener) {
        this.database = database;
        this.patience = patience;
        this.listener = listener;
        this.log = new StepLog(database);
    }

    /** Steps that a killed node left half done. */
    void noteInterrupted() {
        log.interrupted();
    }

    Result perform(Step step) {
        listener.before(step);
        long id = log.started(step);
        try {
            execute(step, id);
        } catch (DataAccessException e) {
            note(id, e);
            if (VIOLATIONS.contains(e.sqlState())) {
                return refused(step, e);
            }
            throw e;
        }
        listener.after(step);
        return new Performed();
    }

    /** Without a connection there is no noting; the next run sees that the step was interrupted. */
    private void note(long id, DataAccessException failure) {
        try {
            log.failed(id, failure);
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    private void execute(Step step, long id) {
        for (int attempt = 0; ; attempt++) {
            try {
                if (step.alone()) {
                    inTransaction(step, id);
                } else {
                    besideOthers(step, id);
                }
                return;
            } catch (DataAccessException e) {
                boolean busy = LOCK_NOT_AVAILABLE.equals(e.sqlState()) || DEADLOCK.equals(e.sqlState());
                if (!busy || attempt + 1 == patience.tries()) {
                    throw e;
                }
                listener.waiting(step, attempt);
                Pause.of(patience.pauseAfter(attempt));
            }
        }
    }

    private void inTransaction(Step step, long id) {
        database.transaction(transaction -> {
            DSLContext inside = DSL.using(transaction);
            inside.execute("set local lock_timeout = " + patience.lock().toMillis());
            step.statements().forEach(inside::execute);
            new StepLog(inside).done(id);
        });
    }

    /** Such a step may wait long for others; nobody waits for it. */
    private void besideOthers(Step step, long id) {
        step.statements().forEach(database::execute);
        log.done(id);
    }

    private Refused refused(Step step, DataAccessException e) {
        String migration = "-- correct the rows first";
        if (step instanceof Step.CreateIndex(String table, Layout.Index index)) {
            perform(new Step.DropIndex(table, index.name()));
        }
        return new Refused(new Obstacle(step.table(), "", "the rows do not allow it: " + reason(e), migration));
    }

    private static String reason(DataAccessException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
