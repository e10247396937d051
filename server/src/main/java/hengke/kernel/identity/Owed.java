package hengke.kernel.identity;

import org.jspecify.annotations.Nullable;

/** What somebody who has signed in must do before anything else. */
public enum Owed {
    /** Replace a password that has run out, or that an administrator wants replaced. */
    PASSWORD("password"),
    SECOND_FACTOR("secondFactor");

    private final String wire;

    Owed(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    static @Nullable Owed of(@Nullable String wire) {
        for (Owed owed : values()) {
            if (owed.wire.equals(wire)) {
                return owed;
            }
        }
        return null;
    }
}
