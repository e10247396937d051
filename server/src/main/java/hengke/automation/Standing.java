package hengke.automation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that is under way, at the step it stands at.
 *
 * @param chain by which runs it was caused, each as {@link #link}, itself last
 * @param deadline until when it waits here; null where it has just arrived
 * @param attempts how often the step has failed already
 */
record Standing(
        long id,
        long automation,
        int edition,
        long record,
        List<String> chain,
        String node,
        @Nullable Instant deadline,
        int attempts,
        Instant startedAt) {
    Standing {
        chain = List.copyOf(chain);
    }

    /** How a run of an automation with a record stands in a chain. */
    static String link(long automation, long record) {
        return automation + ":" + record;
    }
}
