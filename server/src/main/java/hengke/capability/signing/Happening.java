package hengke.capability.signing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider tells of a paper: who has read, signed or declined it. Told twice, it has happened once. */
public sealed interface Happening {
    /** Of the party in this turn, from 1. */
    int turn();

    Instant at();

    /** The last page was reached. */
    record Read(int turn, Instant at) implements Happening {}

    /**
     * Signed.
     *
     * @param way {@code drawn}, {@code typed}, {@code seal} or {@code service}
     * @param how more that the log keeps
     * @param file with this signature; null where the provider gives the paper back only with the last
     */
    record Signed(
            int turn,
            Instant at,
            String way,
            Map<String, ?> how,
            @Nullable Long file) implements Happening {}

    /** Declined, which ends it for all. */
    record Declined(int turn, Instant at, String reason) implements Happening {}
}
