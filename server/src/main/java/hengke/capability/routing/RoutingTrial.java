package hengke.capability.routing;

import static org.jooq.impl.DSL.noCondition;

import hengke.capability.owner.Owned;
import hengke.capability.routing.Decision.Outcome;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rules would do with the open records that a person sees, the newest ones; nothing is changed. */
@Component
public final class RoutingTrial {
    static final int MOST = 2_000;
    private static final int EXAMPLES = 20;
    private static final int PART = 500;

    private final DSLContext database;
    private final Access access;
    private final Dealer dealer;
    private final RoutingChanges changes;

    RoutingTrial(DSLContext database, Access access, Dealer dealer, RoutingChanges changes) {
        this.database = database;
        this.access = access;
        this.dealer = dealer;
        this.changes = changes;
    }

    /**
     * @param records so many were tried
     * @param whole were these all?
     * @param rules by rule; null where none took a record
     * @param people by person
     */
    public record Result(
            int records,
            boolean whole,
            Map<@Nullable String, Integer> rules,
            Map<Long, Integer> people,
            List<Example> examples) {}

    /** One of the records, and who would get it. */
    public record Example(
            long id, @Nullable Object title, @Nullable Long owner, Decision decision) {}

    /** @param ownerless only records that nobody has */
    public Result of(Actor actor, ObjectDefinition object, Routing routing, boolean ownerless) {
        access.requireAdministrator(actor);
        changes.check(object, routing);
        Visibility visible = access.visibility(actor, object, Verb.READ);
        // within a transaction, because limits are counted under locks that have to end
        return database.transactionResult(transaction -> {
            List<Long> ids = ids(transaction.dsl(), object, visible, ownerless);
            return tried(transaction.dsl(), actor, object, routing, visible, ids);
        });
    }

    private Result tried(
            DSLContext within,
            Actor actor,
            ObjectDefinition object,
            Routing routing,
            Visibility visible,
            List<Long> ids) {
        Dealer.Round round = dealer.round(within, object, routing, Dealer.Occasion.TRIAL);
        Map<@Nullable String, Integer> rules = new LinkedHashMap<>();
        routing.rules().forEach(rule -> rules.put(rule.name(), 0));
        rules.put(null, 0);
        Map<Long, Integer> people = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        for (int from = 0; from < Math.min(ids.size(), MOST); from += PART) {
            List<Long> part = ids.subList(from, Math.min(from + PART, Math.min(ids.size(), MOST)));
            for (Row row : new Pages(within).byIds(object, visible, part, object.fields())) {
                Decision decision = round.decide(row, _ -> true);
                Routing.Rule rule = decision.rule();
                rules.merge(rule == null ? null : rule.name(), 1, Integer::sum);
                if (decision.outcome() == Outcome.PERSON && decision.person() != null) {
                    people.merge(decision.person(), 1, Integer::sum);
                }
                if (examples.size() < EXAMPLES) {
                    examples.add(
                            new Example(row.id(), access.title(actor, object, row), row.get(Owned.OWNER), decision));
                }
            }
        }
        return new Result(Math.min(ids.size(), MOST), ids.size() <= MOST, rules, people, examples);
    }

    private static List<Long> ids(DSLContext within, ObjectDefinition object, Visibility visible, boolean ownerless) {
        Alias row = Alias.of(object);
        Criterion which = Criterion.all(
                visible.criterion(),
                Routed.of(object).open(),
                ownerless ? Criterion.not(Criterion.present(Owned.OWNER)) : Criterion.ALWAYS);
        return within.select(row.id())
                .from(row.table())
                .where(noCondition(), row.living(), CriterionSql.of(which, row))
                .orderBy(row.id().desc())
                .limit(MOST + 1)
                .fetch(row.id());
    }
}
