package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a waiting record to somebody, as the administrator of its pool. */
@Component
@Order(12)
final class Assign extends PoolCommand {
    private static final Field<Long> TO =
            Field.of("owner", new IdType(new IdType.User()), "负责人", "Owner").required();

    private final Quotas quotas;

    Assign(LivePools pools, Membership membership, Quotas quotas) {
        super(pools, membership);
        this.quotas = quotas;
    }

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public Label label() {
        return new Label("分配", "Assign");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(TO);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return membership.waiting(object, pool -> membership.administers(actor, pool));
    }

    @Override
    void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts) {
        long to = run.input().need(TO);
        Quotas.serialise(run.database(), Set.of(to));
        Map<Long, Quotas.Room> rooms = new HashMap<>();
        held.forEach((id, now) -> {
            PoolDefinition pool = belonging(run, now).orElse(null);
            if (now.owner() != null) {
                refused.put(id, new Refusal.Conflict("alreadyClaimed", Message.of("pool.alreadyClaimed"), Map.of()));
            } else if (pool == null || now.pool() == null) {
                refused.put(id, refusal("pool.inNone"));
            } else if (!membership.administers(run.caller().actor(), pool)) {
                refused.put(id, new Refusal.Forbidden(Message.of("pool.administratorsOnly", pool.name())));
            } else {
                Optional<Refusal> full = pool.transfersExceed()
                        ? Optional.empty()
                        : rooms.computeIfAbsent(pool.id(), _ -> quotas.room(run.database(), run.object(), pool, to))
                                .receive();
                full.ifPresentOrElse(
                        why -> refused.put(id, Refusal.Invalid.at(TO.name(), why.reason())),
                        () -> drafts.put(id, draft(id, Map.of(Owned.OWNER, to))));
            }
        });
    }
}
