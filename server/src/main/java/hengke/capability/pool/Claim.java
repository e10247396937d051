package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a record out of the pool it waits in; of two who want it at once the second is told. */
@Component
@Order(10)
final class Claim extends PoolCommand {
    private final Quotas quotas;
    private final Access access;
    private final LiveOrganisation organisation;

    Claim(LivePools pools, Membership membership, Quotas quotas, Access access, LiveOrganisation organisation) {
        super(pools, membership);
        this.quotas = quotas;
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public Label label() {
        return new Label("领取", "Claim");
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return membership.waiting(object, pool -> membership.claims(actor, pool));
    }

    /** What somebody else has taken from my pools meanwhile. */
    @Override
    public Criterion answersAbout(ObjectDefinition object, Actor actor) {
        return Criterion.all(membership.belonging(object, pool -> membership.claims(actor, pool)), Membership.OWNED);
    }

    @Override
    void decide(Run run, Map<Long, Held> held, Map<Long, Refusal> refused, Map<Long, Draft> drafts) {
        Actor me = run.caller().actor();
        Quotas.serialise(run.database(), Set.of(me.user()));
        Map<Long, PoolDefinition> from = new LinkedHashMap<>();
        held.forEach((id, now) -> {
            PoolDefinition pool = belonging(run, now).orElse(null);
            if (now.owner() != null) {
                refused.put(id, taken(run, id, now.owner()));
            } else if (pool == null || now.pool() == null) {
                refused.put(id, refusal("pool.inNone"));
            } else if (!membership.claims(me, pool)) {
                refused.put(id, refusal(pool.assignedOnly() ? "pool.assignedOnly" : "pool.notMember", pool.name()));
            } else {
                from.put(id, pool);
            }
        });
        refused.putAll(quotas.waiting(run.database(), run.object(), from, me.user()));
        Map<Long, Quotas.Room> rooms = new HashMap<>();
        from.forEach((id, pool) -> {
            if (!refused.containsKey(id)) {
                rooms.computeIfAbsent(pool.id(), _ -> quotas.room(run.database(), run.object(), pool, me.user()))
                        .claim()
                        .ifPresentOrElse(
                                full -> refused.put(id, full),
                                () -> drafts.put(id, draft(id, Map.of(Owned.OWNER, me.user()))));
            }
        });
    }

    /** Who has it is said to whoever still sees the record. */
    private Refusal taken(Run run, long id, long owner) {
        boolean seen = access.reached(run.database(), run.caller().actor(), run.object(), Verb.READ, Set.of(id))
                .contains(id);
        String name = organisation.get().person(owner).map(Person::name).orElse("");
        Message reason = owner == run.caller().actor().user()
                ? Message.of("pool.alreadyYours")
                : seen ? Message.of("pool.alreadyClaimedBy", name) : Message.of("pool.alreadyClaimed");
        Map<String, @Nullable Object> details = new HashMap<>();
        if (seen) {
            details.put("owner", new Refusal.Person(owner));
        }
        return new Refusal.Conflict("alreadyClaimed", reason, details);
    }
}
