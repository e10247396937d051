package hengke.kernel.access;

import java.util.Set;

/**
 * Who is acting: a person signed in, a token, or the system itself. Carries only identity; what it may do is asked of
 * {@code Access} at every step, so that a change of rights counts at once.
 *
 * @param user the user's id
 * @param roles the ids of the roles held
 */
public record Actor(long user, String name, Set<Long> roles) {
    /** The product itself: migrations, clocks, demo data. It may do everything. */
    public static final Actor SYSTEM = new Actor(0, "系统", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean system() {
        return user == 0;
    }
}
