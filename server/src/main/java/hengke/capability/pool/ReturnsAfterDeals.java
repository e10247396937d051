package hengke.capability.pool;

import hengke.capability.worth.AfterRevaluation;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** A deal may put off the day on which a record goes back, and so may an open one: it is told with them. */
@Component
final class ReturnsAfterDeals implements AfterRevaluation {
    private final LivePools pools;
    private final Returns returns;

    ReturnsAfterDeals(LivePools pools, Returns returns) {
        this.pools = pools;
        this.returns = returns;
    }

    @Override
    public void revalued(DSLContext within, ObjectDefinition object, Function<Field<Long>, Condition> which) {
        if (object.has(Pooled.class) && pools.of(object).stream().anyMatch(PoolDefinition::takesBack)) {
            returns.refresh(within, object, which);
        }
    }
}
