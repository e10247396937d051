package hengke.kernel.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a person signed in, a token, or the system itself. Carries only identity; what it may do is asked of
 * {@code Access} at every step, so that a change of rights counts at once.
 *
 * @param user the user's id
 * @param roles the ids of the roles held
 * @param scopes what the token at hand was given for; everything for a person who signed in
 * @param token the token at hand
 */
public record Actor(
        long user,
        String name,
        Set<Long> roles,
        Set<TokenScope> scopes,
        @Nullable Long token) {
    /** The product itself: migrations, clocks, demo data. It may do everything. */
    public static final Actor SYSTEM = new Actor(0, "系统", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public Actor(long user, String name, Set<Long> roles) {
        this(user, name, roles, TokenScope.EVERY, null);
    }

    /** By whose leave what this actor begins may go on later. */
    public Authority authority() {
        return new Authority(user, token);
    }

    /** May it change records at all? */
    public boolean mayWrite() {
        return scopes.contains(TokenScope.WRITE);
    }

    /** Does it come with a token that was given only for looking? */
    public boolean onlyReads() {
        return Set.of(TokenScope.READ).containsAll(scopes);
    }

    boolean mayUse(Verb verb) {
        return scopes.contains(TokenScope.of(verb));
    }

    public boolean system() {
        return user == 0;
    }
}
