package hengke.capability.pool;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.capability.pool.PoolDefinition.Return;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.records.ActsByItself;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back what is due, in parts of which each is one transaction, as one operation. Every part looks anew, under lock,
 * at what is due: whoever runs it again after a kill goes on with the same operation, and two nodes that run it at once
 * share the work.
 */
@Component
public final class RecyclePools implements ActsByItself {
    static final int PART = 500;
    private static final long RANGE = 20_000;
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final LivePools pools;
    private final Returns returns;
    private final Writer writer;
    private final LiveCatalog catalog;
    private final Notices notices;
    private final Background background;
    private final DSLContext database;
    private final Clock clock;

    RecyclePools(
            LivePools pools,
            Returns returns,
            Writer writer,
            LiveCatalog catalog,
            Notices notices,
            Background background,
            DSLContext database,
            Clock clock) {
        this.pools = pools;
        this.returns = returns;
        this.writer = writer;
        this.catalog = catalog;
        this.notices = notices;
        this.background = background;
        this.database = database;
        this.clock = clock;
    }

    /** Pools have changed: in the background the dates are written anew. */
    void promise() {
        background.promiseOnce(RecycleClock.REFRESH, Duration.ZERO);
    }

    /** Writes the dates anew and gives a pool to whatever has neither owner nor pool. */
    public void refresh() {
        pools.refresh();
        objects().forEach(object -> {
            adopt(object);
            refresh(object);
        });
    }

    /** Takes back what is due now. */
    public void run() {
        refresh();
        objects().forEach(this::recycle);
    }

