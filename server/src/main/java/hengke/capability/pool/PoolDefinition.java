package hengke.capability.pool;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pool is: who belongs to it and what they may do, how much one may have, and when records come back.
 *
 * @param standard records of no pool come here when they lose their owner
 * @param administrators see everything in it, assign and move
 * @param assignedOnly members see but do not claim
 * @param hidden the names of fields that are kept from everybody but its administrators while a record waits here
 * @param opensChildren do members see what lives within a waiting record, such as contacts and follow-ups?
 * @param uncounted records that do not count as held, in the filter language
 * @param transfersExceed may somebody be given more than the limit by hand?
 */
public record PoolDefinition(
        long id,
        String name,
        String object,
        boolean standard,
        Members members,
        Set<Long> administrators,
        boolean assignedOnly,
        List<String> hidden,
        boolean opensChildren,
        Limits limits,
        @Nullable JsonNode uncounted,
        boolean transfersExceed,
        boolean reasonRequired,
        Recycling recycling,
        long version) {

    public PoolDefinition {
        administrators = Set.copyOf(administrators);
        hidden = List.copyOf(hidden);
        uncounted = given(uncounted);
    }

    /** People, departments with those below, and roles. */
    public record Members(Set<Long> users, Set<Long> departments, Set<Long> roles) {
        public Members {
            users = Set.copyOf(users);
            departments = Set.copyOf(departments);
            roles = Set.copyOf(roles);
        }

        boolean include(Organisation now, long person) {
            Optional<Long> department = now.person(person).map(Person::department);
            return covers(now, person, users, roles)
                    || department.isPresent()
                            && departments.stream()
                                    .anyMatch(each -> now.tree(each).contains(department.get()));
        }
    }

    /**
     * How much one person may have from this pool; null where there is no limit.
     *
     * @param coolDownDays so long nobody takes again what he has had
     */
    public record Limits(
            @Nullable Integer perDay,
            @Nullable Integer holding,
            @Nullable Integer coolDownDays,
            List<Special> exceptions) {
        public Limits {
            exceptions = List.copyOf(exceptions);
        }

        /** Other limits for some. */
        public record Special(
                Set<Long> users,
                Set<Long> roles,
                @Nullable Integer perDay,
                @Nullable Integer holding) {
            public Special {
                users = Set.copyOf(users);
                roles = Set.copyOf(roles);
            }
        }

        /** The first exception made for the person, by name before by role, or else the rule. */
        Limits of(Organisation now, long person) {
            return Stream.concat(
                            exceptions.stream().filter(each -> each.users().contains(person)),
                            exceptions.stream().filter(each -> covers(now, person, Set.of(), each.roles())))
                    .findFirst()
                    .map(each -> new Limits(each.perDay(), each.holding(), coolDownDays, List.of()))
                    .orElse(this);
        }
    }

    /**
     * When records come back by themselves. Of the rules that count from the same moment the first that fits decides; of
     * different moments the earliest return.
     *
     * @param exempt records that never come back by themselves
     * @param despite the names of exemptions that do not hold here
     * @param target where they go; null: to the pool they came from
     * @param reminders so many days before
     */
    public record Recycling(
            boolean active,
            List<Return> rules,
            @Nullable JsonNode exempt,
            Set<String> despite,
            @Nullable Long target,
            List<Integer> reminders) {
        /** A pool that was decided before there were any says nothing of exemptions. */
        public Recycling {
            despite = Set.copyOf(Objects.requireNonNullElse(despite, Set.of()));
            rules = List.copyOf(rules);
            exempt = given(exempt);
            reminders = List.copyOf(reminders);
        }
    }

    /**
     * A rule by which records come back.
     *
     * @param days so many whole days pass first; null: never
     * @param workingDays only days of work count
     * @param filter the records it is about; null: all
     */
    public record Return(
            Since since,
            @Nullable Integer days,
            boolean workingDays,
            @Nullable JsonNode filter) {
        public Return {
            filter = given(filter);
        }

        /** In words: 15 days without follow-up. */
        public Message sentence() {
            String key = "pool.rule." + since.wire() + (days == null ? ".never" : workingDays ? ".working" : "");
            return days == null ? Message.of(key) : Message.of(key, days);
        }
    }

    /** From when the days are counted. */
    public enum Since {
        /** The last follow-up, or when the owner got it if that is later. */
        CONTACT,
        /** When the owner got it. */
        CLAIM,
        /** The last deal, or when the owner got it if that is later. */
        DEAL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same without any exemption. */
    PoolDefinition keepingNothing(Set<String> exemptions) {
        return new PoolDefinition(
                id,
                name,
                object,
                standard,
                members,
                administrators,
                assignedOnly,
                hidden,
                opensChildren,
                limits,
                uncounted,
                transfersExceed,
                reasonRequired,
                new Recycling(
                        recycling.active(),
                        recycling.rules(),
                        recycling.exempt(),
                        exemptions,
                        recycling.target(),
                        recycling.reminders()),
                version);
    }

    /** Do records go back to it by themselves? */
    boolean takesBack() {
        return recycling.active() && !recycling.rules().isEmpty();
    }

    boolean administered(Organisation now, long person) {
        return administrators.contains(person)
                && now.person(person).filter(Person::active).isPresent();
    }

    boolean seenBy(Organisation now, long person) {
        return administered(now, person) || members.include(now, person);
    }

    boolean claimedBy(Organisation now, long person) {
        return administered(now, person) || !assignedOnly && members.include(now, person);
    }

    PoolDefinition as(long other, String title, long seen) {
        return new PoolDefinition(
                other,
                title,
                object,
                standard,
                members,
                administrators,
                assignedOnly,
                hidden,
                opensChildren,
                limits,
                uncounted,
                transfersExceed,
                reasonRequired,
                recycling,
                seen);
    }

    PoolDefinition standard(boolean whether) {
        return new PoolDefinition(
                id,
                name,
                object,
                whether,
                members,
                administrators,
                assignedOnly,
                hidden,
                opensChildren,
                limits,
                uncounted,
                transfersExceed,
                reasonRequired,
                recycling,
                version);
    }

    private static boolean covers(Organisation now, long person, Set<Long> users, Set<Long> roles) {
        Set<Long> held = new HashSet<>(now.person(person)
                .filter(Person::active)
                .map(Person::roles)
                .map(Collection::stream)
                .orElseGet(Stream::of)
                .toList());
        held.retainAll(roles);
        return users.contains(person) || !held.isEmpty();
    }

    private static @Nullable JsonNode given(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
