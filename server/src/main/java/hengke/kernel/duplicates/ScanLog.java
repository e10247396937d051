package hengke.kernel.duplicates;

import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Where the search for duplicates of each object is. */
public final class ScanLog {
    /** In so many parts are records compared; the position counts them then. */
    public static final int PARTS = ScanKeys.PARTS;

    private ScanLog() {}

    /**
     * The last search of an object.
     *
     * @param round its number; what it finds is shown when it is done
     * @param shown the number of the search whose result is shown; 0 for none
     * @param position how far this phase has come, by record id or by part
     * @param skipped values so common that they say nothing
     */
    public record Scan(
            String object,
            long round,
            long shown,
            String status,
            String phase,
            long position,
            long total,
            long done,
            long skipped,
            boolean cancelAsked,
            long startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        public boolean running() {
            return status.equals("running");
        }
    }

    public static Optional<Scan> find(DSLContext database, ObjectDefinition object) {
        return Optional.ofNullable(
                        database.fetchOne("select * from duplicate_scan where object = {0}", DSL.val(object.name())))
                .map(ScanLog::scan);
    }

    /** Begins a new search unless one is running; answers whether it did. */
    static boolean begin(DSLContext transaction, ObjectDefinition object, long total, long by) {
        return transaction.execute("""
                        insert into duplicate_scan (object, round, status, phase, position, total, started_by)
                        values ({0}, 1, 'running', 'keys', 0, {1}, {2})
                        on conflict (object) do update set
                            round = duplicate_scan.round + 1, status = 'running', phase = 'keys', position = 0,
                            total = excluded.total, done = 0, skipped = 0, cancel_asked = false,
                            started_by = excluded.started_by, started_at = now(), finished_at = null
                        where duplicate_scan.status <> 'running'""", DSL.val(object.name()), DSL.val(total), DSL.val(by)) == 1;
    }

    /** The running search, held by this transaction; empty when it has ended or somebody else is at it. */
    static Optional<Scan> hold(DSLContext transaction, String object, long round) {
        return Optional.ofNullable(transaction.fetchOne("""
                        select * from duplicate_scan
                        where object = {0} and round = {1} and status = 'running' for update skip locked""", DSL.val(object), DSL.val(round)))
                .map(ScanLog::scan);
    }

    static void advance(DSLContext transaction, Scan scan, String phase, long position, long done, long skipped) {
        transaction.execute(
                """
                update duplicate_scan set phase = {1}, position = {2}, done = {3}, skipped = skipped + {4}
                where object = {0}""", DSL.val(scan.object()), DSL.val(phase), DSL.val(position), DSL.val(done), DSL.val(skipped));
    }

    static void askToCancel(DSLContext database, ObjectDefinition object) {
        database.execute(
                "update duplicate_scan set cancel_asked = true where object = {0} and status = 'running'",
                DSL.val(object.name()));
    }

    static void end(DSLContext transaction, String object, long round, String status) {
        transaction.execute("""
                update duplicate_scan set status = {2}, finished_at = now(),
                    shown_round = case when {2} = 'done' then round else shown_round end
                where object = {0} and round = {1} and status = 'running'""", DSL.val(object), DSL.val(round), DSL.val(status));
    }

    private static Scan scan(Record row) {
        return new Scan(
                row.get("object", String.class),
                row.get("round", Long.class),
                row.get("shown_round", Long.class),
                row.get("status", String.class),
                row.get("phase", String.class),
                row.get("position", Long.class),
                row.get("total", Long.class),
                row.get("done", Long.class),
                row.get("skipped", Long.class),
                row.get("cancel_asked", Boolean.class),
                row.get("started_by", Long.class),
                row.get("started_at", Instant.class),
                row.get("finished_at", Instant.class));
    }
}
