package hengke.web.pools;

import hengke.capability.pool.LivePools;
import hengke.capability.pool.PoolDefinition;
import hengke.capability.pool.PoolDefinition.Limits;
import hengke.capability.pool.PoolDefinition.Recycling;
import hengke.capability.pool.PoolOutlook;
import hengke.kernel.access.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
                        users(now, pool.members().users()),
                        labelled(
                                pool.members().departments(),
                                id -> now.department(id).map(found -> new Labelled(id, found.name()))),
                        roles(now, pool.members().roles())),
                users(now, pool.administrators()),
                pool.assignedOnly(),
                pool.hidden(),
                pool.opensChildren(),
                new LimitsJson(
                        limits.perDay(),
                        limits.holding(),
                        limits.coolDownDays(),
                        limits.exceptions().stream()
                                .map(each -> new SpecialJson(
                                        users(now, each.users()),
                                        roles(now, each.roles()),
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

    private static List<Labelled> users(Organisation now, Set<Long> ids) {
        return labelled(ids, id -> now.person(id).map(found -> new Labelled(id, found.name())));
    }

    private static List<Labelled> roles(Organisation now, Set<Long> ids) {
        return labelled(ids, id -> now.role(id).map(found -> new Labelled(id, found.name())));
    }

    private static List<Labelled> labelled(Set<Long> ids, Function<Long, Optional<Labelled>> find) {
        return ids.stream().sorted().flatMap(id -> find.apply(id).stream()).toList();
    }
}
