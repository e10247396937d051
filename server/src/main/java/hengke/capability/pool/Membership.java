package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Criterion;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who may do what in which pools, and on which records that is. */
@Component
final class Membership {
    static final Criterion FREE = Criterion.not(Criterion.present(Owned.OWNER));
    static final Criterion OWNED = Criterion.present(Owned.OWNER);

    private final LivePools pools;
    private final LiveOrganisation organisation;

    Membership(LivePools pools, LiveOrganisation organisation) {
        this.pools = pools;
        this.organisation = organisation;
    }

    boolean administers(Actor actor, PoolDefinition pool) {
        return organisation.get().administrator(actor) || pool.administered(organisation.get(), actor.user());
    }

    boolean claims(Actor actor, PoolDefinition pool) {
        return organisation.get().administrator(actor) || pool.claimedBy(organisation.get(), actor.user());
    }

    boolean belongs(Actor actor, PoolDefinition pool) {
        return organisation.get().administrator(actor) || pool.seenBy(organisation.get(), actor.user());
    }

    /** Records that wait in a pool where this holds. */
    Criterion waiting(ObjectDefinition object, Predicate<PoolDefinition> where) {
        return Criterion.all(
                Criterion.in(
                        Pooled.POOL,
                        pools.of(object).stream()
                                .filter(where)
                                .map(PoolDefinition::id)
                                .toList()),
                FREE);
    }

    /** Records that wait in, or have come from, a pool where this holds. */
    Criterion belonging(ObjectDefinition object, Predicate<PoolDefinition> where) {
        List<PoolDefinition> those = pools.of(object).stream().filter(where).toList();
        Criterion unsaid = those.stream().anyMatch(PoolDefinition::standard)
                ? Criterion.not(Criterion.present(Pooled.POOL))
                : Criterion.NEVER;
        return Criterion.any(
                Criterion.in(Pooled.POOL, those.stream().map(PoolDefinition::id).toList()), unsaid);
    }
}
