package hengke.capability.routing;

import hengke.capability.owner.Receiving;
import hengke.capability.pool.LivePools;
import hengke.capability.routing.Decision.Passed;
import hengke.capability.routing.Routing.Kind;
import hengke.capability.routing.Routing.Member;
import hengke.capability.routing.Routing.Rule;
import hengke.capability.routing.Routing.Way;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionMemory;
import hengke.kernel.query.Neighbours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deals records out to people as the rules say. */
@Component
final class Dealer {
    private final Access access;
    private final LiveOrganisation organisation;
    private final LivePools pools;
    private final WorkingCalendar calendar;
    private final List<Receiving> receiving;
    private final Clock clock;

    Dealer(
            Access access,
            LiveOrganisation organisation,
            LivePools pools,
            WorkingCalendar calendar,
            ObjectProvider<Receiving> receiving,
            Clock clock) {
        this.access = access;
        this.organisation = organisation;
        this.pools = pools;
        this.calendar = calendar;
        this.receiving = receiving.orderedStream().toList();
        this.clock = clock;
    }

    /** What a record is dealt out for. */
    enum Occasion {
        /** It is new: limits hold, and outside of working hours it waits. */
        ARRIVAL,
        /** Somebody, or the clock, wants it given away now. */
        NOW,
        /** Only to see what would happen. */
        TRIAL
    }

    /** Is this a time at which people work? */
    boolean working() {
        return calendar.time().worksAt(clock.instant());
    }

    /**
     * Begins to deal within a transaction. Nobody else deals records of this object until it ends: turns and limits
     * would else be counted by two at once. It is one lock for all rules because limits hold across them.
     */
    Round round(DSLContext database, ObjectDefinition object, Routing routing, Occasion occasion) {
        if (occasion != Occasion.TRIAL) {
            database.fetch("select pg_advisory_xact_lock(736, hashtext({0}))", DSL.val(object.name()));
        }
        return new Round(database, object, routing, occasion);
    }

    /** Records dealt one after the other within one transaction. */
    final class Round {
        private final DSLContext database;
        private final ObjectDefinition object;
        private final Routing routing;
        private final Occasion occasion;
        private final Instant now = clock.instant();
        private final Organisation people = organisation.get();
        private final Turns turns;
        private final Loads loads;
        private final List<Receiving.Counter> counters;
        private final CriterionMemory memory;
        private final Map<String, Optional<Criterion>> criteria = new HashMap<>();

        private Round(DSLContext database, ObjectDefinition object, Routing routing, Occasion occasion) {
            ZoneId zone = people.company().timeZone();
            this.database = database;
            this.object = object;
            this.routing = routing;
            this.occasion = occasion;
            this.turns = new Turns(database, object.name());
            this.loads = new Loads(
                    database,
                    object,
                    LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant());
            this.counters = receiving.stream()
                    .map(each -> each.counter(database, object, occasion != Occasion.NOW))
                    .toList();
            this.memory = new CriterionMemory(object, Neighbours.NONE);
        }

        /** @param possible may this person have it at all? */
        Decision decide(Row record, LongPredicate possible) {
            List<Passed> passed = new ArrayList<>();
            for (Rule rule : routing.rules()) {
                if (!rule.active()) {
                    continue;
                }
                Optional<Criterion> criterion = criteria.computeIfAbsent(rule.key(), _ -> criterion(rule));
                Long pool = rule.target().pool();
                boolean toPool = rule.target().kind() == Kind.POOL;
                if (criterion.isEmpty() || toPool && pools.find(pool).isEmpty()) {
                    passed.add(new Passed(rule.name(), 0, 0, true));
                } else if (memory.holds(criterion.get(), record)) {
                    if (rule.onlyWorkingHours() && occasion == Occasion.ARRIVAL && !working()) {
                        return Decision.waiting(rule, passed);
                    }
                    if (toPool && pool != null) {
                        return Decision.pool(rule, pool, passed);
                    }
                    Search search = new Search(rule, record, possible);
                    Long person = search.person();
                    if (person != null) {
                        return Decision.person(rule, person, passed);
                    }
                    passed.add(search.passed());
                }
            }
            return Decision.nobody(passed);
        }

        /** Writes down whose turn it is next. */
        void keep() {
            turns.keep();
        }

        /** A rule that no longer makes sense, as when its field is gone, fits nothing. */
        private Optional<Criterion> criterion(Rule rule) {
            if (rule.filter() == null) {
                return Optional.of(Criterion.ALWAYS);
            }
            try {
                return Optional.of(access.resolve(Actor.SYSTEM, object, rule.filter()));
            } catch (Refusal gone) {
                return Optional.empty();
            }
        }

        /** The search for somebody of one rule. */
        private final class Search {
            private final Rule rule;
            private final Row record;
            private final List<Member> left = new ArrayList<>();
            private int away;
            private int full;

            private Search(Rule rule, Row record, LongPredicate possible) {
                this.rule = rule;
                this.record = record;
                List<Member> members = rule.target().members();
                loads.look(members, rule.target().way() == Way.LOAD);
                for (Member member : members) {
                    if (!there(member.person())) {
                        away++;
                    } else if (loads.full(member)) {
                        full++;
                    } else if (possible.test(member.person())) {
                        left.add(member);
                    }
                }
            }

            private @Nullable Long person() {
                ToLongFunction<Member> weight = member -> rule.target().way() == Way.WEIGHT ? member.weight() : 1;
                while (!left.isEmpty()) {
                    List<Member> among = rule.target().way() == Way.LOAD ? leastLoaded() : left;
                    Member next = turns.next(rule.key(), among, weight);
                    if (counters.stream()
                            .allMatch(counter ->
                                    counter.refuses(next.person(), record).isEmpty())) {
                        turns.taken(rule.key(), among, weight, next.person());
                        loads.given(next.person());
                        return next.person();
                    }
                    left.remove(next);
                    full++;
                }
                return null;
            }

            private List<Member> leastLoaded() {
                int least = left.stream().mapToInt(loads::held).min().orElse(0);
                return left.stream().filter(each -> loads.held(each) == least).toList();
            }

            private Passed passed() {
                return new Passed(rule.name(), away, full, false);
            }
        }

        /** Whoever has left, or has handed over to a colleague for now, is not there. */
        private boolean there(long person) {
            return people.person(person).filter(Person::active).isPresent()
                    && people.delegatesOf(person, now).isEmpty();
        }
    }
}
