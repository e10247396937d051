package hengke.kernel.metadata;

import org.jspecify.annotations.Nullable;

/**
 * How the children that a reference makes are listed on the record it points at.
 *
 * @param position the children's field that numbers them, where they are lines: written and read together with the
 *     record, as a list in their order; null where each is written by itself
 */
public record Relation(String name, Label label, @Nullable String position) {
    /** Children each of which is written by itself. */
    public Relation(String name, Label label) {
        this(name, label, null);
    }
}
