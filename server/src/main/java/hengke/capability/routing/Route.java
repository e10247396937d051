package hengke.capability.routing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.capability.routing.Decision.Cause;
import hengke.capability.routing.Decision.Outcome;
import hengke.capability.routing.Handing.Decided;
import hengke.capability.routing.Handing.Doing;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives records to whom the rules say, now: whoever asks for it by hand does not want to wait until work begins. */
@Component
@Order(46)
final class Route implements Command {
    private final LiveRoutings routings;
    private final Dealer dealer;
    private final Handing handing;
    private final Rights rights;

    Route(LiveRoutings routings, Dealer dealer, Handing handing, Rights rights) {
        this.routings = routings;
        this.dealer = dealer;
        this.handing = handing;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "route";
    }

    @Override
    public Label label() {
        return new Label("自动分配", "Assign by rules");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Routed.class) && object.has(Owned.class);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return routings.of(object).active() && rights.may(actor, object, Verb.TRANSFER)
                ? Routed.of(object).open()
                : Criterion.NEVER;
    }

    @Override
    public List<Verdict> run(Run run) {
        ObjectDefinition object = run.object();
        Routing routing = routings.within(run.database(), object);
        if (!routing.active()) {
            throw new Refusal.Invalid(
                    List.of(Refusal.FieldError.of(Owned.OWNER.name(), Message.of("routing.off", object.label()))));
        }
        lock(run);
        Set<Long> reached = rights.reached(run.database(), run.caller().actor(), object, Verb.TRANSFER, run.records());
        Map<Long, Row> rows = new HashMap<>();
        new Pages(run.database())
                .byIds(object, Visibility.EVERYTHING, run.records(), object.fields())
                .forEach(row -> rows.put(row.id(), row));
        Dealer.Round round = dealer.round(run.database(), object, routing, Dealer.Occasion.NOW);
        Map<Long, Refusal> refused = new HashMap<>();
        List<Decided> decided = new ArrayList<>();
        for (long id : run.records()) {
            Optional<Row> row = Optional.ofNullable(rows.get(id));
            if (row.isEmpty()) {
                refused.put(id, new Refusal.NotFound());
            } else if (!reached.contains(id)) {
                refused.put(id, new Refusal.Forbidden(Message.of("owner.transfer", object.label())));
            } else if (!Routed.of(object).open(row.get())) {
                refused.put(id, invalid(Message.of("routing.closed", object.label())));
            } else {
                Decision decision = round.decide(row.get(), _ -> true);
                if (decision.outcome() == Outcome.NOBODY) {
                    refused.put(id, invalid(why(decision)));
                } else {
                    decided.add(new Decided(row.get(), decision));
                }
            }
        }
        round.keep();
        Doing doing = new Doing(
                Cause.COMMAND, run.operation().id(), run.caller().actor().user(), false);
        Map<Long, Verdict> verdicts = handing.hand(run.database(), object, doing, decided, run::write);
        return run.records().stream()
                .map(id -> {
                    Refusal why = refused.get(id);
                    return why == null ? verdicts.get(id) : new Verdict.Refused(why);
                })
                .toList();
    }

    private static Refusal invalid(Message why) {
        return Refusal.Invalid.at(Owned.OWNER.name(), why);
    }

    private static Message why(Decision decision) {
        if (decision.passed().isEmpty()) {
            return Message.of("routing.noRule");
        }
        Decision.Passed first = decision.passed().getFirst();
        return Message.of("routing.nobody", first.rule(), first.away(), first.full());
    }

    /** In the order of their ids, so that two who want the same do not wait for each other. */
    private static void lock(Run run) {
        var id = field(DSL.name("id"), SQLDataType.BIGINT);
        run.database()
                .select(id)
                .from(table(DSL.name(run.object().table())))
                .where(id.eq(DSL.any(new TreeSet<>(run.records()).toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .fetch();
    }
}
