package hengke.web.pools;

import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.PoolDefinition.Limits;
import hengke.capability.pool.PoolDefinition.Recycling;
import hengke.capability.pool.PoolOutlook;
import hengke.kernel.access.Organisation;
import hengke.web.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A pool as its administration shows it. */
record PoolJson(
        long id,
        String name,
        String object,
        boolean standard,
        MembersJson members,
        List<Labelled> administrators,
        boolean assignedOnly,
        List<String> hidden,
        boolean opensChildren,
        LimitsJson limits,
        @Nullable JsonNode uncounted,
        boolean transfersExceed,
        boolean reasonRequired,
        boolean recycling,
        List<RuleJson> recycle,
        @Nullable JsonNode exempt,
        List<String> despite,
        @Nullable Labelled target,
        List<Integer> reminders,
        NumbersJson numbers,
        long version) {

    /** Who belongs to it. */
    record MembersJson(List<Labelled> users, List<Labelled> departments, List<Labelled> roles) {}

    /** How much one may have. */
    record LimitsJson(
            @Nullable Integer perDay,
            @Nullable Integer holding,
            @Nullable Integer coolDownDays,
            List<SpecialJson> exceptions) {}

    /** Other limits for some. */
    record SpecialJson(
            List<Labelled> users,
            List<Labelled> roles,
            @Nullable Integer perDay,
            @Nullable Integer holding) {}

    /** When records come back. */
    record RuleJson(
            String since,
            @Nullable Integer days,
            boolean workingDays,
            @Nullable JsonNode filter) {}

    /** How it stands. */
    record NumbersJson(int free, int held, int returning) {}

    static PoolJson of(Organisation now, LivePools pools, PoolDefinition pool, PoolOutlook.Numbers numbers) {
        Limits limits = pool.limits();
        Recycling recycling = pool.recycling();
        return new PoolJson(
                pool.id(),
                pool.name(),
                pool.object(),
                pool.standard(),
                new MembersJson(
                        Labelled.people(now, pool.members().users()),
                        Labelled.departments(now, pool.members().departments()),
                        Labelled.roles(now, pool.members().roles())),
                Labelled.people(now, pool.administrators()),
                pool.assignedOnly(),
                pool.hidden(),
                pool.opensChildren(),
                new LimitsJson(
                        limits.perDay(),
                        limits.holding(),
                        limits.coolDownDays(),
                        limits.exceptions().stream()
                                .map(each -> new SpecialJson(
                                        Labelled.people(now, each.users()),
                                        Labelled.roles(now, each.roles()),
                                        each.perDay(),
                                        each.holding()))
                                .toList()),
                pool.uncounted(),
                pool.transfersExceed(),
                pool.reasonRequired(),
                recycling.active(),
                recycling.rules().stream()
                        .map(rule -> new RuleJson(rule.since().wire(), rule.days(), rule.workingDays(), rule.filter()))
                        .toList(),
                recycling.exempt(),
                recycling.despite().stream().sorted().toList(),
                pools.find(recycling.target())
                        .map(target -> new Labelled(target.id(), target.name()))
                        .orElse(null),
                recycling.reminders(),
                new NumbersJson(numbers.free(), numbers.held(), numbers.returning()),
                pool.version());
    }
}
