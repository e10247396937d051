package hengke.kernel.query;

import hengke.kernel.metadata.Cover;
import hengke.kernel.metadata.Field;
import org.jspecify.annotations.Nullable;

/**
 * The records in which a value is kept from its reader. Filters, orders, groups, sums and searches find it absent
 * there, so that nothing can be learned of it in a roundabout way.
 */
public record Covered(Criterion where) implements Cover {

    /** The field as its reader finds it. */
    public static Field<?> in(Criterion where, Field<?> field) {
        return where instanceof Criterion.Never ? field : field.covered(new Covered(where));
    }

    static @Nullable Criterion of(Field<?> field) {
        return field.cover() instanceof Covered(Criterion where) ? where : null;
    }
}
