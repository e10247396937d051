package hengke.kernel.access;

import java.util.Set;

/**
 * Who is acting: a person signed in, a token, or the system itself. Carries only identity; what it may do is asked of
 * {@code Access} at every step, so that a change of rights counts at once.
 *
 * @param user the user's id
 * @param roles the ids of the roles held
 * @param scopes what the token at hand was given for; everything for a person who signed in
 */
public record Actor(long user, String name, Set<Long> roles, Set<TokenScope> scopes) {
    /** The product itself: migrations, clocks, demo data. It may do everything. */
    public static final Actor SYSTEM = new Actor(0, "系统", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public Actor(long user, String name, Set<Long> roles) {
        this(user, name, roles, TokenScope.EVERY);
    }

    boolean mayUse(Verb verb) {
        return scopes.contains(TokenScope.of(verb));
    }

    public boolean system() {
        return user == 0;
    }
}
