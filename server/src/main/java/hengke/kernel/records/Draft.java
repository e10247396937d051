package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody asks for: values of the right types, not yet checked.
 *
 * @param id of the record to change; absent for a new one
 * @param version the one the asker saw; absent to write whatever is there now
 * @param values by field; null clears, a field that is not there stays as it is
 * @param back set when it takes an earlier change back
 */
public record Draft(
        Action action,
        @Nullable Long id,
        @Nullable Long version,
        Map<Field<?>, @Nullable Object> values,
        @Nullable Back back) {

    /** How an earlier change is taken back. */
    public enum Back {
        /** By who made it, a moment later, and nobody has touched the record since. */
        AT_ONCE,
        LATER
    }

    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private Draft(Action action, @Nullable Long id, @Nullable Long version, Map<Field<?>, @Nullable Object> values) {
        this(action, id, version, values, null);
    }

    /** The same, taking an earlier change back. */
    Draft takingBack(Back how) {
        return new Draft(action, id, version, values, how);
    }

    public static Draft create(Map<Field<?>, @Nullable Object> values) {
        return new Draft(Action.CREATE, null, null, values);
    }

    public static Draft update(long id, @Nullable Long version, Map<Field<?>, @Nullable Object> values) {
        return new Draft(Action.UPDATE, id, version, values);
    }

    public static Draft delete(long id, @Nullable Long version) {
        return new Draft(Action.DELETE, id, version, Map.of());
    }

    public static Draft restore(long id) {
        return new Draft(Action.RESTORE, id, null, Map.of());
    }
}
