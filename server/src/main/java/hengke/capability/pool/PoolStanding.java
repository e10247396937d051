package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people and records stand with the pools: what is used of limits, when a record goes back and why, whose it was. */
@Component
public final class PoolStanding {
    private static final int MOST_CHANGES = 200;

    private final LivePools pools;
    private final Membership membership;
    private final Quotas quotas;
    private final Returns returns;
    private final Exemptions exemptions;
    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final DSLContext database;

    PoolStanding(
            LivePools pools,
            Membership membership,
            Quotas quotas,
            Returns returns,
            Exemptions exemptions,
            Access access,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            DSLContext database) {
        this.pools = pools;
        this.membership = membership;
        this.quotas = quotas;
        this.returns = returns;
        this.exemptions = exemptions;
        this.access = access;
        this.organisation = organisation;
        this.catalog = catalog;
        this.database = database;
    }

    /** A pool somebody belongs to. */
    public record Mine(
            PoolDefinition pool,
            boolean administrator,
            boolean claims,
            int today,
            int held,
            PoolDefinition.Limits limits) {}

    /**
     * How a record stands.
     *
     * @param pool the one it waits in or goes back to
     * @param reason the rule by which it goes back
     * @param keptBy why it does not, as far as whoever asks may know
     * @param hidden what is kept from whoever asks
     */
    public record OfRecord(
            @Nullable Long pool,
            boolean free,
            @Nullable Instant returnsAt,
            @Nullable Message reason,
            @Nullable Label keptBy,
            List<Field<?>> hidden,
            List<ClaimLog.Entry> history) {}

    public List<Mine> mine(Actor actor) {
        return pools.all().stream()
                .filter(pool -> membership.belongs(actor, pool))
                .map(pool -> {
                    Quotas.Room room =
                            quotas.room(database, catalog.current().object(pool.object()), pool, actor.user());
                    return new Mine(
                            pool,
                            membership.administers(actor, pool),
                            membership.claims(actor, pool),
                            room.today(),
                            room.held(),
                            pool.limits().of(organisation.get(), actor.user()));
                })
                .toList();
    }

    /** Of a record that whoever asks may see. */
    public OfRecord of(Actor actor, ObjectDefinition object, Row row) {
        Alias alias = Alias.of(object);
        Returns.Due due = returns.due(object, pools.of(object), alias);
        var found = database.select(
                        alias.column(Pooled.POOL).coerce(Long.class),
                        alias.column(Owned.OWNER).isNull(),
                        due.at(),
                        due.rule())
                .from(alias.table())
                .where(alias.id().eq(row.id()))
                .fetchSingle();
        Optional<PoolDefinition> pool = pools.belonging(object, found.value1());
        Integer rule = found.value4();
        Set<String> kept =
                access.covered(database, actor, object, List.of(row.id())).getOrDefault(row.id(), Set.of());
        return new OfRecord(
                pool.map(PoolDefinition::id).orElse(null),
                found.value2(),
                found.value3(),
                rule == null
                        ? null
                        : pool.map(each -> each.recycling().rules().get(rule).sentence())
                                .orElse(null),
                found.value2() || found.value3() != null
                        ? null
                        : pool.flatMap(each -> keptBy(actor, object, each, row)).orElse(null),
                object.fields().stream()
                        .filter(field -> kept.contains(field.name()) && field.computation() == null)
                        .toList(),
                ClaimLog.of(database, object, row.id(), MOST_CHANGES));
    }

    private Optional<Label> keptBy(Actor actor, ObjectDefinition object, PoolDefinition pool, Row record) {
        Alias row = Alias.of(object);
        return exemptions.of(object).stream()
                .filter(each -> pool.takesBack() && !pool.recycling().despite().contains(each.name()))
                .filter(each -> database.fetchExists(DSL.selectOne()
                        .from(row.table())
                        .where(
                                row.id().eq(record.id()),
                                exemptions.holds(
                                        each,
                                        access.visibility(actor, exemptions.child(each), Verb.READ)
                                                .criterion(),
                                        row))))
                .map(Exemption::label)
                .findFirst();
    }

    public Optional<PoolDefinition> pool(@Nullable Long id) {
        return pools.find(id);
    }
}
