package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Opens the door to those who know their password; from outside, a wrong login and a wrong password look the same. */
public final class SignIn {
    private final DSLContext dsl;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SecondFactors secondFactors;
    private final Duties duties;
    private final Sessions sessions;

    SignIn(
            DSLContext dsl,
            Passwords passwords,
            SignInThrottle throttle,
            SecondFactors secondFactors,
            Duties duties,
            Sessions sessions) {
        this.dsl = dsl;
        this.passwords = passwords;
        this.throttle = throttle;
        this.secondFactors = secondFactors;
        this.duties = duties;
        this.sessions = sessions;
    }

    /**
     * Signs in.
     *
     * @param code of the second step, for those who have one; without it, the right password is asked for the code
     */
    public Sessions.Begun signIn(String login, String password, @Nullable String code, Origin origin) {
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
        requireCode(id, code, attempt);
        throttle.succeeded(attempt, id);
        return sessions.begin(id, origin, duties.of(id));
    }

    /** Asking for the code is no failure; a wrong one is. */
    private void requireCode(long person, @Nullable String code, long attempt) {
        if (!secondFactors.guards(person)) {
            return;
        }
        if (code == null) {
            throttle.withdraw(attempt);
            throw SecondFactors.missing();
        }
        if (!secondFactors.accepts(person, code)) {
            throw SecondFactors.refused();
        }
    }
}
