package hengke.capability.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the new records of an object find their owners.
 *
 * @param active do the rules give records away?
 * @param answerWithin so many working minutes may pass until the first follow-up; null: as long as it takes
 * @param reroutes how often a record that got none in time goes to somebody else, before it goes to its pool; null: never
 * @param rules in order, of which the first that fits decides
 */
public record Routing(
        String object,
        boolean active,
        @Nullable Integer answerWithin,
        @Nullable Integer reroutes,
        List<Rule> rules,
        long version) {

    public Routing {
        rules = List.copyOf(rules);
    }

    static Routing none(String object) {
        return new Routing(object, false, null, null, List.of(), 0);
    }

    /**
     * Who gets which records.
     *
     * @param key stays the same when the rule is renamed, so that turns go on
     * @param filter the records it is about; null: all
     * @param onlyWorkingHours what comes at other times waits until work begins
     */
    public record Rule(
            String key,
            String name,
            boolean active,
            @Nullable JsonNode filter,
            Target target,
            boolean onlyWorkingHours) {
        public Rule {
            filter = filter == null || filter.isNull() ? null : filter;
        }
    }

    /** To whom a rule gives records. */
    public enum Kind {
        PERSON,
        GROUP,
        POOL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wire) {
            return List.of(values()).stream()
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst();
        }
    }

    /** Whose turn it is in a group. */
    public enum Way {
        /** One after the other. */
        TURN,
        /** As many as their weights say. */
        WEIGHT,
        /** Whoever has the fewest open ones. */
        LOAD;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Way> of(String wire) {
            return List.of(values()).stream()
                    .filter(way -> way.wire().equals(wire))
                    .findFirst();
        }
    }

    /**
     * @param members one for a person, several for a group, none for a pool
     * @param pool only for a pool
     */
    public record Target(
            Kind kind,
            Way way,
            List<Member> members,
            @Nullable Long pool) {
        public Target {
            members = List.copyOf(members);
        }
    }

    /**
     * Somebody who gets records by a rule.
     *
     * @param weight of how many each; counts only where weights do
     * @param perDay so many a day at most, by all rules together; null: no limit
     * @param holding so many open ones at most, wherever they came from; null: no limit
     */
    public record Member(
            long person,
            int weight,
            @Nullable Integer perDay,
            @Nullable Integer holding) {}

    Routing as(long seen) {
        return new Routing(object, active, answerWithin, reroutes, rules, seen);
    }
}
