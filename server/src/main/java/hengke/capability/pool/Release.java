package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a record back to its pool or into another: its owner, whoever may hand it over, or the pool's administrator. */
@Component
@Order(11)
final class Release extends PoolCommand {
    private final Access access;

    Release(LivePools pools, Membership membership, Access access) {
        super(pools, membership);
        this.access = access;
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public Label label() {
        return new Label("退回公海", "Return to pool");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(TO_POOL.help("留空则退回原公海", "Empty: the pool it came from"), REASON);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        if (pools.of(object).isEmpty()) {
            return Criterion.NEVER;
        }
        return Criterion.all(
                Membership.OWNED,
                Criterion.any(
                        Criterion.is(Owned.OWNER, actor.user()),
                        membership.belonging(object, pool -> membership.administers(actor, pool)),
                        access.visibility(actor, object, Verb.TRANSFER).criterion()));
    }

    @Override
    void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts) {
        Actor me = run.caller().actor();
        Optional<PoolDefinition> asked = asked(run);
        Set<Long> handed = access.reached(run.database(), me, run.object(), Verb.TRANSFER, held.keySet());
        held.forEach((id, now) -> {
            Optional<PoolDefinition> own = belonging(run, now);
            Optional<PoolDefinition> target = asked.or(() -> own);
            if (now.owner() == null) {
                refused.put(id, refusal("pool.free"));
            } else if (target.isEmpty()) {
                refused.put(id, refusal("pool.none", run.object().label()));
            } else if (!Objects.equals(now.owner(), me.user())
                    && !handed.contains(id)
                    && own.filter(pool -> membership.administers(me, pool)).isEmpty()) {
                refused.put(id, new Refusal.Forbidden(Message.of("pool.mayNotRelease")));
            } else if (target.get().reasonRequired() && run.input().get(REASON) == null) {
                refused.put(
                        id,
                        Refusal.Invalid.at(
                                REASON.name(),
                                Message.of("pool.reasonRequired", target.get().name())));
            } else {
                Map<Field<?>, @Nullable Object> values = new HashMap<>();
                values.put(Owned.OWNER, null);
                values.put(Pooled.POOL, target.get().id());
                drafts.put(id, draft(id, values));
            }
        });
    }
}
