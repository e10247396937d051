package hengke.kernel.records;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody asks for: values of the right types, not yet checked.
 *
 * @param id of the record to change; absent for a new one
 * @param version the one the asker saw; absent to write whatever is there now
 * @param values by field; null clears, a field that is not there stays as it is
 * @param lines the whole lists of lines it is to have from now on; a kind that is not there stays as it is
 * @param back set when it takes an earlier change back
 */
public record Draft(
        Action action,
        @Nullable Long id,
        @Nullable Long version,
        Map<Field<?>, @Nullable Object> values,
        List<Lines> lines,
        @Nullable Back back) {

    /**
     * All lines of one kind, in their order: new ones, and changes of those that are there. Any other goes.
     *
     * @param kind an object whose records are written with the one they belong to
     */
    public record Lines(Catalog.Child kind, List<Draft> drafts) {
        public Lines {
            drafts = List.copyOf(drafts);
        }
    }

    /** How an earlier change is taken back. */
    public enum Back {
        /** By who made it, a moment later, and nobody has touched the record since. */
        AT_ONCE,
        LATER
    }

    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = List.copyOf(lines);
    }

    private Draft(Action action, @Nullable Long id, @Nullable Long version, Map<Field<?>, @Nullable Object> values) {
        this(action, id, version, values, List.of(), null);
    }

    /** The same with its lines. */
    public Draft with(List<Lines> its) {
        return new Draft(action, id, version, values, its, back);
    }

    /** The same, taking an earlier change back. */
    public Draft takingBack(Back how) {
        return new Draft(action, id, version, values, lines, how);
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
