package hengke.capability.routing;

import static org.jooq.impl.DSL.count;

import hengke.capability.owner.Owned;
import hengke.capability.routing.Routing.Member;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** How much people have: given to them by rules today, and open; counted once and then on as records are given. */
final class Loads {
    private final DSLContext database;
    private final ObjectDefinition object;
    private final Instant midnight;
    private final Map<Long, Integer> today = new HashMap<>();
    private final Map<Long, Integer> held = new HashMap<>();

    Loads(DSLContext database, ObjectDefinition object, Instant midnight) {
        this.database = database;
        this.object = object;
        this.midnight = midnight;
    }

    /** Has somebody all they may have? */
    boolean full(Member member) {
        Integer perDay = member.perDay();
        Integer holding = member.holding();
        return perDay != null && today.getOrDefault(member.person(), 0) >= perDay
                || holding != null && held(member) >= holding;
    }

    int held(Member member) {
        return held.getOrDefault(member.person(), 0);
    }

    void given(long person) {
        today.merge(person, 1, Integer::sum);
        held.merge(person, 1, Integer::sum);
    }

    /** Asks about those of whom it has to be known, and is not yet. */
    void look(List<Member> members, boolean load) {
        List<Long> daily = unknown(
                today,
                members.stream().filter(member -> member.perDay() != null).toList());
        if (!daily.isEmpty()) {
            daily.forEach(person -> today.put(person, 0));
            today.putAll(RoutingLog.given(database, object, daily, midnight));
        }
        List<Long> holders = unknown(
                held,
                members.stream()
                        .filter(member -> load || member.holding() != null)
                        .toList());
        if (!holders.isEmpty()) {
            holders.forEach(person -> held.put(person, 0));
            held.putAll(open(holders));
        }
    }

    private static List<Long> unknown(Map<Long, Integer> known, Collection<Member> members) {
        return members.stream()
                .map(Member::person)
                .filter(person -> !known.containsKey(person))
                .toList();
    }

    private Map<Long, Integer> open(List<Long> people) {
        Alias row = Alias.of(object);
        var owner = row.column(Owned.OWNER).coerce(Long.class);
        Map<Long, Integer> open = new HashMap<>();
        database.select(owner, count())
                .from(row.table())
                .where(row.living())
                .and(CriterionSql.of(
                        Criterion.all(
                                Criterion.in(Owned.OWNER, people),
                                Routed.of(object).open()),
                        row))
                .groupBy(owner)
                .forEach(found -> open.put(found.value1(), found.value2()));
        return open;
    }
}
