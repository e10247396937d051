package hengke.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Promises work in the transaction that asks for it: once that has committed the work will be done, whoever is killed in
 * between.
 */
@Component
public final class Background {
    /** When somebody else should look whether work that a request does itself has come to its end. */
    public static final Duration SHOULD_BE_DONE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int TRIES = 7;

    private final ObjectProvider<Scheduler> scheduler;
    private final DSLContext database;

    Background(ObjectProvider<Scheduler> scheduler, DSLContext database) {
        this.scheduler = scheduler;
        this.database = database;
    }

    /** What breaks is tried again after 5 s, 10 s, 20 s …; after five minutes whoever waits for it is told. */
    public static FailureHandler<Void> triesAgain(Consumer<String> givesUp) {
        return new MaxRetriesFailureHandler<>(
                TRIES,
                new ExponentialBackoffFailureHandler<>(FIRST_PAUSE, 2),
                (broken, _) -> givesUp.accept(broken.getExecution().getId()));
    }

    /** Runs the task once, after this time; again after a kill. */
    public void promise(TaskDescriptor<Void> task, String id, Duration after) {
        Scheduler jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(task.instance(id).scheduledTo(Instant.now().plus(after)));
        if (after.isZero() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.triggerCheckForDueExecutions();
                }
            });
        }
    }

    /**
     * Runs the task after this time, unless a run of it waits already: that one will find what has changed. It is held
     * until the end of the transaction, so that it does not begin before; one that has begun is not enough.
     */
    public void promiseOnce(TaskDescriptor<Void> task, Duration after) {
        boolean waits = database.fetch(
                        "select task_instance from scheduled_tasks where task_name = ? and not picked for update",
                        task.getTaskName())
                .isNotEmpty();
        if (!waits) {
            promise(task, UUID.randomUUID().toString(), after);
        }
    }
}
