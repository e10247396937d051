package hengke.kernel.query;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;

/**
 * A field, perhaps behind references.
 *
 * @param steps the references crossed, first one first
 * @param field a field of the last step's target
 */
record FieldPath(List<Step> steps, Field<?> field) {

    /** One reference or link crossed, to records of one object. */
    record Step(Field<?> reference, ObjectDefinition target) {}

    FieldPath {
        steps = List.copyOf(steps);
    }

    /** The object the field belongs to. */
    ObjectDefinition owner(ObjectDefinition start) {
        return steps.isEmpty() ? start : steps.getLast().target();
    }
}
