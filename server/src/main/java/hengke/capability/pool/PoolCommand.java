package hengke.capability.pool;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What the commands about pools share: each looks at the locked records one by one, and writes those it may. */
abstract class PoolCommand implements Command {
    static final Field<String> REASON = Field.of("reason", new TextualType(TextualType.Form.TEXT, 500), "原因", "Reason");
    static final Field<Long> TO_POOL = Field.of("pool", new IdType(new IdType.Records(Pool.NAME)), "公海", "Pool");

    final LivePools pools;
    final Membership membership;

    PoolCommand(LivePools pools, Membership membership) {
        this.pools = pools;
        this.membership = membership;
    }

    /** Whose a record is while it is locked. */
    record Held(long id, @Nullable Long owner, @Nullable Long pool) {}

    @Override
    public final boolean concerns(ObjectDefinition object) {
        return object.has(Pooled.class) && object.has(Owned.class);
    }

    @Override
    public final List<Verdict> run(Run run) {
        Map<Long, Held> held = lock(run);
        Map<Long, Refusal> refused = new HashMap<>();
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        Map<Long, Held> living = new LinkedHashMap<>();
        run.records().forEach(id -> {
            if (held.get(id) == null) {
                refused.put(id, new Refusal.NotFound());
            } else {
                living.put(id, held.get(id));
            }
        });
        decide(run, living, refused, drafts);
        drafts.keySet().removeAll(refused.keySet());
        List<Verdict> written = run.write(List.copyOf(drafts.values()));
        Map<Long, Verdict> verdicts = new HashMap<>();
        List<Long> ids = List.copyOf(drafts.keySet());
        for (int i = 0; i < ids.size(); i++) {
            verdicts.put(ids.get(i), written.get(i));
        }
        refused.forEach((id, why) -> verdicts.put(id, new Verdict.Refused(why)));
        String reason = run.input().get(REASON);
        if (reason != null && !ids.isEmpty()) {
            ClaimLog.explain(run.database(), run.object(), run.operation().id(), ids, Message.of("pool.said", reason));
        }
        List<Verdict> all = new ArrayList<>();
        run.records().forEach(id -> all.add(verdicts.get(id)));
        return all;
    }

    /** Says of each record why not, or what is written. */
    abstract void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts);

    /** In the order of their ids, so that two who want the same do not wait for each other. */
    private static Map<Long, Held> lock(Run run) {
        var id = field(DSL.name("id"), SQLDataType.BIGINT);
        var owner = field(DSL.name(Owned.OWNER.column()), SQLDataType.BIGINT);
        var pool = field(DSL.name(Pooled.POOL.column()), SQLDataType.BIGINT);
        return run.database()
                .select(id, owner, pool)
                .from(table(DSL.name(run.object().table())))
                .where(id.eq(DSL.any(new TreeSet<>(run.records()).toArray(Long[]::new))))
                .and(field(DSL.name("deleted_at")).isNull())
                .orderBy(id)
                .forUpdate()
                .fetchMap(id, row -> new Held(row.get(id), row.get(owner), row.get(pool)));
    }

    Optional<PoolDefinition> belonging(Run run, Held held) {
        return pools.belonging(run.object(), held.pool());
    }

    /** The pool that was asked for, if it is one for these records. */
    Optional<PoolDefinition> asked(Run run) {
        Long id = run.input().get(TO_POOL);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(pools.of(run.object()).stream()
                .filter(pool -> pool.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        TO_POOL.name(),
                        Message.of("pool.otherObject", run.object().label()))));
    }

    static Refusal refusal(String key, Object... arguments) {
        return Refusal.Invalid.at(Pooled.POOL.name(), Message.of(key, arguments));
    }

    static Draft draft(long id, Map<Field<?>, @Nullable Object> values) {
        return Draft.update(id, null, values);
    }
}
