package hengke.capability.routing;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import hengke.capability.owner.Owned;
import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.Pooled;
import hengke.capability.routing.Decision.Cause;
import hengke.capability.routing.Handing.Decided;
import hengke.capability.routing.Handing.Doing;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.ActsByItself;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * While people work: gives out what has waited for that, and takes what was not answered in time to somebody else. Each
 * part is one transaction that looks anew, under lock, at what is due; whoever runs it again after a kill goes on, and two
 * nodes that run it at once share the work.
 */
@Component
final class RoutingJobs implements ActsByItself {
    private static final int PART = 200;

    /** What could not be given out for so long is somebody's business by now. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final LiveRoutings routings;
    private final Dealer dealer;
    private final Handing handing;
    private final LivePools pools;
    private final Writer writer;
    private final LiveCatalog catalog;
    private final Clock clock;

    RoutingJobs(
            LiveRoutings routings,
            Dealer dealer,
            Handing handing,
            LivePools pools,
            Writer writer,
            LiveCatalog catalog,
            Clock clock) {
        this.routings = routings;
        this.dealer = dealer;
        this.handing = handing;
        this.pools = pools;
        this.writer = writer;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Label act() {
        return new Label("自动分配", "Assign by rules");
    }

    /** Does what is due now. */
    void run() {
        if (!dealer.working()) {
            return;
        }
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.has(Routed.class)
                    && object.has(Owned.class)
                    && routings.of(object).active()) {
                while (waited(object) == PART) {
                    // the next part
                }
                if (routings.of(object).reroutes() != null) {
                    while (unanswered(object) == PART) {
                        // the next part
                    }
                }
            }
        }
    }

    private int waited(ObjectDefinition object) {
        return writer.inTransaction(transaction -> {
            List<Long> due = transaction
                    .fetch(
                            """
                            select r.id from {0} r
                            where r.{1} is null and r.deleted_at is null
                              and r.id in (select w.record_id from routing_decision w
                                           where w.object = {2} and w.outcome = 'waiting'
                                             and w.at > {3}::timestamptz)
                              and (select d.outcome from routing_decision d
                                   where d.object = {2} and d.record_id = r.id order by d.id desc limit 1) = 'waiting'
                            order by r.id limit {4} for no key update of r skip locked
                            """,
                            table(name(object.table())),
                            name(Owned.OWNER.column()),
                            val(object.name()),
                            val(clock.instant().minus(LONGEST_WAIT)),
                            inline(PART))
                    .getValues(0, Long.class);
            if (!due.isEmpty()) {
                Routing routing = routings.within(transaction, object);
                Dealer.Round round = dealer.round(transaction, object, routing, Dealer.Occasion.NOW);
                List<Decided> decided = new ArrayList<>();
                for (Row row : rows(transaction, object, due)) {
                    decided.add(new Decided(row, round.decide(row, _ -> true)));
                }
                round.keep();
                hand(transaction, object, Cause.WAITED, decided);
            }
            return due.size();
        });
    }

    private int unanswered(ObjectDefinition object) {
        return writer.inTransaction(transaction -> {
            Result<Record2<Long, Integer>> due = due(transaction, object);
            if (!due.isEmpty()) {
                Routing routing = routings.within(transaction, object);
                int times = Objects.requireNonNullElse(routing.reroutes(), 0);
                Map<Long, Integer> before = due.intoMap(Record2::value1, Record2::value2);
                Dealer.Round round = dealer.round(transaction, object, routing, Dealer.Occasion.NOW);
                List<Decided> decided = new ArrayList<>();
                for (Row row : rows(transaction, object, List.copyOf(before.keySet()))) {
                    long owner = row.need(Owned.OWNER);
                    decided.add(new Decided(
                            row,
                            before.getOrDefault(row.id(), 0) >= times
                                    ? toPool(object, row)
                                    : round.decide(row, person -> person != owner)));
                }
                round.keep();
                hand(transaction, object, Cause.TIMEOUT, decided);
            }
            return due.size();
        });
    }

    /** What the rules gave to its present owner and is late, and how often that has happened since it was new. */
    private Result<Record2<Long, Integer>> due(DSLContext transaction, ObjectDefinition object) {
        Routed routed = Routed.of(object);
        return transaction
                .fetch(
                        """
                        select r.id, (select count(*)::int from routing_decision t
                                      where t.object = {1} and t.record_id = r.id and t.cause = 'timeout'
                                        and t.outcome = 'person'
                                        and t.id > (select max(f.id) from routing_decision f
                                                    where f.object = {1} and f.record_id = r.id
                                                      and f.cause <> 'timeout')) times
                        from {0} r
                        join lateral (select d.outcome, d.person from routing_decision d
                                      where d.object = {1} and d.record_id = r.id
                                      order by d.id desc limit 1) last on true
                        where r.{2} <= {3}::timestamptz and r.{4} is null and r.deleted_at is null
                          and last.outcome = 'person' and last.person = r.{5}
                          and not coalesce(r.{6} = any({7}), false)
                        order by r.id limit {8} for no key update of r skip locked
                        """,
                        table(name(object.table())),
                        val(object.name()),
                        name(Routed.RESPONSE_DUE_AT.column()),
                        val(clock.instant()),
                        name(Routed.RESPONDED_AT.column()),
                        name(Owned.OWNER.column()),
                        name(routed.status().column()),
                        val(new TreeSet<>(routed.closed()).toArray(String[]::new)),
                        inline(PART))
                .into(DSL.field(name("id"), Long.class), DSL.field(name("times"), Integer.class));
    }

    private static List<Row> rows(DSLContext transaction, ObjectDefinition object, List<Long> ids) {
        return new Pages(transaction).byIds(object, Visibility.EVERYTHING, ids, object.fields());
    }

    /** The pool it came from or the standard one; where there is none it stays. */
    private Decision toPool(ObjectDefinition object, Row row) {
        Optional<PoolDefinition> pool =
                object.has(Pooled.class) ? pools.belonging(object, row.get(Pooled.POOL)) : Optional.empty();
        return pool.map(each -> Decision.pool(null, each.id(), List.of())).orElseGet(() -> Decision.nobody(List.of()));
    }

    private void hand(DSLContext transaction, ObjectDefinition object, Cause cause, List<Decided> decided) {
        Operation operation = OperationLog.open(
                transaction,
                Caller.SYSTEM,
                Operation.Kind.COMMAND,
                object.name(),
                logged(object),
                Operation.Status.DONE,
                decided.size());
        handing.hand(
                transaction,
                object,
                new Doing(cause, operation.id(), Caller.SYSTEM.actor().user(), true),
                decided,
                drafts -> writer.write(transaction, Caller.SYSTEM, operation, object, drafts));
    }
}
