package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a company has changed about the shipped objects: laid over the code, never a copy of it, so that an upgrade of
 * the code reaches everybody.
 *
 * @param version grows with every change
 * @param added own fields by object name; their names begin with {@code c_}
 * @param labels other words for a field, by {@code object.field}
 */
public record Overlay(long version, Map<String, List<Field<?>>> added, Map<String, Label> labels) {
    public static final Overlay NONE = new Overlay(1, Map.of(), Map.of());
    private static final String OWN = "c_";

    public Overlay {
        added = Map.copyOf(added);
        labels = Map.copyOf(labels);
    }

    ObjectDefinition over(ObjectDefinition shipped, List<Fault> faults) {
        List<Field<?>> fields = new ArrayList<>();
        shipped.fields().forEach(field -> fields.add(relabelled(shipped, field)));
        for (Field<?> own : added.getOrDefault(shipped.name(), List.of())) {
            if (!own.name().startsWith(OWN)) {
                faults.add(new Fault(shipped.name(), own.name(), "an own field's name begins with " + OWN));
            }
            fields.add(fields.size() - SystemFields.ALL.size(), own);
        }
        return shipped.withFields(fields);
    }

    private Field<?> relabelled(ObjectDefinition object, Field<?> field) {
        return Optional.ofNullable(labels.get(object.name() + "." + field.name()))
                .<Field<?>>map(label -> field.overlaid(field.traits().with(label)))
                .orElse(field);
    }
}
