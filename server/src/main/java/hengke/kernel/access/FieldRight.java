package hengke.kernel.access;

import java.util.Locale;

/** What an actor may do with a field, least first. */
public enum FieldRight {
    HIDDEN,
    MASKED,
    READ,
    EDIT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(FieldRight other) {
        return compareTo(other) >= 0;
    }
}
