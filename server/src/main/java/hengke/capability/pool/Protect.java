package hengke.capability.pool;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps a record from going back by itself until some day; without a day, no longer. For the pool's administrator. */
@Component
@Order(14)
final class Protect extends PoolCommand {
    private static final Field<LocalDate> UNTIL = Field.of("until", new DateType(), "保护至", "Protected until")
            .help("留空则取消保护", "Empty: no protection any more");

    private final Quotas quotas;

    Protect(LivePools pools, Membership membership, Quotas quotas) {
        super(pools, membership);
        this.quotas = quotas;
    }

    @Override
    public String name() {
        return "protect";
    }

    @Override
    public Label label() {
        return new Label("设置保护期", "Protect");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(UNTIL);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                membership.belonging(object, pool -> membership.administers(actor, pool)), Membership.OWNED);
    }

    @Override
    void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts) {
        LocalDate until = run.input().get(UNTIL);
        if (until != null && until.isBefore(quotas.today())) {
            throw Refusal.Invalid.at(UNTIL.name(), Message.of("pool.past"));
        }
        held.forEach((id, now) -> {
            PoolDefinition pool = belonging(run, now).orElse(null);
            if (now.owner() == null) {
                refused.put(id, refusal("pool.free"));
            } else if (pool == null || !membership.administers(run.caller().actor(), pool)) {
                refused.put(
                        id,
                        new Refusal.Forbidden(Message.of("pool.administratorsOnly", pool == null ? "" : pool.name())));
            } else {
                Map<Field<?>, @Nullable Object> values = new HashMap<>();
                values.put(Pooled.PROTECTED_UNTIL, until);
                drafts.put(id, draft(id, values));
            }
        });
    }
}
