package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same change of many records, as one operation: part by part, each part in one transaction with its progress, so
 * that it can be left, cancelled, killed and gone on with, and taken back.
 */
public final class Bulk {
    /** Records changed while the caller waits; more go into the background. */
    public static final int AT_ONCE = 500;

    private static final int PART = 500;
    private static final int REFUSALS_SHOWN = 50;
    private static final int MOST_CONFLICTS = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final org.jooq.Table<?> PENDING = table(name("operation_pending"));
    private static final org.jooq.Field<Long> OPERATION = field(name("operation_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);

    private final DSLContext database;
    private final Writer writer;
    private final Access access;
    private final DraftReader drafts;

    public Bulk(DSLContext database, Writer writer, Access access, DraftReader drafts) {
        this.database = database;
        this.writer = writer;
        this.access = access;
        this.drafts = drafts;
    }

    /** What is done to each record: new values, or into the recycle bin. */
    public sealed interface Act permits Change, Deletion {}

    public record Change(ObjectNode values) implements Act {}

    public record Deletion() implements Act {}

    /** What would happen. */
    public record Preview(long total, long allowed, List<Refused> refused) {}

    public record Refused(long id, Refusal refusal) {}

    /** Opens the operation and remembers its records: those of the ids, or of the filter, that the actor may see. */
    public Operation open(Caller caller, ObjectDefinition object, Criterion which, Act act) {
        check(caller.actor(), object, act);
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction, caller, Kind.BULK, object.name(), label(object, act), Status.RUNNING, 0);
            int total = transaction
                    .insertInto(PENDING, OPERATION, RECORD)
                    .select(visible(caller.actor(), object, which, DSL.val(operation.id())))
                    .execute();
            transaction
                    .update(table(name("operation")))
                    .set(field(name("total"), Long.class), (long) total)
                    .set(field(name("task"), JSONB.class), JSONB.valueOf(task(caller, act).toString()))
                    .where(field(name("id"), Long.class).eq(operation.id()))
                    .execute();
            return OperationLog.find(transaction, operation.id()).orElseThrow();
        });
    }

    /** Does what an opened operation still has to do; called again after a kill, it goes on where it stopped. */
    public Operation run(long operationId, LongFunction<Actor> actors) {
        Operation operation = OperationLog.find(database, operationId).orElseThrow();
        while (operation.status() == Status.RUNNING) {
            if (OperationLog.cancelAsked(database, operationId)) {
                finish(operation, Status.CANCELLED);
            } else if (!part(operation, actors)) {
                finish(operation, Status.DONE);
            }
            operation = OperationLog.find(database, operationId).orElseThrow();
        }
        return operation;
    }

    private boolean part(Operation operation, LongFunction<Actor> actors) {
        return writer.inTransaction(transaction -> {
            List<Long> ids = transaction.fetch(
                            """
                            delete from operation_pending where operation_id = {0} and record_id in (
                                select record_id from operation_pending where operation_id = {0}
                                order by record_id limit {1} for update skip locked)
                            returning record_id""",
                            DSL.val(operation.id()), DSL.val(PART))
                    .getValues(0, Long.class);
            if (ids.isEmpty()) {
                return false;
            }
            ObjectDefinition object = writer.catalog().current().object(Objects.requireNonNull(operation.object()));
            ObjectNode task = task(transaction, operation.id());
            Caller caller = Caller.of(actors.apply(operation.actor()), operation.through());
            List<Verdict> verdicts =
                    writer.write(transaction, caller, operation, object, draft(transaction, caller, object, act(task), ids));
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
                                    .put("id", ids.get(i))
                                    .put("field", "")
                                    .put("message", refusal.reason().in(Language.CHINESE));
                        }
                    }
                }
            }
            OperationLog.advance(transaction, operation.id(), ids.size(), changed, failed);
            transaction
                    .update(table(name("operation")))
                    .set(field(name("task"), JSONB.class), JSONB.valueOf(task.toString()))
                    .where(field(name("id"), Long.class).eq(operation.id()))
                    .execute();
            return true;
        });
    }

    private void finish(Operation operation, Status status) {
        writer.inTransaction(transaction -> {
            OperationLog.finish(
                    transaction,
                    operation.id(),
                    status,
                    task(transaction, operation.id()).withArray("refused").toString());
            return transaction.deleteFrom(PENDING).where(OPERATION.eq(operation.id())).execute();
        });
    }

    /** Tries the change on the first records and lets nothing of it stand. */
    public Preview preview(Caller caller, ObjectDefinition object, Criterion which, Act act) {
        check(caller.actor(), object, act);
        Alias row = Alias.of(object);
        long total = database.fetchCount(visible(caller.actor(), object, which, row.id()));
        List<Long> ids = new ArrayList<>(database.fetch(visible(caller.actor(), object, which, DSL.val(0L))
                        .limit(DSL.inline(AT_ONCE)))
                .getValues(1, Long.class));
        List<Refused> refused = new ArrayList<>();
        long[] failed = {0};
        try {
            writer.inTransaction(transaction -> {
                Operation trial = OperationLog.open(
                        transaction, caller, Kind.BULK, object.name(), "", Status.RUNNING, ids.size());
                List<Verdict> verdicts =
                        writer.write(transaction, caller, trial, object, draft(transaction, caller, object, act, ids));
                for (int i = 0; i < verdicts.size(); i++) {
                    if (verdicts.get(i) instanceof Verdict.Refused(Refusal refusal)) {
                        failed[0]++;
                        if (refused.size() < REFUSALS_SHOWN) {
                            refused.add(new Refused(ids.get(i), refusal));
                        }
                    }
                }
                throw new Trial();
            });
        } catch (RuntimeException e) {
            if (!(e instanceof Trial) && !(e.getCause() instanceof Trial)) {
                throw e;
            }
        }
        return new Preview(total, total - failed[0], refused);
    }

    /** Ends a transaction whose outcome was only to be seen. */
    private static final class Trial extends RuntimeException {}

    private void check(Actor actor, ObjectDefinition object, Act act) {
        switch (act) {
            case Change(ObjectNode values) -> {
                access.require(actor, object, Verb.EDIT);
                drafts.values(actor, object, ListChange.asValues(values));
            }
            case Deletion() -> access.require(actor, object, Verb.DELETE);
        }
    }

    private SelectConditionStep<Record2<Long, Long>> visible(
            Actor actor, ObjectDefinition object, Criterion which, org.jooq.Field<Long> first) {
        Alias row = Alias.of(object);
        return DSL.select(first, row.id())
                .from(row.table())
                .where(CriterionSql.of(
                        Criterion.all(which, access.visibility(actor, object, Verb.READ).criterion()), row))
                .and(row.living());
    }

    private List<Draft> draft(DSLContext transaction, Caller caller, ObjectDefinition object, Act act, Collection<Long> ids) {
        return switch (act) {
            case Change(ObjectNode values) -> changes(transaction, caller, object, values, ids);
            case Deletion() -> ids.stream().map(id -> Draft.delete(id, null)).toList();
        };
    }

    /** The same values for every record, or members added to and taken from what each has. */
    private List<Draft> changes(
            DSLContext transaction, Caller caller, ObjectDefinition object, ObjectNode values, Collection<Long> ids) {
        Map<Field<?>, @Nullable Object> same =
                new LinkedHashMap<>(drafts.values(caller.actor(), object, ListChange.without(values)));
        List<ListChange> lists = ListChange.in(object, values);
        if (lists.isEmpty()) {
            return ids.stream().map(id -> Draft.update(id, null, same)).toList();
        }
        Map<Long, RowTable.Stored> stored = new RowTable(object).lock(transaction, ids);
        List<Draft> changes = new ArrayList<>();
        for (Long id : ids) {
            Map<Field<?>, @Nullable Object> own = new LinkedHashMap<>(same);
            RowTable.Stored now = stored.get(id);
            for (ListChange list : lists) {
                own.put(list.field(), now == null ? null : list.of(now.row()));
            }
            changes.add(Draft.update(id, null, own));
        }
        return changes;
    }

    private static ObjectNode task(Caller caller, Act act) {
        ObjectNode task = JSON.createObjectNode().put("through", caller.through());
        switch (act) {
            case Change(ObjectNode values) -> task.set("change", values);
            case Deletion() -> task.put("delete", true);
        }
        return task;
    }

    private static ObjectNode task(DSLContext transaction, long operation) {
        JSONB json = transaction
                .select(field(name("task"), JSONB.class))
                .from(table(name("operation")))
                .where(field(name("id"), Long.class).eq(operation))
                .fetchOneInto(JSONB.class);
        return (ObjectNode) JSON.readTree(json == null ? "{}" : json.data());
    }

    private static Act act(ObjectNode task) {
        JsonNode change = task.get("change");
        return change instanceof ObjectNode values ? new Change(values) : new Deletion();
    }

    private static String label(ObjectDefinition object, Act act) {
        return (act instanceof Deletion ? "批量删除 " : "批量修改 ") + object.label().chinese();
    }
}
