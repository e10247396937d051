package hengke.kernel.metadata;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one record at one moment, by field; immutable. */
public final class Row {
    public static final Row EMPTY = new Row(Map.of(), null);

    private final Map<String, Object> values;
    private final @Nullable Set<String> marks;

    private Row(Map<String, Object> values, @Nullable Set<String> marks) {
        this.values = values;
        this.marks = marks;
    }

    /** A row of values of the right types by field name; nulls count as absent. */
    public static Row of(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> present = HashMap.newHashMap(values.size());
        values.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return new Row(Collections.unmodifiableMap(present), null);
    }

    @SuppressWarnings("unchecked") // only typed fields write into rows
    public <T> @Nullable T get(Field<T> field) {
        return (T) values.get(field.name());
    }

    /** The value of a field that is known to be there. */
    public <T> T need(Field<T> field) {
        return Objects.requireNonNull(get(field), field.name());
    }

    public long id() {
        return need(SystemFields.ID);
    }

    public long version() {
        return need(SystemFields.VERSION);
    }

    public <T> Row with(Field<T> field, @Nullable T value) {
        Map<String, Object> others = new HashMap<>(values);
        if (value == null) {
            others.remove(field.name());
        } else {
            others.put(field.name(), value);
        }
        return new Row(Collections.unmodifiableMap(others), marks);
    }

    /** The same row with what was found to hold of it besides its values, in that order. */
    public Row marked(Set<String> found) {
        return new Row(values, Collections.unmodifiableSet(new LinkedHashSet<>(found)));
    }

    /** Those of the conditions asked about that hold of the record; null where nothing was asked. */
    public @Nullable Set<String> marks() {
        return marks;
    }

    /** The values that are there, by field name. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && row.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
