package hengke.capability.signing;

import java.util.Locale;

/** How the one-time code comes to somebody who signs: which shows that they read the mailbox, or hold the mobile. */
public enum CodeWay {
    MAIL("E-mail code"),
    SMS("SMS code"),
    /** It stayed within this product, and shows nothing: noted after it was sent, never chosen. */
    SIMULATED_SMS("Simulated SMS code");

    private final String proof;

    CodeWay(String proof) {
        this.proof = proof;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CodeWay of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** To a mobile? */
    public boolean texted() {
        return this != MAIL;
    }

    /** As the reason of a signature says it. */
    String proof() {
        return proof;
    }
}
