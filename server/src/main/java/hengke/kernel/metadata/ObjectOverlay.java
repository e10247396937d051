package hengke.kernel.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a company has changed about one object.
 *
 * @param added its own fields, in form order
 * @param changed what is other about shipped fields, by their names
 * @param transitions its own rules for the moves of choices, by the names of the fields
 * @param forms its own layouts and field rules
 * @param names what the company calls it; null while it keeps the name it came with
 */
public record ObjectOverlay(
        List<Field<?>> added,
        Map<String, FieldChange> changed,
        Map<String, Transitions> transitions,
        Forms forms,
        @Nullable Names names) {
    public static final ObjectOverlay NONE = new ObjectOverlay(List.of(), Map.of(), Map.of());

    public ObjectOverlay {
        added = List.copyOf(added);
        Map<String, FieldChange> others = new LinkedHashMap<>(changed);
        others.values().removeIf(FieldChange.NONE::equals);
        changed = Map.copyOf(others);
        transitions = Map.copyOf(transitions);
    }

    /** With the forms and the name it came with. */
    public ObjectOverlay(List<Field<?>> added, Map<String, FieldChange> changed, Map<String, Transitions> transitions) {
        this(added, changed, transitions, Forms.NONE, null);
    }

    /** Called otherwise, or by the name it came with. */
    public ObjectOverlay named(@Nullable Names other) {
        return new ObjectOverlay(added, changed, transitions, forms, other);
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
        return new ObjectOverlay(more, changed, transitions, forms, names);
    }

    /** With another field in the place of the own one of the same name. */
    public ObjectOverlay replacing(Field<?> field) {
        return new ObjectOverlay(
                added.stream()
                        .<Field<?>>map(each -> each.name().equals(field.name()) ? field : each)
                        .toList(),
                changed,
                transitions,
                forms,
                names);
    }

    /** With this change of a shipped field instead of an earlier one. */
    public ObjectOverlay changing(String field, FieldChange change) {
        Map<String, FieldChange> others = new LinkedHashMap<>(changed);
        others.put(field, change);
        return new ObjectOverlay(added, others, transitions, forms, names);
    }

    ObjectOverlay without(String ownField) {
        Map<String, Transitions> moves = new LinkedHashMap<>(transitions);
        moves.remove(ownField);
        return new ObjectOverlay(
                added.stream().filter(field -> !field.name().equals(ownField)).toList(), changed, moves, forms, names);
    }

    /** With these rules for the moves of a choice instead of earlier ones. */
    public ObjectOverlay moving(String field, Transitions rules) {
        Map<String, Transitions> others = new LinkedHashMap<>(transitions);
        others.put(field, rules);
        return new ObjectOverlay(added, changed, others, forms, names);
    }

    /** Without own rules for the moves of a choice. */
    ObjectOverlay unmoving(String field) {
        Map<String, Transitions> others = new LinkedHashMap<>(transitions);
        others.remove(field);
        return new ObjectOverlay(added, changed, others, forms, names);
    }

    /** With these layouts and field rules instead of earlier ones. */
    public ObjectOverlay forming(Forms others) {
        return new ObjectOverlay(added, changed, transitions, others, names);
    }

    Field<?> over(Field<?> shipped) {
        FieldChange change = changed.get(shipped.name());
        return change == null ? shipped : change.over(shipped);
    }
}
