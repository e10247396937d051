package hengke.capability.pool;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a waiting record into another pool, as the administrator of the one it waits in. */
@Component
@Order(13)
final class MoveToPool extends PoolCommand {
    MoveToPool(LivePools pools, Membership membership) {
        super(pools, membership);
    }

    @Override
    public String name() {
        return "moveToPool";
    }

    @Override
    public Label label() {
        return new Label("移到其他公海", "Move to another pool");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(TO_POOL.required(), REASON);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return membership.waiting(object, pool -> membership.administers(actor, pool));
    }

    @Override
    void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts) {
        PoolDefinition target = asked(run).orElseThrow();
        held.forEach((id, now) -> {
            Optional<PoolDefinition> from = belonging(run, now);
            if (now.owner() != null) {
                refused.put(id, refusal("pool.owned"));
            } else if (from.filter(pool -> membership.administers(run.caller().actor(), pool))
                    .isEmpty()) {
                refused.put(
                        id,
                        new Refusal.Forbidden(Message.of(
                                "pool.administratorsOnly",
                                from.map(PoolDefinition::name).orElse(""))));
            } else {
                drafts.put(id, draft(id, Map.of(Pooled.POOL, target.id())));
            }
        });
    }
}
