package hengke.capability.routing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is to have a record, and why.
 *
 * @param rule the one that decided; null when none did
 * @param passed the rules that fitted but could not give it to anybody, in order
 */
public record Decision(
        Outcome outcome,
        Routing.@Nullable Rule rule,
        @Nullable Long person,
        @Nullable Long pool,
        List<Passed> passed) {
    public Decision {
        passed = List.copyOf(passed);
    }

    /** What becomes of the record. */
    public enum Outcome {
        PERSON,
        POOL,
        /** It is given to somebody when work begins. */
        WAITING,
        /** It stays where it is. */
        NOBODY;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What asked for the decision. */
    public enum Cause {
        ARRIVAL,
        COMMAND,
        /** Work has begun. */
        WAITED,
        /** Whoever had it was not in touch in time. */
        TIMEOUT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule that fitted, and why it was passed over.
     *
     * @param away so many of its people are away
     * @param full so many have all they may have
     * @param broken the rule speaks of something that is no longer there
     */
    public record Passed(String rule, int away, int full, boolean broken) {}

    static Decision person(Routing.Rule rule, long person, List<Passed> passed) {
        return new Decision(Outcome.PERSON, rule, person, null, passed);
    }

    static Decision pool(Routing.@Nullable Rule rule, long pool, List<Passed> passed) {
        return new Decision(Outcome.POOL, rule, null, pool, passed);
    }

    static Decision waiting(Routing.Rule rule, List<Passed> passed) {
        return new Decision(Outcome.WAITING, rule, null, null, passed);
    }

    static Decision nobody(List<Passed> passed) {
        return new Decision(Outcome.NOBODY, null, null, null, passed);
    }

    /** How the person was chosen; null where nobody was. */
    @Nullable
    String way() {
        Routing.Rule by = rule;
        if (by == null || outcome != Outcome.PERSON) {
            return null;
        }
        return by.target().kind() == Routing.Kind.GROUP
                ? by.target().way().wire()
                : by.target().kind().wire();
    }
}
