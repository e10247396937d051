package hengke.kernel.identity;

import java.time.Duration;

/**
 * How long a session lives.
 *
 * @param idle without a request
 * @param absolute from the sign-in, whatever happens
 * @param oneDevice signing in ends the sessions elsewhere
 */
public record SessionPolicy(Duration idle, Duration absolute, boolean oneDevice) {
    public static final SessionPolicy STANDARD = new SessionPolicy(Duration.ofHours(12), Duration.ofDays(14), false);
}
