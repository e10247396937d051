package hengke.kernel.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What holds for some fields of a record while its values meet a condition.
 *
 * @param name shown to whoever is refused by it
 * @param when a condition on the record's own values; null: always
 * @param fields names of the fields it is about
 * @param roles ids of the roles it holds for; empty for everybody
 */
public record ValueRule(Label name, @Nullable JsonNode when, Effect effect, List<String> fields, Set<Long> roles) {

    /** What it does to the fields. */
    public enum Effect {
        /** They are shown only while a rule says so. */
        SHOW("show"),
        HIDE("hide"),
        REQUIRE("require"),
        LOCK("lock");

        private final String wire;

        Effect(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }

        public static Optional<Effect> of(String wire) {
            return Arrays.stream(values())
                    .filter(effect -> effect.wire.equals(wire))
                    .findFirst();
        }

        /** Is it only about what one looks at? */
        public boolean presentational() {
            return this == SHOW || this == HIDE;
        }
    }

    public ValueRule {
        fields = List.copyOf(fields);
        roles = Set.copyOf(roles);
    }

    public boolean concerns(Set<Long> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    /** The fields that its condition looks at. */
    public Set<String> asked() {
        return Forms.asked(when);
    }

    /** Does it lose its meaning when this field goes? */
    boolean speaksOf(String field) {
        return fields.contains(field) || asked().contains(field);
    }
}
