package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.events.Broadcast;
import hengke.kernel.events.Event;
import hengke.kernel.events.Outbox;
import hengke.kernel.history.Fate;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of operations. */
public final class OperationLog {
    /** Where nodes hear that an operation has got on: {@code person id}. */
    public static final String CHANNEL = "operation";

    private static final Table<Record> OPERATIONS = table(name("operation"));
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> LABEL = field(name("label"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> TOKEN = field(name("token"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> THROUGH = field(name("through"), SQLDataType.CLOB);
    private static final org.jooq.Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> DONE = field(name("done"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> CHANGED = field(name("changed"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> FAILED = field(name("failed"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Boolean> UNDOABLE = field(name("undoable"), SQLDataType.BOOLEAN);
    private static final org.jooq.Field<Long> UNDO_OF = field(name("undo_of"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> UNDONE_BY = field(name("undone_by"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Boolean> CANCEL_ASKED = field(name("cancel_asked"), SQLDataType.BOOLEAN);
    private static final org.jooq.Field<JSONB> CONFLICTS = field(name("conflicts"), SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> TASK = field(name("task"), SQLDataType.JSONB);
    private static final org.jooq.Field<String> MESSAGE = field(name("message"), SQLDataType.CLOB);
    private static final org.jooq.Field<Instant> STARTED_AT = field(name("started_at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<Instant> FINISHED_AT = field(name("finished_at"), SQLDataType.INSTANT);

    private OperationLog() {}

    /** Opens an operation; {@code status} is DONE at once for one that is a single transaction. */
    public static Operation open(
            DSLContext database,
            Caller caller,
            Kind kind,
            @Nullable String object,
            String label,
            Status status,
            long total) {
        return open(database, caller, kind, object, label, status, total, null);
    }

    static Operation open(
            DSLContext database,
            Caller caller,
            Kind kind,
            @Nullable String object,
            String label,
            Status status,
            long total,
            @Nullable Long undoOf) {
        boolean done = status == Status.DONE;
        Instant now = Instant.now();
        Long id = database.insertInto(OPERATIONS)
                .set(KIND, kind.wire())
                .set(OBJECT, object)
                .set(LABEL, label)
                .set(ACTOR, caller.actor().user())
                .set(TOKEN, caller.actor().token())
                .set(THROUGH, caller.through())
                .set(STATUS, status.wire())
                .set(TOTAL, total)
                .set(DONE, done ? total : 0)
                .set(CHANGED, done ? total : 0)
                .set(UNDOABLE, done)
                .set(UNDO_OF, undoOf)
                .set(STARTED_AT, now)
                .set(FINISHED_AT, done ? now : null)
                .returningResult(ID)
                .fetchSingle(ID);
        Objects.requireNonNull(id);
        return new Operation(
                id,
                kind,
                object,
                label,
                caller.actor().user(),
                caller.actor().token(),
                caller.through(),
                status,
                total,
                done ? total : 0,
                done ? total : 0,
                0,
                done,
                null,
                now,
                done ? now : null,
                "[]",
                null);
    }

    /** Adds what another part of a running operation has done. */
    public static void advance(DSLContext database, long id, long done, long changed, long failed) {
        database.update(OPERATIONS)
                .set(DONE, DONE.plus(done))
                .set(CHANGED, CHANGED.plus(changed))
                .set(FAILED, FAILED.plus(failed))
                .where(ID.eq(id))
                .returningResult(ACTOR)
                .fetchOptional(ACTOR)
                .ifPresent(actor -> announce(database, actor, id));
    }

    /** Says how far a running operation has come, for work that begins anew after a kill. */
    public static void reach(DSLContext database, long id, long done) {
        database.update(OPERATIONS)
                .set(DONE, done)
                .where(ID.eq(id), STATUS.eq(Status.RUNNING.wire()))
                .returningResult(ACTOR)
                .fetchOptional(ACTOR)
                .ifPresent(actor -> announce(database, actor, id));
    }

    /** Whoever does a part of a running operation holds it meanwhile: two at once, presumed dead or not, take turns. */
    public static Optional<Operation> hold(DSLContext transaction, long id) {
        transaction
                .select(ID)
                .from(OPERATIONS)
                .where(ID.eq(id))
                .forNoKeyUpdate()
                .execute();
        return find(transaction, id).filter(operation -> operation.status() == Status.RUNNING);
    }

    /** Ends a running operation; it can be undone when it changed something. */
    public static void finish(DSLContext database, long id, Status status, String conflicts) {
        finish(database, id, status, conflicts, null);
    }

    /** The same, with the reason why it failed. */
    public static void finish(DSLContext database, long id, Status status, String conflicts, @Nullable String message) {
        database.update(OPERATIONS)
                .set(STATUS, status.wire())
                .set(UNDOABLE, CHANGED.gt(0L))
                .set(CONFLICTS, JSONB.valueOf(conflicts))
                .set(MESSAGE, message)
                .set(FINISHED_AT, Instant.now())
                .where(ID.eq(id), STATUS.eq(Status.RUNNING.wire()))
                .returningResult(ACTOR)
                .fetchOptional(ACTOR)
                .ifPresent(actor -> {
                    announce(database, actor, id);
                    Outbox.publish(database, Event.of(OperationEnded.KIND, new OperationEnded(id)));
                });
    }

    /** What is still to be done of a running operation, for whoever goes on with it. */
    static ObjectNode task(DSLContext database, long id) {
        JSONB task = database.select(TASK).from(OPERATIONS).where(ID.eq(id)).fetchSingle(TASK);
        return (ObjectNode)
                JsonMapper.shared().readTree(Objects.requireNonNull(task).data());
    }

    static void setTask(DSLContext database, long id, ObjectNode task) {
        database.update(OPERATIONS)
                .set(TASK, JSONB.valueOf(task.toString()))
                .where(ID.eq(id))
                .execute();
    }

    static void setTotal(DSLContext database, long id, long total) {
        database.update(OPERATIONS).set(TOTAL, total).where(ID.eq(id)).execute();
    }

    private static void announce(DSLContext database, long actor, long id) {
        Broadcast.send(database, CHANNEL, actor + " " + id);
    }

    /** Asks a running operation to stop after the part it is at. */
    public static void askCancel(DSLContext database, long id) {
        database.update(OPERATIONS)
                .set(CANCEL_ASKED, true)
                .where(ID.eq(id), STATUS.eq(Status.RUNNING.wire()))
                .execute();
    }

    public static boolean cancelAsked(DSLContext database, long id) {
        return database.fetchExists(DSL.selectOne().from(OPERATIONS).where(ID.eq(id), CANCEL_ASKED.isTrue()));
    }

    /** Marks an operation as taken back; false when somebody else has done so already. */
    static boolean claimUndo(DSLContext database, long id, long undoneBy) {
        return database.update(OPERATIONS)
                        .set(UNDONE_BY, undoneBy)
                        .set(UNDOABLE, false)
                        .where(ID.eq(id), UNDOABLE.isTrue(), UNDONE_BY.isNull())
                        .execute()
                == 1;
    }

    /** What has become of operations, for the history of a record. */
    public static Map<Long, Fate> fates(DSLContext database, Set<Long> ids) {
        return database.select(ID, THROUGH, ACTOR, UNDOABLE)
                .from(OPERATIONS)
                .where(ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .fetchMap(ID, found -> new Fate(found.get(THROUGH), found.get(ACTOR), found.get(UNDOABLE)));
    }

    public static Optional<Operation> find(DSLContext database, long id) {
        return fetch(database, ID.eq(id), 1).stream().findFirst();
    }

    /** Those of these operations that exist, by id. */
    public static Map<Long, Operation> find(DSLContext database, Collection<Long> ids) {
        return fetch(database, ID.eq(DSL.any(ids.toArray(Long[]::new))), ids.size()).stream()
                .collect(Collectors.toMap(Operation::id, operation -> operation));
    }

    /** Operations newest first, of one person or of all; {@code before} continues a page. */
    public static List<Operation> page(DSLContext database, @Nullable Long actor, @Nullable Long before, int limit) {
        return fetch(
                database,
                (actor == null ? DSL.noCondition() : ACTOR.eq(actor))
                        .and(before == null ? DSL.noCondition() : ID.lt(before)),
                limit);
    }

    private static List<Operation> fetch(DSLContext database, Condition condition, int limit) {
        return database.select(
                        ID,
                        KIND,
                        OBJECT,
                        LABEL,
                        ACTOR,
                        TOKEN,
                        THROUGH,
                        STATUS,
                        TOTAL,
                        DONE,
                        CHANGED,
                        FAILED,
                        UNDOABLE,
                        UNDONE_BY,
                        STARTED_AT,
                        FINISHED_AT,
                        CONFLICTS,
                        MESSAGE)
                .from(OPERATIONS)
                .where(condition)
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(found -> new Operation(
                        found.get(ID),
                        Kind.valueOf(found.get(KIND).toUpperCase(Locale.ROOT)),
                        found.get(OBJECT),
                        found.get(LABEL),
                        found.get(ACTOR),
                        found.get(TOKEN),
                        found.get(THROUGH),
                        Status.valueOf(found.get(STATUS).toUpperCase(Locale.ROOT)),
                        found.get(TOTAL),
                        found.get(DONE),
                        found.get(CHANGED),
                        found.get(FAILED),
                        found.get(UNDOABLE),
                        found.get(UNDONE_BY),
                        found.get(STARTED_AT),
                        found.get(FINISHED_AT),
                        found.get(CONFLICTS).data(),
                        found.get(MESSAGE)));
    }
}
