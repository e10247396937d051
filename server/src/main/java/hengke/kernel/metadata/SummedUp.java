package hengke.kernel.metadata;

import hengke.kernel.metadata.Computation.RollUp;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A roll-up with everything it speaks of.
 *
 * @param parent the object that has the field
 * @param field where the sum is kept
 * @param reference the child's field that points at the parent
 * @param summed the child's field that is summed up; null for a count
 */
public record SummedUp(
        ObjectDefinition parent,
        Field<?> field,
        RollUp rollUp,
        ObjectDefinition child,
        Field<?> reference,
        @Nullable Field<?> summed) {

    /** Can a roll-up sum up this field, or ask for it in its filter? */
    public static boolean mayUse(Field<?> field) {
        return RollUps.lasting(field);
    }

    /** Does the filter ask for such fields of the child alone, and for nothing that changes with time? */
    public static boolean mayFilter(ObjectDefinition child, JsonNode filter) {
        return RollUps.filterable(child, filter);
    }

    /** The stored fields of the child a change of which changes the sum. */
    public Set<Field<?>> inputs(Catalog catalog) {
        return Sources.of(catalog, parent, field).stream()
                .map(Sources.Source::field)
                .flatMap(source -> source.isFormula()
                        ? Sources.of(catalog, child, source).stream().map(Sources.Source::field)
                        : Stream.of(source))
                .collect(Collectors.toUnmodifiableSet());
    }
}
