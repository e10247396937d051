package hengke.kernel.schema;

import java.time.Duration;

/**
 * How long to wait for others.
 *
 * @param lock for a moment alone with a table: writers queue behind us for as long, so it is short
 * @param pause between two tries, at first; it doubles
 * @param longestPause between two tries, at last
 * @param tries for one step, before giving up
 */
public record Patience(Duration lock, Duration pause, Duration longestPause, int tries) {
    public static final Patience USUAL =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofSeconds(3), 200);

    Duration pauseAfter(int attempt) {
        Duration doubled = pause.multipliedBy(1L << Math.min(attempt, 20));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
