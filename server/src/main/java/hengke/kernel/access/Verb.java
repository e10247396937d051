package hengke.kernel.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a role may allow to be done with the records of an object. */
public enum Verb {
    READ,
    CREATE,
    EDIT,
    DELETE,
    IMPORT,
    EXPORT,
    TRANSFER;

    /** What changes a record that is there. */
    public static final List<Verb> CHANGING = List.of(EDIT, DELETE, TRANSFER);

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verb> of(String wire) {
        return Arrays.stream(values()).filter(verb -> verb.wire().equals(wire)).findFirst();
    }
}
