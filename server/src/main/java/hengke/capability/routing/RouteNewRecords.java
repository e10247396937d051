package hengke.capability.routing;

import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.capability.region.Regional;
import hengke.capability.routing.Decision.Cause;
import hengke.capability.routing.Decision.Outcome;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A new record that came from outside, and whose owner nobody has named, goes to whom the rules say. What somebody makes
 * by hand stays with them. It runs after the owners of regions had their say, and has the last word.
 */
@Component
@Order(45)
final class RouteNewRecords implements Rule {
    /** The ways by which records come that nobody made by hand. */
    private static final Set<String> FROM_OUTSIDE = Set.of("intake", "api", "import");

    private final LiveRoutings routings;
    private final Dealer dealer;
    private final Rights rights;
    private final TellRouted telling;
    private final Clock clock;

    /** What was decided before a record was written, until it is; a change that comes to nothing is forgotten. */
    private final Map<Edit, Decision> decided = Collections.synchronizedMap(new WeakHashMap<>());

    RouteNewRecords(LiveRoutings routings, Dealer dealer, Rights rights, TellRouted telling, Clock clock) {
        this.routings = routings;
        this.dealer = dealer;
        this.rights = rights;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Routed.class) && object.has(Owned.class);
    }

    @Override
    public void before(Batch batch) {
        ObjectDefinition object = batch.object();
        Routing routing = routings.of(object);
        if (!routing.active() || !FROM_OUTSIDE.contains(batch.caller().through())) {
            return;
        }
        List<Edit> nobodys = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE && !edit.asked(Owned.OWNER))
                .filter(edit -> Routed.of(object).open(edit.after()) && !edit.asked(Pooled.POOL))
                .toList();
        if (nobodys.isEmpty()) {
            return;
        }
        Dealer.Round round = dealer.round(batch.database(), object, routing, Dealer.Occasion.ARRIVAL);
        for (Edit edit : nobodys) {
            Decision decision = round.decide(
                    edit.after(), person -> mayCreate(batch, edit.after().with(Owned.OWNER, person)));
            boolean leaves = decision.outcome() == Outcome.POOL || decision.outcome() == Outcome.WAITING;
            if (leaves && !mayCreate(batch, edit.after().with(Owned.OWNER, null))) {
                decision = Decision.nobody(decision.passed());
            }
            give(object, edit, decision);
            decided.put(edit, decision);
        }
        round.keep();
    }

    /** Whoever sends records in may make none that they could not make by hand. */
    private boolean mayCreate(Batch batch, Row row) {
        return batch.caller().unlimited()
                || rights.evidentlyReaches(batch.caller().actor(), batch.object(), Verb.CREATE, row);
    }

    private static void give(ObjectDefinition object, Edit edit, Decision decision) {
        if (decision.outcome() == Outcome.NOBODY) {
            return;
        }
        edit.set(Owned.OWNER, decision.person());
        if (decision.outcome() == Outcome.POOL) {
            edit.set(Pooled.POOL, decision.pool());
        }
        if (object.has(Regional.class)) {
            edit.set(Regional.ASSIGNED_REGION, null);
        }
    }

    @Override
    public void after(Batch batch) {
        List<RoutingLog.Entry> entries = new ArrayList<>();
        for (Edit edit : batch.edits()) {
            Decision decision = decided.remove(edit);
            if (decision != null && !edit.refused()) {
                entries.add(RoutingLog.Entry.of(
                        edit.after().id(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Cause.ARRIVAL,
                        decision,
                        null,
                        batch.caller().actor().user()));
                if (batch.caller().actor().system()) {
                    telling.given(
                            batch.database(),
                            batch.object(),
                            edit.after(),
                            decision,
                            batch.operation().id());
                }
            }
        }
        RoutingLog.append(batch.database(), batch.object(), batch.operation().id(), entries);
    }
}
