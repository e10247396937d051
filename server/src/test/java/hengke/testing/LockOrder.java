package hengke.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Finds out in which order work on many rows locks them. */
public final class LockOrder {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private LockOrder() {}

    /**
     * Fails unless the work locks these rows in the order of their ids, however they lie in the table: whoever holds the
     * second, as a write of a few records does, still gets the third while the work waits for the second.
     *
     * @param ids of three rows, ascending, all of which the work writes
     */
    public static void requireById(DSLContext database, String table, List<Long> ids, Runnable work) {
        // so they lie the other way round
        ids.reversed().forEach(id -> database.execute("update " + table + " set version = version where id = ?", id));
        CompletableFuture<Void> working = database.transactionResult(transaction -> {
            DSLContext held = transaction.dsl();
            lock(held, table, ids.get(1));
            CompletableFuture<Void> begun = CompletableFuture.runAsync(work);
            awaitBlocked(held, begun);
            awaitFree(held, table, ids.get(2));
            return begun;
        });
        working.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void lock(DSLContext held, String table, long id) {
        held.fetch("select id from " + table + " where id = ? for no key update", id);
    }

    /** Somebody else may hold it for a moment; the work would hold it as long as it waits. */
    private static void awaitFree(DSLContext held, String table, long id) {
        Instant last = Instant.now().plus(LONGEST);
        while (!free(held, table, id)) {
            assertThat(Instant.now())
                    .as("the third row held while the work waits for the second")
                    .isBefore(last);
            Thread.onSpinWait();
        }
    }

    private static boolean free(DSLContext held, String table, long id) {
        try {
            held.transaction(inner ->
                    inner.dsl().fetch("select id from " + table + " where id = ? for no key update nowait", id));
            return true;
        } catch (DataAccessException taken) {
            return false;
        }
    }

    private static void awaitBlocked(DSLContext held, CompletableFuture<Void> work) {
        Instant last = Instant.now().plus(LONGEST);
        while (!held.fetchSingle("""
                        select exists (select from pg_stat_activity
                            where datname = current_database() and pg_backend_pid() = any (pg_blocking_pids(pid)))""").get(0, boolean.class)) {
            assertThat(work).as("work that has to wait for a row").isNotDone();
            assertThat(Instant.now())
                    .as("waiting for the work to come to a row that is held")
                    .isBefore(last);
            Thread.onSpinWait();
        }
    }
}
