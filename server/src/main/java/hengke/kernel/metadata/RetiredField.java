package hengke.kernel.metadata;

import java.time.Duration;
import java.time.Instant;

/**
 * An own field that was deleted. Its values stay for a while, and it can be restored until then; its name is never given
 * to another field, because the history still speaks of it.
 *
 * @param by who deleted it
 * @param dropped its values are gone
 */
public record RetiredField(String object, Field<?> field, Instant at, long by, boolean dropped) {
    /** How long values are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** From when on the values may be removed. */
    public Instant until() {
        return at.plus(KEPT);
    }

    public RetiredField withoutValues() {
        return new RetiredField(object, field, at, by, true);
    }

    boolean is(String otherObject, String otherField) {
        return object.equals(otherObject) && field.name().equals(otherField);
    }
}
