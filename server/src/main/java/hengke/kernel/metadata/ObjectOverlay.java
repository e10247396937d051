package hengke.kernel.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a company has changed about one object.
 *
 * @param added its own fields, in form order
 * @param changed what is other about shipped fields, by their names
 */
public record ObjectOverlay(List<Field<?>> added, Map<String, FieldChange> changed) {
    public static final ObjectOverlay NONE = new ObjectOverlay(List.of(), Map.of());

    public ObjectOverlay {
        added = List.copyOf(added);
        Map<String, FieldChange> others = new LinkedHashMap<>(changed);
        others.values().removeIf(FieldChange.NONE::equals);
        changed = Map.copyOf(others);
    }

    /** The own field of this name. */
    public Optional<Field<?>> own(String name) {
        return added.stream()
                .filter(field -> field.name().equals(name))
                .<Field<?>>map(field -> field)
                .findFirst();
    }

    public ObjectOverlay adding(Field<?> field) {
        List<Field<?>> more = new ArrayList<>(added);
        more.add(field);
        return new ObjectOverlay(more, changed);
    }

    /** With another field in the place of the own one of the same name. */
    public ObjectOverlay replacing(Field<?> field) {
        return new ObjectOverlay(
                added.stream()
                        .<Field<?>>map(each -> each.name().equals(field.name()) ? field : each)
                        .toList(),
                changed);
    }

    /** With this change of a shipped field instead of an earlier one. */
    public ObjectOverlay changing(String field, FieldChange change) {
        Map<String, FieldChange> others = new LinkedHashMap<>(changed);
        others.put(field, change);
        return new ObjectOverlay(added, others);
    }

    ObjectOverlay without(String ownField) {
        return new ObjectOverlay(
                added.stream().filter(field -> !field.name().equals(ownField)).toList(), changed);
    }

    Field<?> over(Field<?> shipped) {
        FieldChange change = changed.get(shipped.name());
        return change == null ? shipped : change.over(shipped);
    }
}
