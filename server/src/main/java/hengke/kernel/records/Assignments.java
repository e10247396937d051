package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Names other people on records of several objects, as one operation that is taken back as one. */
public final class Assignments {
    private final Writer writer;
    private final Access access;
    private final Bulk bulk;

    Assignments(Writer writer, Access access, Bulk bulk) {
        this.writer = writer;
        this.access = access;
        this.bulk = bulk;
    }

    /**
     * Some records of an object and the people they go to, in turn. A record that an earlier portion has is left to it.
     *
     * @param field that names the person
     */
    public record Portion(ObjectDefinition object, Field<?> field, Criterion which, List<Long> to) {
        public Portion {
            to = List.copyOf(to);
        }
    }

    /** How many records of an object go to somebody. */
    public record Share(String object, long to, long records) {}

    /** What would go to whom. */
    public List<Share> preview(Caller caller, List<Portion> portions) {
        access.requireAdministrator(caller.actor());
        try {
            return writer.inTransaction(transaction -> {
                Operation trial = open(transaction, caller, "", portions, _ -> 0);
                throw new Trial(shares(transaction, trial.id()));
            });
        } catch (RuntimeException e) {
            if (e instanceof Trial trial) {
                return trial.shares;
            }
            if (e.getCause() instanceof Trial trial) {
                return trial.shares;
            }
            throw e;
        }
    }

    /**
     * Does it: few at once, many in the background.
     *
     * @param alongside what else is done in the transaction that opens it, given the operation; answers how much
     */
    public Operation start(Caller caller, String label, List<Portion> portions, Alongside alongside) {
        access.requireAdministrator(caller.actor());
        return bulk.begin(transaction ->
                open(transaction, caller, label, portions, operation -> alongside.change(transaction, operation)));
    }

    /** What an operation changes besides records. */
    public interface Alongside {
        long change(DSLContext transaction, long operation);
    }

    private Operation open(
            DSLContext transaction,
            Caller caller,
            String label,
            List<Portion> portions,
            ToLongFunction<Long> alongside) {
        long id = OperationLog.open(transaction, caller, Operation.Kind.BULK, null, label, Operation.Status.RUNNING, 0)
                .id();
        Map<String, String> fields = new LinkedHashMap<>();
        long total = 0;
        for (Portion portion : portions) {
            fields.put(portion.object().name(), portion.field().name());
            total += remember(transaction, id, portion);
        }
        long besides = alongside.applyAsLong(id);
        OperationLog.setTotal(transaction, id, total + besides);
        OperationLog.setTask(transaction, id, new Bulk.Assignment(fields).task());
        OperationLog.advance(transaction, id, besides, besides, 0);
        return OperationLog.find(transaction, id).orElseThrow();
    }

    private static int remember(DSLContext transaction, long operation, Portion portion) {
        if (portion.to().isEmpty()) {
            return 0;
        }
        Alias row = Alias.of(portion.object());
        var inTurn = DSL.field(
                "({0})[1 + (row_number() over (order by {1}) - 1) % {2}]",
                Long.class,
                DSL.val(portion.to().toArray(Long[]::new)),
                row.id(),
                DSL.inline(portion.to().size()));
        return transaction
                .insertInto(BulkRun.PENDING, BulkRun.OPERATION, BulkRun.OBJECT, BulkRun.RECORD, BulkRun.PERSON)
                .select(DSL.select(DSL.val(operation), DSL.val(portion.object().name()), row.id(), inTurn)
                        .from(row.table())
                        .where(CriterionSql.of(portion.which(), row))
                        .and(row.living())
                        .andNotExists(DSL.selectOne()
                                .from(BulkRun.PENDING)
                                .where(
                                        BulkRun.OPERATION.eq(operation),
                                        BulkRun.OBJECT.eq(portion.object().name()),
                                        BulkRun.RECORD.eq(row.id()))))
                .execute();
    }

    private static List<Share> shares(DSLContext transaction, long operation) {
        return transaction
                .fetch("""
                        select object, person, count(*) as records from operation_pending
                        where operation_id = ? group by object, person order by object, person
                        """, operation)
                .map(row -> new Share(
                        row.get("object", String.class),
                        row.get("person", Long.class),
                        row.get("records", Long.class)));
    }

    /** Ends a transaction whose outcome was only to be seen. */
    private static final class Trial extends RuntimeException {
        private final transient List<Share> shares;

        Trial(List<Share> shares) {
            super("trial", null, false, false);
            this.shares = shares;
        }
    }
}
