package hengke.kernel.metadata;

import hengke.kernel.metadata.OverlayParts.Kind;
import hengke.kernel.metadata.OverlayParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing in which a later overlay differs from an earlier one.
 *
 * @param field empty when it is about the object
 * @param keys what about it is other
 */
public record Difference(What what, String object, String field, List<String> keys) {

    /** What happened. */
    public enum What {
        OBJECT_ADDED("objectAdded"),
        OBJECT_CHANGED("objectChanged"),
        OBJECT_RENAMED("objectRenamed"),
        OBJECT_DELETED("objectDeleted"),
        OBJECT_RESTORED("objectRestored"),
        FIELD_ADDED("fieldAdded"),
        FIELD_CHANGED("fieldChanged"),
        FIELD_DELETED("fieldDeleted"),
        MOVES_CHANGED("movesChanged"),
        LAYOUTS_CHANGED("layoutsChanged"),
        RULES_CHANGED("rulesChanged"),
        FIELD_RESTORED("fieldRestored"),
        VALUES_REMOVED("valuesRemoved");

        private final String wire;

        What(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public Difference {
        keys = List.copyOf(keys);
    }

    public static List<Difference> between(Overlay earlier, Overlay later) {
        OverlayParts before = OverlayParts.of(earlier);
        OverlayParts after = OverlayParts.of(later);
        List<Difference> differences = new ArrayList<>();
        for (Part part : before.differing(after)) {
            What what = what(part, before, after);
            if (what != null) {
                differences.add(
                        new Difference(what, part.object(), part.field(), keys(before.get(part), after.get(part))));
            }
        }
        return differences;
    }

    private static @Nullable What what(Part part, OverlayParts before, OverlayParts after) {
        JsonNode was = before.get(part);
        JsonNode is = after.get(part);
        return switch (part.kind()) {
            case OBJECT -> object(was, is);
            case NAMES -> What.OBJECT_RENAMED;
            case CHANGE -> What.FIELD_CHANGED;
            case MOVES -> What.MOVES_CHANGED;
            case LAYOUTS -> What.LAYOUTS_CHANGED;
            case RULES -> What.RULES_CHANGED;
            case FIELD -> {
                Part retired = new Part(Kind.RETIRED, part.object(), part.field());
                yield was == null
                        ? before.get(retired) == null ? What.FIELD_ADDED : What.FIELD_RESTORED
                        : is == null ? What.FIELD_DELETED : What.FIELD_CHANGED;
            }
            case RETIRED -> was != null && is != null ? What.VALUES_REMOVED : null;
        };
    }

    private static What object(@Nullable JsonNode was, @Nullable JsonNode is) {
        if (was == null) {
            return What.OBJECT_ADDED;
        }
        boolean before = was.has("retired");
        boolean after = is == null || is.has("retired");
        if (before && after) {
            return What.VALUES_REMOVED;
        }
        return before ? What.OBJECT_RESTORED : after ? What.OBJECT_DELETED : What.OBJECT_CHANGED;
    }

    private static List<String> keys(@Nullable JsonNode was, @Nullable JsonNode is) {
        if (was == null || is == null) {
            return List.of();
        }
        TreeSet<String> keys = new TreeSet<>();
        keys.addAll(was.propertyNames());
        keys.addAll(is.propertyNames());
        keys.removeIf(key -> Objects.equals(was.get(key), is.get(key)));
        return List.copyOf(keys);
    }
}
