package hengke.kernel.metadata;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An own field that was deleted. Its values stay for a while, and it can be restored until then; its name is never given
 * to another field, because the history still speaks of it.
 *
 * @param by who deleted it
 * @param dropped its values are gone
 * @param transitions the rules for its moves, which come back with it; null where it had none
 */
public record RetiredField(
        String object,
        Field<?> field,
        Instant at,
        long by,
        boolean dropped,
        @Nullable Transitions transitions) {
    /** How long values are kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    public RetiredField(String object, Field<?> field, Instant at, long by, boolean dropped) {
        this(object, field, at, by, dropped, null);
    }

    /** With these rules for its moves. */
    public RetiredField with(@Nullable Transitions rules) {
        return new RetiredField(object, field, at, by, dropped, rules);
    }

    /** From when on the values may be removed. */
    public Instant until() {
        return at.plus(KEPT);
    }

    public RetiredField withoutValues() {
        return new RetiredField(object, field, at, by, true, transitions);
    }

    boolean is(String otherObject, String otherField) {
        return object.equals(otherObject) && field.name().equals(otherField);
    }
}
