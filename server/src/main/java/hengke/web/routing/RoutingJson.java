package hengke.web.routing;

import hengke.capability.pool.PoolDefinition;
import hengke.capability.routing.Decision.Passed;
import hengke.capability.routing.Routing;
import hengke.capability.routing.Routing.Rule;
import hengke.capability.routing.RoutingLog;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.web.Labelled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rules of routing as their administration shows them.
 *
 * @param pools those a rule may send records to
 */
record RoutingJson(
        String object,
        String label,
        boolean active,
        @Nullable Integer answerWithin,
        @Nullable Integer reroutes,
        List<RuleJson> rules,
        List<Labelled> pools,
        long version) {

    /** Who gets which records. */
    record RuleJson(
            String key,
            String name,
            boolean active,
            @Nullable JsonNode filter,
            TargetJson target,
            boolean onlyWorkingHours) {}

    /** A person, a group or a pool. */
    record TargetJson(
            String kind,
            String way,
            List<MemberJson> members,
            @Nullable Long pool) {}

    /**
     * Somebody of a group.
     *
     * @param away gets nothing for now: has left, or somebody else acts for them
     */
    record MemberJson(
            Labelled person,
            boolean away,
            int weight,
            @Nullable Integer perDay,
            @Nullable Integer holding) {}

    /** A decision that was made, and why. */
    record DecisionJson(
            long id,
            long record,
            @Nullable String title,
            Instant at,
            String cause,
            String outcome,
            @Nullable String rule,
            @Nullable String way,
            @Nullable Labelled person,
            @Nullable Labelled pool,
            @Nullable Labelled former,
            List<PassedJson> passed,
            @Nullable String by) {}

    /** A rule that fitted, but could not give the record to anybody. */
    record PassedJson(String rule, int away, int full, boolean broken) {}

    static RoutingJson of(
            ObjectDefinition object,
            Routing routing,
            List<PoolDefinition> pools,
            Organisation now,
            Instant moment,
            Language language) {
        return new RoutingJson(
                object.name(),
                object.label().in(language),
                routing.active(),
                routing.answerWithin(),
                routing.reroutes(),
                routing.rules().stream().map(rule -> rule(rule, now, moment)).toList(),
                pools.stream().map(pool -> new Labelled(pool.id(), pool.name())).toList(),
                routing.version());
    }

    private static RuleJson rule(Rule rule, Organisation now, Instant moment) {
        Routing.Target target = rule.target();
        return new RuleJson(
                rule.key(),
                rule.name(),
                rule.active(),
                rule.filter(),
                new TargetJson(
                        target.kind().wire(),
                        target.way().wire(),
                        target.members().stream()
                                .map(member -> new MemberJson(
                                        Labelled.person(now, member.person()),
                                        away(now, member.person(), moment),
                                        member.weight(),
                                        member.perDay(),
                                        member.holding()))
                                .toList(),
                        target.pool()),
                rule.onlyWorkingHours());
    }

    private static boolean away(Organisation now, long person, Instant moment) {
        return now.person(person).filter(Person::active).isEmpty()
                || !now.delegatesOf(person, moment).isEmpty();
    }

    static List<PassedJson> passed(List<Passed> passed) {
        return passed.stream()
                .map(each -> new PassedJson(each.rule(), each.away(), each.full(), each.broken()))
                .toList();
    }

    /** @param titles of the records, as far as their reader sees them */
    static DecisionJson decision(
            RoutingLog.Entry entry, Map<Long, String> titles, Map<Long, String> pools, Organisation now) {
        Long pool = entry.pool();
        return new DecisionJson(
                entry.id(),
                entry.record(),
                titles.get(entry.record()),
                entry.at(),
                entry.cause().wire(),
                entry.outcome().wire(),
                entry.rule(),
                entry.way(),
                Labelled.personOrNull(now, entry.person()),
                pool == null ? null : new Labelled(pool, pools.getOrDefault(pool, "#" + pool)),
                Labelled.personOrNull(now, entry.former()),
                passed(entry.passed()),
                entry.actor() == 0 ? null : Labelled.person(now, entry.actor()).label());
    }

    /**
     * What rules would do.
     *
     * @param whole were these all records, or only the newest?
     */
    record TrialJson(
            int records,
            boolean whole,
            List<RuleCountJson> rules,
            List<PersonCountJson> people,
            List<ExampleJson> examples) {}

    /** So many records by one rule; without a rule where none could give them to anybody. */
    record RuleCountJson(@Nullable String rule, int count) {}

    /** So many records for one person. */
    record PersonCountJson(Labelled person, int count) {}

    /** A record, who has it and who would get it. */
    record ExampleJson(
            long id,
            @Nullable String title,
            @Nullable Labelled owner,
            String outcome,
            @Nullable String rule,
            @Nullable Labelled person,
            @Nullable Labelled pool,
            List<PassedJson> passed) {}
}
