package hengke.capability.pool;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.query.Criterion;
import java.util.List;

/**
 * Keeps records from going back to their pools by themselves as long as others point at them, e.g. open deals. Declared
 * as a bean; holds in every pool that is not told otherwise.
 *
 * @param name on the wire
 * @param label what keeps them, e.g. 有进行中的商机
 * @param object whose records stay
 * @param child the object that points at them
 * @param reference how it does
 * @param which of its records keep what they point at
 * @param fields by which those are told
 */
public record Exemption(
        String name,
        Label label,
        String object,
        String child,
        Field<Long> reference,
        Criterion which,
        List<Field<?>> fields) {
    public Exemption {
        fields = List.copyOf(fields);
    }
}
