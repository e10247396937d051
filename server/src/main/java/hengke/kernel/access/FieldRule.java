package hengke.kernel.access;

import org.jspecify.annotations.Nullable;

/**
 * What a role says about one field of one object.
 *
 * @param mask how a masked value looks; the field's usual mask when none is named
 * @param reveal may a masked value be shown on request, one at a time and written down?
 */
public record FieldRule(
        String object,
        String field,
        FieldRight right,
        @Nullable Mask mask,
        boolean reveal) {

    public FieldRule {
        if (right != FieldRight.MASKED && (mask != null || reveal)) {
            throw new IllegalArgumentException("only a masked field has a mask");
        }
    }

    public FieldRule(String object, String field, FieldRight right) {
        this(object, field, right, null, false);
    }
}
