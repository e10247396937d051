package hengke.capability.pool;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Members see what waits in their pools and may put records there; what a pool hides is kept from everybody but its
 * administrators while a record waits in it, by whatever way they see the record.
 */
@Component
final class PoolCircumstance implements Circumstance {
    private final LivePools pools;

    PoolCircumstance(LivePools pools) {
        this.pools = pools;
    }

    @Override
    public boolean open(ObjectDefinition object, Verb verb) {
        return verb == Verb.READ && object.name().equals(Pool.NAME);
    }

    @Override
    public List<Reason> reasons(Organisation now, Actor actor, ObjectDefinition object, Verb verb, Reach from) {
        if (!object.has(Pooled.class) || verb != Verb.READ && verb != Verb.CREATE && verb != Verb.IMPORT) {
            return List.of();
        }
        return pools.of(object).stream()
                .filter(pool -> from == Reach.RECORD || pool.opensChildren())
                .filter(pool -> pool.seenBy(now, actor.user()))
                .map(pool -> new Reason(
                        Message.of("pool.member", pool.name()),
                        Criterion.all(Criterion.is(Pooled.POOL, pool.id()), Membership.FREE)))
                .toList();
    }

    @Override
    public Criterion covers(Organisation now, Actor actor, ObjectDefinition object, Field<?> field) {
        if (!object.has(Pooled.class)) {
            return Criterion.NEVER;
        }
        List<Long> hiding = pools.of(object).stream()
                .filter(pool -> pool.hidden().contains(field.name()))
                .filter(pool -> !pool.administered(now, actor.user()))
                .map(PoolDefinition::id)
                .toList();
        return Criterion.all(Criterion.in(Pooled.POOL, hiding), Membership.FREE);
    }
}
