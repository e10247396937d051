package hengke.kernel.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token may be used for; it never allows more than its owner's roles do. */
public enum TokenScope {
    READ,
    WRITE,
    ADMINISTER;

    public static final Set<TokenScope> EVERY = Set.copyOf(EnumSet.allOf(TokenScope.class));

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TokenScope> of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire().equals(wire))
                .findFirst();
    }

    static TokenScope of(Verb verb) {
        return switch (verb) {
            case READ, EXPORT -> READ;
            case CREATE, EDIT, DELETE, IMPORT, TRANSFER -> WRITE;
        };
    }
}
