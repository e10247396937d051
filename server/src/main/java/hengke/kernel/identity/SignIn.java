package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Opens the door to those who know their password; from outside, a wrong login and a wrong password look the same. */
public final class SignIn {
    private final DSLContext dsl;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Clock clock;

    SignIn(DSLContext dsl, Passwords passwords, Sessions sessions, Clock clock) {
        this.dsl = dsl;
        this.passwords = passwords;
        this.throttle = new SignInThrottle(dsl, clock);
        this.sessions = sessions;
        this.clock = clock;
    }

    public Sessions.Begun signIn(String login, String password, Origin origin) {
        String name = login.strip();
        long attempt = throttle.admit(name, origin);
        Optional<Record> person = dsl.fetchOptional(
                "select id, password_hash from person where lower(login) = lower(?) and active", name);
        @Nullable
        String hash = person.map(row -> row.get("password_hash", String.class)).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new Refusal.Unauthenticated(Message.of("identity.signInRefused"));
        }
        long id = person.orElseThrow().get("id", Long.class);
        throttle.succeeded(attempt, id);
        dsl.execute("update person set last_sign_in_at = cast(? as timestamptz) where id = ?", clock.instant(), id);
        return sessions.begin(id, origin);
    }
}
