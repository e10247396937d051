package hengke.capability.routing;

import hengke.capability.routing.Routing.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;

/**
 * Whose turn it is under each rule: everybody gains credit by their weight, whoever has most gets the record and pays
 * for it with the weights of all (the smooth weighted round robin of nginx). Over one cycle of weights everybody gets
 * exactly their share, and no two in a row where others are there.
 */
final class Turns {
    private final DSLContext database;
    private final String object;
    private final Map<String, Map<Long, Long>> credits = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** @param database the transaction, in which whoever changes turns holds the lock for the object */
    Turns(DSLContext database, String object) {
        this.database = database;
        this.object = object;
    }

    /** Whose turn it is among these, which are not none. */
    Member next(String rule, List<Member> members, ToLongFunction<Member> weight) {
        Map<Long, Long> credit = credits(rule);
        Member next = members.getFirst();
        long most = Long.MIN_VALUE;
        for (Member member : members) {
            long has = credit.getOrDefault(member.person(), 0L) + weight.applyAsLong(member);
            if (has > most) {
                most = has;
                next = member;
            }
        }
        return next;
    }

    /** One of these has got it. */
    void taken(String rule, List<Member> members, ToLongFunction<Member> weight, long person) {
        Map<Long, Long> credit = credits(rule);
        long all = 0;
        for (Member member : members) {
            credit.merge(member.person(), weight.applyAsLong(member), Long::sum);
            all += weight.applyAsLong(member);
        }
        credit.merge(person, -all, Long::sum);
        changed.add(rule);
    }

    /** Writes down how turns stand now. */
    void keep() {
        for (String rule : changed) {
            new TreeMap<>(credits(rule))
                    .forEach((person, credit) -> database.execute("""
                    insert into routing_turn (object, rule, person, credit) values (?, ?, ?, ?)
                    on conflict (object, rule, person) do update set credit = excluded.credit
                    """, object, rule, person, credit));
        }
        changed.clear();
    }

    private Map<Long, Long> credits(String rule) {
        return credits.computeIfAbsent(
                rule,
                _ -> new HashMap<>(database.fetch(
                                "select person, credit from routing_turn where object = ? and rule = ?", object, rule)
                        .intoMap(row -> row.get("person", Long.class), row -> row.get("credit", Long.class))));
    }
}
