package hengke.capability.pool;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Tells owners, so many days before, what is about to go back: once for each of those days, all records in one notice. */
@Component
final class WarnOfReturn {
    private final LivePools pools;
    private final LiveCatalog catalog;
    private final Quotas quotas;
    private final Notices notices;
    private final DSLContext database;

    WarnOfReturn(LivePools pools, LiveCatalog catalog, Quotas quotas, Notices notices, DSLContext database) {
        this.pools = pools;
        this.catalog = catalog;
        this.quotas = quotas;
        this.notices = notices;
        this.database = database;
    }

    void run() {
        for (PoolDefinition pool : pools.all()) {
            if (pool.recycling().active()) {
                catalog.current()
                        .find(pool.object())
                        .ifPresent(object -> pool.recycling().reminders().forEach(days -> warn(object, pool, days)));
            }
        }
    }

    private void warn(ObjectDefinition object, PoolDefinition pool, int days) {
        LocalDate day = quotas.today().plusDays(days);
        Alias row = Alias.of(object);
        var owner = row.column(Owned.OWNER).coerce(Long.class);
        var at = row.column(Pooled.RETURNS_AT).coerce(SQLDataType.INSTANT);
        database.select(owner, count(), min(row.id()))
                .from(row.table())
                .where(CriterionSql.of(Returns.belongs(pool), row), row.living())
                .and(at.ge(day.atStartOfDay(quotas.zone()).toInstant()))
                .and(at.lt(day.plusDays(1).atStartOfDay(quotas.zone()).toInstant()))
                .groupBy(owner)
                .fetch()
                .forEach(found -> database.transaction(transaction -> notices.tell(
                        transaction.dsl(),
                        new Telling(
                                found.value1(),
                                "pool",
                                Message.of("notice.returning", found.value2(), object.label(), days, pool.name()),
                                null,
                                found.value2() == 1 ? new Link(object.name(), found.value3()) : null,
                                "returning:" + pool.id() + ":" + days + ":" + day))));
    }
}
