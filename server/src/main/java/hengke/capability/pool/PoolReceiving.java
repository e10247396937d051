package hengke.capability.pool;

import hengke.capability.owner.Receiving;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Nobody is given more of a pool than may be held from it, unless the pool lets transfers exceed that. */
@Component
final class PoolReceiving implements Receiving {
    private final LivePools pools;
    private final Quotas quotas;

    PoolReceiving(LivePools pools, Quotas quotas) {
        this.pools = pools;
        this.quotas = quotas;
    }

    @Override
    public Counter counter(DSLContext database, ObjectDefinition object, boolean newOnes) {
        boolean counts = object.has(Pooled.class) && !pools.of(object).isEmpty();
        Map<String, Quotas.Room> rooms = new HashMap<>();
        return (person, record) -> {
            Optional<PoolDefinition> pool = counts
                    ? pools.belonging(object, record.get(Pooled.POOL))
                            .filter(each -> newOnes || !each.transfersExceed())
                    : Optional.empty();
            return pool.flatMap(its -> rooms.computeIfAbsent(person + " " + its.id(), _ -> {
                                Quotas.serialise(database, Set.of(person));
                                return quotas.room(database, object, its, person);
                            })
                            .receive())
                    .map(Refusal::reason);
        };
    }
}
