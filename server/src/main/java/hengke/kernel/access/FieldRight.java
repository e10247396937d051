package hengke.kernel.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an actor may do with a field, least first. */
public enum FieldRight {
    HIDDEN,
    MASKED,
    READ,
    EDIT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FieldRight> of(String wire) {
        return Arrays.stream(values())
                .filter(right -> right.wire().equals(wire))
                .findFirst();
    }

    public boolean atLeast(FieldRight other) {
        return compareTo(other) >= 0;
    }
}