    private List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Pooled.class) && !pools.of(object).isEmpty())
                .toList();
    }

    private void refresh(ObjectDefinition object) {
        var range = database.select(min(ID), max(ID))
                .from(table(name(object.table())))
                .fetchSingle();
        Long first = range.value1();
        Long last = range.value2();
        if (first != null && last != null) {
            for (long from = first; from <= last; from += RANGE) {
                long start = from;
                writer.inTransaction(transaction ->
                        returns.refresh(transaction, object, id -> id.between(start, start + RANGE - 1)));
            }
        }
    }

    /** What is nobody's and in no pool waits in the standard one from now on. */
    private void adopt(ObjectDefinition object) {
        pools.standard(object).ifPresent(pool -> {
            while (inParts(
                            object,
                            "移入公海",
                            DSL.field(name(Owned.OWNER.column()))
                                    .isNull()
                                    .and(DSL.field(name(Pooled.POOL.column())).isNull()),
                            (_, ids) -> ids.stream()
                                    .map(id -> Draft.update(id, null, Map.of(Pooled.POOL, pool.id())))
                                    .toList())
                    == PART) {
                // the next part
            }
        });
    }

    /** One part; answers how many records it found. */
    private int inParts(ObjectDefinition object, String label, org.jooq.Condition which, Drafts drafts) {
        return writer.inTransaction(transaction -> {
            List<Long> ids = transaction
                    .select(ID)
                    .from(table(name(object.table())))
                    .where(which, field(name("deleted_at")).isNull())
                    .orderBy(ID)
                    .limit(PART)
                    .forUpdate()
                    .skipLocked()
                    .fetch(ID);
            if (!ids.isEmpty()) {
                Operation operation = OperationLog.open(
                        transaction,
                        Caller.SYSTEM,
                        Operation.Kind.COMMAND,
                        object.name(),
                        label,
                        Operation.Status.DONE,
                        ids.size());
                writer.write(transaction, Caller.SYSTEM, operation, object, drafts.of(transaction, ids));
            }
            return ids.size();
        });
    }

    private interface Drafts {
        List<Draft> of(DSLContext transaction, List<Long> ids);
    }

    private void recycle(ObjectDefinition object) {
        long after = 0;
        while (after >= 0) {
            after = part(object, after);
        }
        for (var open = open(database, object); open.isPresent(); open = open(database, object)) {
            Operation operation = open.get();
            writer.inTransaction(transaction -> {
                tell(transaction, object, operation);
                OperationLog.finish(transaction, operation.id(), Operation.Status.DONE, "[]");
                return operation;
            });
        }
    }

    /** Takes one part back; answers the id of its last record, or -1 when there is no more. */
    long part(ObjectDefinition object, long after) {
        return writer.inTransaction(transaction -> {
            List<Due> due = due(transaction, object, after);
            if (due.isEmpty()) {
                return -1L;
            }
            Operation operation = open(transaction, object)
                    .orElseGet(() -> OperationLog.open(
                            transaction,
                            Caller.SYSTEM,
                            Operation.Kind.COMMAND,
                            object.name(),
                            logged(object),
                            Operation.Status.RUNNING,
                            0));
            List<Draft> drafts = due.stream().map(Due::draft).toList();
            List<Verdict> verdicts = writer.write(transaction, Caller.SYSTEM, operation, object, drafts);
            Map<Message, List<Long>> reasons = new LinkedHashMap<>();
            int written = 0;
            for (int i = 0; i < due.size(); i++) {
                if (verdicts.get(i) instanceof Verdict.Written) {
                    written++;
                    reasons.computeIfAbsent(due.get(i).reason(), _ -> new ArrayList<>())
                            .add(due.get(i).id());
                }
            }
            reasons.forEach((reason, ids) -> ClaimLog.explain(transaction, object, operation.id(), ids, reason));
            OperationLog.advance(transaction, operation.id(), due.size(), written, due.size() - written);
            return due.size() < PART ? -1L : due.getLast().id();
        });
    }

    /** A record that goes back, to which pool and why. */
    private record Due(long id, Draft draft, Message reason) {}

    private List<Due> due(DSLContext transaction, ObjectDefinition object, long after) {
        Alias row = Alias.of(object);
        Returns.Due when = returns.due(object, pools.of(object), row);
        List<Due> due = new ArrayList<>();
        for (Record4<Long, Long, Integer, Instant> found : transaction
                .select(row.id(), row.column(Pooled.POOL).coerce(Long.class), when.rule(), when.at())
                .from(row.table())
                .where(row.id().gt(after), row.living(), row.column(Owned.OWNER).isNotNull())
                // the stored date leads to the few that may be due; the rules themselves decide
                .and(row.column(Pooled.RETURNS_AT).coerce(Instant.class).le(clock.instant()))
                .and(when.at().le(clock.instant()))
                .orderBy(row.id())
                .limit(PART)
                .forUpdate()
                .fetch()) {
            PoolDefinition pool = pools.belonging(object, found.value2()).orElseThrow();
            Long target = pool.recycling().target();
            Map<Field<?>, @Nullable Object> values = new HashMap<>();
            values.put(Owned.OWNER, null);
            values.put(Pooled.POOL, pools.find(target).orElse(pool).id());
            Return rule = pool.recycling().rules().get(found.value3());
            due.add(new Due(found.value1(), Draft.update(found.value1(), null, values), rule.sentence()));
        }
        return due;
    }

    private Optional<Operation> open(DSLContext transaction, ObjectDefinition object) {
        return transaction
                .select(ID)
                .from(table(name("operation")))
                .where(field(name("status"), String.class).eq(Operation.Status.RUNNING.wire()))
                .and(field(name("actor"), Long.class).eq(0L))
                .and(field(name("object"), String.class).eq(object.name()))
                .and(field(name("label"), String.class).eq(logged(object)))
                .orderBy(ID)
                .limit(1)
                .fetchOptional(ID)
                .flatMap(id -> OperationLog.find(transaction, id));
    }

    @Override
    public Label act() {
        return new Label("自动回收", "Return to the pool");
    }

    /** Each former owner hears once how many went back. */
    private void tell(DSLContext transaction, ObjectDefinition object, Operation operation) {
        var former = field(name("former"), SQLDataType.BIGINT);
        transaction
                .select(former, count())
                .from(table(name("pool_claim")))
                .where(field(name("operation"), Long.class).eq(operation.id()))
                .and(field(name("kind"), String.class).eq(ClaimLog.Kind.RECYCLE.wire()))
                .and(former.isNotNull())
                .groupBy(former)
                .fetch()
                .forEach(each -> notices.tell(
                        transaction,
                        new Telling(
                                each.value1(),
                                "pool",
                                Message.of("notice.recycled", each.value2(), object.label()),
                                null,
                                null,
                                "recycled:" + operation.id())));
    }
}
