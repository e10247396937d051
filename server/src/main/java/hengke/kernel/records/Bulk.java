package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same change of many records, as one operation: looked at first, done at once or in the background, taken back. */
public final class Bulk {
    /** Records changed while the caller waits; more go into the background. */
    public static final int AT_ONCE = 500;

    private static final int REFUSALS_SHOWN = 50;

    private final Writer writer;
    private final Access access;
    private final BulkPart part;
    private final Commands commands;
    private final BulkRun run;
    private final Promise promise;

    Bulk(Writer writer, Access access, BulkPart part, Commands commands, BulkRun run, Promise promise) {
        this.writer = writer;
        this.access = access;
        this.part = part;
        this.commands = commands;
        this.run = run;
        this.promise = promise;
    }

    /** Sees to it that an operation is done even if whoever opened it is killed. */
    interface Promise {
        void run(long operation, boolean somebodyIsAtIt);
    }

    /**
     * What is done to each record: new values, the same for all or a person of its own, or into the recycle bin, or out
     * of it, or a command.
     */
    public sealed interface Act permits Change, Deletion, Restoration, Assignment, Order {
        /** As it is kept with the operation. */
        default ObjectNode task() {
            ObjectNode task = JsonMapper.shared().createObjectNode();
            return switch (this) {
                case Change(ObjectNode values) -> task.set("change", values);
                case Deletion() -> task.put("delete", true);
                case Assignment(Map<String, String> fields) -> {
                    ObjectNode names = task.putObject("assign");
                    fields.forEach(names::put);
                    yield task;
                }
                case Restoration() -> task.put("restore", true);
                case Order(String command, ObjectNode input) ->
                    task.put("command", command).set("input", input);
            };
        }

        static Act of(ObjectNode task) {
            if (task.get("assign") instanceof ObjectNode names) {
                Map<String, String> fields = new LinkedHashMap<>();
                names.properties()
                        .forEach(entry ->
                                fields.put(entry.getKey(), entry.getValue().asString()));
                return new Assignment(fields);
            }
            if (task.get("command") instanceof JsonNode command) {
                return new Order(command.stringValue(), (ObjectNode) task.get("input"));
            }
            JsonNode change = task.get("change");
            return change instanceof ObjectNode values
                    ? new Change(values)
                    : task.has("restore") ? new Restoration() : new Deletion();
        }
    }

    public record Change(ObjectNode values) implements Act {}

    public record Deletion() implements Act {}

    /**
     * Each record is given the person that was written down for it.
     *
     * @param fields the one that names the person, by object
     */
    record Assignment(Map<String, String> fields) implements Act {
        Assignment {
            fields = Map.copyOf(fields);
        }
    }

    public record Restoration() implements Act {}

    /** A command is run on each record. */
    public record Order(String command, ObjectNode input) implements Act {}

    /** What would happen. */
    public record Preview(long total, long allowed, List<Refused> refused) {}

    public record Refused(long id, Refusal refusal) {}

    /** Changes those of the records that the actor may see: few at once, many in the background. */
    public Operation start(Caller caller, ObjectDefinition object, Criterion which, Act act) {
        check(caller, object, act);
        return begin(transaction -> open(transaction, caller, object, which, act));
    }

    /** Opens an operation whose records are written down, and does it or promises to. */
    Operation begin(Function<DSLContext, Operation> open) {
        Operation operation = writer.inTransaction(transaction -> {
            Operation opened = open.apply(transaction);
            promise.run(opened.id(), opened.total() <= AT_ONCE);
            return opened;
        });
        return operation.total() <= AT_ONCE ? run.run(operation.id()) : operation;
    }

    /** Opens the operation and remembers its records. */
    private Operation open(DSLContext transaction, Caller caller, ObjectDefinition object, Criterion which, Act act) {
        Operation operation =
                OperationLog.open(transaction, caller, Kind.BULK, object.name(), label(object, act), Status.RUNNING, 0);
        int total = transaction
                .insertInto(BulkRun.PENDING, BulkRun.OPERATION, BulkRun.RECORD)
                .select(visible(caller.actor(), object, which, act, DSL.val(operation.id())))
                .execute();
        OperationLog.setTotal(transaction, operation.id(), total);
        OperationLog.setTask(transaction, operation.id(), act.task());
        return OperationLog.find(transaction, operation.id()).orElseThrow();
    }

    /** Tries the change on the first records and lets nothing of it stand. */
    public Preview preview(Caller caller, ObjectDefinition object, Criterion which, Act act) {
        check(caller, object, act);
        try {
            return writer.inTransaction(transaction -> {
                throw new Trial(tried(transaction, caller, object, which, act));
            });
        } catch (RuntimeException e) {
            if (e instanceof Trial trial) {
                return trial.outcome;
            }
            if (e.getCause() instanceof Trial trial) {
                return trial.outcome;
            }
            throw e;
        }
    }

    private Preview tried(DSLContext transaction, Caller caller, ObjectDefinition object, Criterion which, Act act) {
        long total = transaction.fetchCount(
                visible(caller.actor(), object, which, act, Alias.of(object).id()));
        List<Long> ids = transaction
                .fetch(visible(caller.actor(), object, which, act, DSL.val(0L)).limit(DSL.inline(AT_ONCE)))
                .getValues(1, Long.class);
        Operation trial =
                OperationLog.open(transaction, caller, Kind.BULK, object.name(), "", Status.RUNNING, ids.size());
        List<Verdict> verdicts = part.write(
                transaction,
                caller,
                trial,
                object,
                act,
                ids.stream().map(BulkRun.Pending::of).toList());
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Refused(Refusal refusal)) {
                refused.add(new Refused(ids.get(i), refusal));
            }
        }
        return new Preview(
                total,
                total - refused.size(),
                refused.stream().limit(REFUSALS_SHOWN).toList());
    }

    /** Ends a transaction whose outcome was only to be seen. */
    private static final class Trial extends RuntimeException {
        private final transient Preview outcome;

        Trial(Preview outcome) {
            super("trial", null, false, false);
            this.outcome = outcome;
        }
    }

    private void check(Caller caller, ObjectDefinition object, Act act) {
        switch (act) {
            case Change(ObjectNode values) -> {
                access.require(caller.actor(), object, Verb.EDIT);
                part.check(caller, object, values);
            }
            case Deletion(), Restoration() -> access.require(caller.actor(), object, Verb.DELETE);
            case Assignment _ -> access.require(caller.actor(), object, Verb.TRANSFER);
            case Order(String command, ObjectNode input) -> commands.check(caller, object, command, input);
        }
    }

    private SelectConditionStep<Record2<Long, Long>> visible(
            Actor actor, ObjectDefinition object, Criterion which, Act act, org.jooq.Field<Long> first) {
        Alias row = Alias.of(object);
        boolean binned = act instanceof Restoration;
        return DSL.select(first, row.id())
                .from(row.table())
                .where(CriterionSql.of(
                        Criterion.all(
                                which,
                                access.visibility(actor, object, binned ? Verb.DELETE : Verb.READ)
                                        .criterion()),
                        row))
                .and(binned ? row.deleted() : row.living());
    }

    private String label(ObjectDefinition object, Act act) {
        String verb = switch (act) {
            case Change _ -> "批量修改 ";
            case Deletion _ -> "批量删除 ";
            case Restoration _ -> "批量恢复 ";
            case Assignment _ -> "批量分配 ";
            case Order(String command, var _) -> "批量" + commands.label(object, command) + " ";
        };
        return verb + object.label().chinese();
    }
}
