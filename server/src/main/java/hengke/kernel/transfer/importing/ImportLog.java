package hengke.kernel.transfer.importing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Authority;
import hengke.kernel.events.Broadcast;
import hengke.kernel.transfer.importing.ImportJob.Mode;
import hengke.kernel.transfer.importing.ImportJob.OnDuplicate;
import hengke.kernel.transfer.importing.ImportJob.Progress;
import hengke.kernel.transfer.importing.ImportJob.RowResult;
import hengke.kernel.transfer.importing.ImportJob.RowVerdict;
import hengke.kernel.transfer.importing.ImportJob.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of imports. */
public final class ImportLog {
    /** Where nodes hear that an import has got on: {@code person id}. */
    public static final String CHANNEL = "import";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final org.jooq.Table<Record> JOBS = table(name("import_job"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    private static final org.jooq.Field<JSONB> LAYOUT = field(name("layout"), SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> MAPPING = field(name("mapping"), SQLDataType.JSONB);
    private static final org.jooq.Field<String> MESSAGE = field(name("message"), SQLDataType.CLOB);
    private static final org.jooq.Field<Instant> FINISHED_AT = field(name("finished_at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<Long> BEGUN_BY = field(name("begun_by"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> BEGUN_WITH = field(name("begun_with"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Integer> ATTEMPT = field(name("attempt"), SQLDataType.INTEGER);
    private static final org.jooq.Field<Integer> LAST_ROW = field(name("last_row"), SQLDataType.INTEGER);
    private static final org.jooq.Field<Boolean> CANCEL = field(name("cancel_asked"), SQLDataType.BOOLEAN);

    private ImportLog() {}

    public static ImportJob create(
            DSLContext database,
            String object,
            long actor,
            String through,
            long file,
            String fileName,
            long fileSize,
            ObjectNode layout,
            Map<Integer, String> mapping,
            List<String> keys) {
        Long id = database.insertInto(JOBS)
                .set(OBJECT, object)
                .set(ACTOR, actor)
                .set(field(name("through")), through)
                .set(field(name("file_id")), file)
                .set(field(name("file_name")), fileName)
                .set(field(name("file_size")), fileSize)
                .set(LAYOUT, json(layout))
                .set(STATUS, Status.MAPPING.wire())
                .set(MAPPING, json(mapping))
                .set(field(name("mode"), String.class), "insert")
                .set(field(name("keys"), String[].class), keys.toArray(String[]::new))
                .set(field(name("on_duplicate"), String.class), "skip")
                .returningResult(ID)
                .fetchSingle(ID);
        return find(database, Objects.requireNonNull(id)).orElseThrow();
    }

    public static Optional<ImportJob> find(DSLContext database, long id) {
        return database.select().from(JOBS).where(ID.eq(id)).fetchOptional(ImportLog::job);
    }

    /** Imports of one person, newest first. */
    public static List<ImportJob> page(DSLContext database, @Nullable Long actor, @Nullable Long before, int limit) {
        return database.select()
                .from(JOBS)
                .where(actor == null ? DSL.noCondition() : ACTOR.eq(actor))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(ImportLog::job);
    }

    /** Another reading of the file, before it runs. */
    public static void understand(DSLContext database, long id, ObjectNode layout, Map<Integer, String> mapping) {
        database.update(JOBS)
                .set(LAYOUT, json(layout))
                .set(MAPPING, json(mapping))
                .set(STATUS, Status.MAPPING.wire())
                .where(ID.eq(id))
                .execute();
    }

    /** Begins a run, from the start; false when it runs already or has run. */
    public static boolean begin(
            DSLContext database,
            long id,
            Map<Integer, String> mapping,
            Mode mode,
            List<String> keys,
            OnDuplicate onDuplicate,
            boolean dryRun,
            Authority authority,
            @Nullable Long operation) {
        ImportVerdicts.forget(database, id);
        return database.update(JOBS)
                        .set(MAPPING, json(mapping))
                        .set(field(name("mode"), String.class), mode.name().toLowerCase(Locale.ROOT))
                        .set(field(name("keys"), String[].class), keys.toArray(String[]::new))
                        .set(
                                field(name("on_duplicate"), String.class),
                                onDuplicate.name().toLowerCase(Locale.ROOT))
                        .set(field(name("dry_run"), Boolean.class), dryRun)
                        .set(field(name("operation_id"), Long.class), operation)
                        .set(BEGUN_BY, authority.person())
                        .set(BEGUN_WITH, authority.token())
                        .set(ATTEMPT, ATTEMPT.plus(1))
                        .set(STATUS, (dryRun ? Status.CHECKING : Status.RUNNING).wire())
                        .set(field(name("total"), Long.class), DSL.field("(layout->>'rows')::bigint", Long.class))
                        .set(LAST_ROW, 0)
                        .set(zeros())
                        .set(CANCEL, false)
                        .setNull(MESSAGE)
                        .where(ID.eq(id))
                        .and(STATUS.in(Status.MAPPING.wire(), Status.CHECKED.wire()))
                        .execute()
                == 1;
    }

    private static Map<org.jooq.Field<Long>, Long> zeros() {
        Map<org.jooq.Field<Long>, Long> zeros = new HashMap<>();
        for (String counter : List.of("done", "created", "updated", "skipped", "marked", "failed")) {
            zeros.put(field(name(counter), Long.class), 0L);
        }
        return zeros;
    }

    /**
     * The last row that has its verdict; none when this attempt has come to its end. Whoever asks holds the import until
     * the transaction ends: two who take it in, presumed dead or not, take turns.
     */
    static Optional<Integer> hold(DSLContext transaction, ImportJob job) {
        return transaction
                .select(LAST_ROW)
                .from(JOBS)
                .where(ID.eq(job.id()), ATTEMPT.eq(job.attempt()))
                .and(STATUS.in(Status.CHECKING.wire(), Status.RUNNING.wire()))
                .forNoKeyUpdate()
                .fetchOptional(LAST_ROW);
    }

    /** Notes the verdicts on a part of the rows. */
    public static void advance(DSLContext transaction, long id, int lastRow, List<RowResult> results) {
        ImportVerdicts.add(transaction, id, results);
        Map<RowVerdict, Long> counts = new HashMap<>();
        results.forEach(result -> counts.merge(result.verdict(), 1L, Long::sum));
        transaction
                .update(JOBS)
                .set(LAST_ROW, lastRow)
                .set(plus("done", results.size()))
                .set(plus("created", counts.getOrDefault(RowVerdict.CREATE, 0L)))
                .set(plus("updated", counts.getOrDefault(RowVerdict.UPDATE, 0L)))
                .set(plus("skipped", counts.getOrDefault(RowVerdict.SKIP, 0L)))
                .set(plus("marked", counts.getOrDefault(RowVerdict.MARK, 0L)))
                .set(plus("failed", counts.getOrDefault(RowVerdict.FAILED, 0L)))
                .where(ID.eq(id))
                .returningResult(ACTOR)
                .fetchOptional(ACTOR)
                .ifPresent(actor -> announce(transaction, actor, id));
    }

    private static void announce(DSLContext database, long actor, long id) {
        Broadcast.send(database, CHANNEL, actor + " " + id);
    }

    private static Map<org.jooq.Field<Long>, org.jooq.Field<Long>> plus(String counter, long more) {
        org.jooq.Field<Long> column = field(name(counter), Long.class);
        return Map.of(column, column.plus(more));
    }

    public static void finish(DSLContext database, long id, Status status, @Nullable String message) {
        database.update(JOBS)
                .set(STATUS, status.wire())
                .set(MESSAGE, message)
                .set(FINISHED_AT, Instant.now())
                .where(ID.eq(id))
                .and(STATUS.in(Status.CHECKING.wire(), Status.RUNNING.wire()))
                .returningResult(ACTOR)
                .fetchOptional(ACTOR)
                .ifPresent(actor -> announce(database, actor, id));
    }

    public static void askCancel(DSLContext database, long id) {
        database.update(JOBS).set(CANCEL, true).where(ID.eq(id)).execute();
        database.update(JOBS)
                .set(STATUS, Status.CANCELLED.wire())
                .where(ID.eq(id))
                .and(STATUS.in(Status.MAPPING.wire(), Status.CHECKED.wire()))
                .execute();
    }

    static boolean cancelAsked(DSLContext database, long id) {
        return database.fetchExists(DSL.selectOne().from(JOBS).where(ID.eq(id)).and(CANCEL.isTrue()));
    }

    private static ImportJob job(Record found) {
        Map<Integer, String> mapping = new TreeMap<>();
        JSON.readTree(found.get(MAPPING).data())
                .properties()
                .forEach(entry -> mapping.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().stringValue()));
        return new ImportJob(
                found.get(ID),
                found.get(OBJECT),
                found.get(ACTOR),
                found.get("through", String.class),
                found.get("file_id", Long.class),
                found.get("file_name", String.class),
                found.get("file_size", Long.class),
                (ObjectNode) JSON.readTree(found.get(LAYOUT).data()),
                Status.valueOf(found.get(STATUS).toUpperCase(Locale.ROOT)),
                mapping,
                Mode.valueOf(found.get("mode", String.class).toUpperCase(Locale.ROOT)),
                List.of(found.get("keys", String[].class)),
                OnDuplicate.valueOf(found.get("on_duplicate", String.class).toUpperCase(Locale.ROOT)),
                found.get("dry_run", Boolean.class),
                found.get("operation_id", Long.class),
                found.get(ATTEMPT),
                new Authority(Objects.requireNonNullElse(found.get(BEGUN_BY), found.get(ACTOR)), found.get(BEGUN_WITH)),
                found.get("last_row", Integer.class),
                new Progress(
                        found.get("total", Long.class),
                        found.get("done", Long.class),
                        found.get("created", Long.class),
                        found.get("updated", Long.class),
                        found.get("skipped", Long.class),
                        found.get("marked", Long.class),
                        found.get("failed", Long.class)),
                found.get(MESSAGE),
                found.get("started_at", Instant.class),
                found.get("finished_at", Instant.class));
    }

    private static JSONB json(JsonNode node) {
        return JSONB.valueOf(node.toString());
    }

    private static JSONB json(Map<Integer, String> mapping) {
        ObjectNode node = JSON.createObjectNode();
        mapping.forEach((column, target) -> node.put(Integer.toString(column), target));
        return json(node);
    }
}
