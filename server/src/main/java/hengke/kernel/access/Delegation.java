package hengke.kernel.access;

import java.time.Instant;

/** Somebody acts for a colleague who is away, from one moment until another. */
public record Delegation(long id, long person, long delegate, Instant from, Instant until) {
    public boolean holds(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
