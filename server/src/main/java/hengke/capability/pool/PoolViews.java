package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.views.OfferedViews;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What waits in the pools a person belongs to, together and in each where there are several, and what is about to go back. */
@Component
final class PoolViews implements OfferedViews.Source {
    private static final int DAYS = 7;

    private final LivePools pools;
    private final Membership membership;

    PoolViews(LivePools pools, Membership membership) {
        this.pools = pools;
        this.membership = membership;
    }

    @Override
    public List<BuiltinView> views(Actor actor, ObjectDefinition object) {
        if (!object.has(Pooled.class)) {
            return List.of();
        }
        List<BuiltinView> views = new ArrayList<>();
        List<PoolDefinition> mine = pools.of(object).stream()
                .filter(pool -> membership.belongs(actor, pool))
                .toList();
        if (!mine.isEmpty()) {
            views.add(waiting("pool", new Label("公海", "Pools"), test(Pooled.POOL, Operator.NOT_EMPTY)));
        }
        if (mine.size() > 1) {
            mine.forEach(pool -> views.add(waiting(
                    "pool-" + pool.id(),
                    new Label(pool.name(), pool.name()),
                    test(Pooled.POOL, Operator.EQ).put("value", pool.id()))));
        }
        if (pools.of(object).stream().anyMatch(PoolDefinition::takesBack)) {
            ObjectNode soon = test(Pooled.RETURNS_AT, Operator.DURING);
            soon.putObject("value").put("next", DAYS).put("unit", "day");
            views.add(
                    new BuiltinView("returning", new Label("即将回收", "About to return"), soon, Pooled.RETURNS_AT.name()));
        }
        return views;
    }

    private static BuiltinView waiting(String id, Label label, ObjectNode where) {
        ObjectNode free = JsonMapper.shared().createObjectNode();
        free.putArray("and").add(where).add(test(Owned.OWNER, Operator.EMPTY));
        return new BuiltinView(id, label, free, null);
    }

    private static ObjectNode test(Field<?> field, Operator operator) {
        return JsonMapper.shared().createObjectNode().put("field", field.name()).put("op", operator.wire());
    }
}
