package hengke.automation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What runs there were, what each has done, and how many stand where. */
@Component
public final class RunLog {
    private final DSLContext database;

    RunLog(DSLContext database) {
        this.database = database;
    }

    /** One record on its way, or at its end. */
    public record Entry(
            long id,
            long automation,
            int edition,
            String name,
            String object,
            long record,
            String cause,
            String status,
            @Nullable String reason,
            String node,
            Instant dueAt,
            int attempts,
            @Nullable String error,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** A step that was taken. */
    public record Taken(
            String node,
            Instant at,
            String outcome,
            @Nullable Integer way,
            @Nullable Long operation,
            @Nullable String note) {}

    /** How many have come to a step, and how many are there now. */
    public record Count(String node, long done, long standing, long failed) {}

    /** How many runs an automation has had, by their status. */
    public record Tally(long live, long done, long failed, long stopped) {
        static final Tally NONE = new Tally(0, 0, 0, 0);
    }

    private static final String COLUMNS = """
            select r.id, r.automation, r.edition, a.name, r.object, r.record_id, r.cause, r.status, r.reason, r.node,
                r.due_at, r.attempts, r.error, r.started_at, r.ended_at
            from automation_run r join automation a on a.id = r.automation
            """;

    /** The runs of an automation, newest first; {@code before} continues a page. */
    public List<Entry> page(long automation, @Nullable String status, @Nullable Long before, int limit) {
        return database.fetch(
                        COLUMNS + """
                        where r.automation = {0} and ({1}::text is null or r.status = {1})
                            and ({2}::bigint is null or r.id < {2}) order by r.id desc limit {3}
                        """,
                        DSL.val(automation),
                        DSL.val(status, String.class),
                        DSL.val(before, Long.class),
                        DSL.val(limit))
                .map(RunLog::entry);
    }

    /** The runs a record went through, and those of others that have changed it, newest first. */
    public List<Entry> of(String object, long record, int limit) {
        return database.fetch(COLUMNS + """
                        where r.id in (select id from automation_run where object = {0} and record_id = {1}
                                       union select run from automation_effect where object = {0} and record_id = {1})
                        order by r.id desc limit {2}
                        """, DSL.val(object), DSL.val(record), DSL.val(limit))
                .map(RunLog::entry);
    }

    /** The operations by which runs have changed a record, by run. */
    public Map<Long, List<Long>> operations(String object, long record) {
        return database.fetch(
                        "select run, operation from automation_effect where object = ? and record_id = ? order by operation",
                        object,
                        record)
                .intoGroups(row -> row.get("run", Long.class), row -> row.get("operation", Long.class));
    }

    /** One run. */
    public Optional<Entry> find(long run) {
        return database.fetchOptional(COLUMNS + " where r.id = {0}", DSL.val(run))
                .map(RunLog::entry);
    }

    /** What a run has done, in order. */
    public List<Taken> steps(long run) {
        return database.fetch(
                        "select node, at, outcome, way, operation, note from automation_step where run = ? order by id",
                        run)
                .map(row -> new Taken(
                        row.get("node", String.class),
                        at(row, "at"),
                        row.get("outcome", String.class),
                        row.get("way", Integer.class),
                        row.get("operation", Long.class),
                        row.get("note", String.class)));
    }

    /** By step of one edition. */
    public List<Count> counts(long automation, int edition) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        database.fetch("""
                        select node, count(*) filter (where outcome in ('done', 'way')) as done,
                            0 as standing, 0 as failed
                        from automation_step where automation = {0} and edition = {1} group by node
                        union all
                        select node, 0, count(*) filter (where status = 'live'), count(*) filter (where status = 'failed')
                        from automation_run where automation = {0} and edition = {1} and status in ('live', 'failed')
                        group by node
                        """, DSL.val(automation), DSL.val(edition)).forEach(row -> {
            long[] its = counts.computeIfAbsent(row.get("node", String.class), _ -> new long[3]);
            its[0] += row.get("done", Long.class);
            its[1] += row.get("standing", Long.class);
            its[2] += row.get("failed", Long.class);
        });
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .toList();
    }

    /** By automation. */
    public Map<Long, Tally> tallies() {
        Map<Long, Tally> tallies = new LinkedHashMap<>();
        database.fetch("""
                        select automation, count(*) filter (where status = 'live') as live,
                            count(*) filter (where status = 'done') as done,
                            count(*) filter (where status = 'failed') as failed,
                            count(*) filter (where status = 'stopped') as stopped
                        from automation_run group by automation
                        """)
                .forEach(row -> tallies.put(
                        row.get("automation", Long.class),
                        new Tally(
                                row.get("live", Long.class),
                                row.get("done", Long.class),
                                row.get("failed", Long.class),
                                row.get("stopped", Long.class))));
        return tallies;
    }

    private static Entry entry(Record row) {
        OffsetDateTime ended = row.get("ended_at", OffsetDateTime.class);
        return new Entry(
                row.get("id", Long.class),
                row.get("automation", Long.class),
                row.get("edition", Integer.class),
                row.get("name", String.class),
                row.get("object", String.class),
                row.get("record_id", Long.class),
                row.get("cause", String.class),
                row.get("status", String.class),
                row.get("reason", String.class),
                row.get("node", String.class),
                at(row, "due_at"),
                row.get("attempts", Integer.class),
                row.get("error", String.class),
                at(row, "started_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant at(Record row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }
}
