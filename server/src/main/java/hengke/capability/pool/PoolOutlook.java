package hengke.capability.pool;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What pools hold, and what is about to go back into them. */
@Component
public final class PoolOutlook {
    private final Returns returns;
    private final Exemptions exemptions;
    private final LiveCatalog catalog;
    private final DSLContext database;
    private final Clock clock;

    PoolOutlook(Returns returns, Exemptions exemptions, LiveCatalog catalog, DSLContext database, Clock clock) {
        this.returns = returns;
        this.exemptions = exemptions;
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What goes back by a moment.
     *
     * @param rule the place of the rule in the pool
     */
    public record Expected(long pool, int rule, Long owner, int records) {}

    /** What goes back by then under these pools, by pool, rule and owner, from the very expression of the run. */
    public List<Expected> expected(ObjectDefinition object, List<PoolDefinition> those, Instant until) {
        Alias row = Alias.of(object);
        Returns.Due when = returns.due(object, those, row);
        var pool = DSL.field(name("d", "pool"), SQLDataType.BIGINT);
        var rule = DSL.field(name("d", "rule"), SQLDataType.INTEGER);
        var owner = DSL.field(name("d", "owner"), SQLDataType.BIGINT);
        long standard = those.stream()
                .filter(PoolDefinition::standard)
                .map(PoolDefinition::id)
                .findFirst()
                .orElse(0L);
        return database.select(pool, rule, owner, count())
                .from(DSL.select(
                                DSL.coalesce(row.column(Pooled.POOL).coerce(Long.class), DSL.inline(standard))
                                        .as("pool"),
                                when.rule().as("rule"),
                                row.column(Owned.OWNER).as("owner"),
                                when.at().as("at"))
                        .from(row.table())
                        .where(row.living(), row.column(Owned.OWNER).isNotNull())
                        .asTable("d"))
                .where(DSL.field(name("d", "at"), SQLDataType.INSTANT).le(until))
                .groupBy(pool, rule, owner)
                .orderBy(count().desc(), owner)
                .fetch(found -> new Expected(found.value1(), found.value2(), found.value3(), found.value4()));
    }

    /**
     * What would go back from a pool, were it not kept.
     *
     * @param by what keeps them
     */
    public record Kept(Exemption by, int records) {}

    /** What would go back by then from a pool, were it not for each of its exemptions. */
    public List<Kept> kept(ObjectDefinition object, PoolDefinition pool, Instant until) {
        List<Exemption> those = exemptions.of(object).stream()
                .filter(each -> !pool.recycling().despite().contains(each.name()))
                .toList();
        if (those.isEmpty()) {
            return List.of();
        }
        Set<String> all = those.stream().map(Exemption::name).collect(Collectors.toSet());
        all.addAll(pool.recycling().despite());
        Alias row = Alias.of(object);
        var at = returns.due(object, List.of(pool.keepingNothing(all)), row).at();
        var found = database.select(those.stream()
                        .map(each -> count().filterWhere(exemptions.holds(each, Criterion.ALWAYS, row)))
                        .toList())
                .from(row.table())
                .where(row.living(), row.column(Owned.OWNER).isNotNull(), at.le(until))
                .fetchSingle();
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < those.size(); i++) {
            kept.add(new Kept(those.get(i), found.get(i, Integer.class)));
        }
        return kept.stream().filter(each -> each.records() > 0).toList();
    }

    /** How many wait in a pool, are held from it, and go back within a week. */
    public record Numbers(int free, int held, int returning) {}

    /** The numbers of a pool, in one statement. */
    public Numbers numbers(PoolDefinition pool) {
        ObjectDefinition object = catalog.current().object(pool.object());
        Alias row = Alias.of(object);
        var owned = row.column(Owned.OWNER).isNotNull();
        Instant week = clock.instant().plus(Duration.ofDays(7));
        var here = DSL.or(
                row.column(Pooled.POOL).coerce(Long.class).eq(pool.id()),
                pool.standard() ? CriterionSql.of(Returns.belongs(pool), row) : DSL.falseCondition());
        return database.select(
                        count().filterWhere(DSL.not(owned)),
                        count().filterWhere(owned),
                        count().filterWhere(owned.and(row.column(Pooled.RETURNS_AT)
                                .coerce(Instant.class)
                                .le(week))))
                .from(row.table())
                .where(here, row.living())
                .fetchSingle(found -> new Numbers(found.value1(), found.value2(), found.value3()));
    }
}
