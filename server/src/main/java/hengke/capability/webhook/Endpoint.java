package hengke.capability.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something else that is told, over HTTP, of what happens here.
 *
 * @param kind {@link #STANDARD} for another program that is told of records; who carries to others knows them
 * @param off why it was switched off by itself, as kept by {@code KeptMessage}; null where somebody did it or it is on
 * @param fault why it is told nothing though it is on; null where it is told
 * @param acting the person with whose eyes records are read
 * @param own what endpoints of its kind keep beside all this
 */
public record Endpoint(
        long id,
        String kind,
        String name,
        String address,
        boolean active,
        @Nullable String off,
        @Nullable String fault,
        long acting,
        List<Interest> interests,
        @Nullable JsonNode own,
        long version) {
    public static final String STANDARD = "standard";

    public Endpoint {
        interests = List.copyOf(interests);
    }

    /**
     * What it wants to hear of the records of an object.
     *
     * @param filter only of records for which it holds; null for all
     */
    public record Interest(
            String object, Set<What> what, @Nullable JsonNode filter) {
        public Interest {
            what = Set.copyOf(what);
            filter = filter == null || filter.isNull() ? null : filter;
        }
    }

    /** What happens to a record. One that is restored is as good as created. */
    public enum What {
        CREATED,
        UPDATED,
        DELETED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<What> of(String wire) {
            return Arrays.stream(values())
                    .filter(each -> each.wire().equals(wire))
                    .findFirst();
        }

        static Optional<What> by(String action) {
            return switch (action) {
                case "create", "restore" -> Optional.of(CREATED);
                case "update" -> Optional.of(UPDATED);
                case "delete" -> Optional.of(DELETED);
                default -> Optional.empty();
            };
        }
    }
}
