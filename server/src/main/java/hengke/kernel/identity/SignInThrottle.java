package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Slows down guessing: after some failures for one login, or many from one address, further attempts wait. An attempt
 * counts from before its password is looked at, so that attempts made at the same time do not slip through.
 */
final class SignInThrottle {
    static final int FAILURES_PER_LOGIN = 5;
    static final int FAILURES_PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final DSLContext dsl;
    private final Clock clock;

    SignInThrottle(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Admits an attempt and writes it down as failed until it {@link #succeeded}; or says when to come back. */
    long admit(String login, Origin origin) {
        return dsl.transactionResult(transaction -> {
            DSLContext within = transaction.dsl();
            within.execute("select pg_advisory_xact_lock(hashtextextended('sign in ' || lower(?), 0))", login);
            requireFewFailures(within, login, origin);
            return note(within, login, origin);
        });
    }

    /** Writes an attempt down that is admitted elsewhere. */
    long note(String login, Origin origin) {
        return note(dsl, login, origin);
    }

    private long note(DSLContext within, String login, Origin origin) {
        return within.fetchSingle(
                        "insert into sign_in_attempt (at, login, address, device) values (cast(? as timestamptz), ?, ?, ?) returning id",
                        clock.instant(),
                        login,
                        origin.address(),
                        origin.device())
                .get("id", Long.class);
    }

    void succeeded(long attempt, long person) {
        dsl.execute("update sign_in_attempt set succeeded = true, person_id = ? where id = ?", person, attempt);
    }

    /** The attempt is no longer counted: it was none, or it went well without signing in. */
    void withdraw(long attempt) {
        dsl.execute("delete from sign_in_attempt where id = ?", attempt);
    }

    private void requireFewFailures(DSLContext within, String login, Origin origin) {
        Instant since = clock.instant().minus(WINDOW);
        Optional<Instant> byLogin = within.fetchOptional("""
                select at from sign_in_attempt failed
                where lower(login) = lower(?) and at > cast(? as timestamptz) and not succeeded
                  and not exists (select from sign_in_attempt later
                                  where lower(later.login) = lower(failed.login)
                                    and later.succeeded and later.id > failed.id)
                order by at desc offset ? limit 1
                """, login, since, FAILURES_PER_LOGIN - 1)
                .map(row -> row.get("at", Instant.class));
        Optional<Instant> byAddress = within.fetchOptional("""
                select at from sign_in_attempt
                where address = ? and at > cast(? as timestamptz) and not succeeded
                order by at desc offset ? limit 1
                """, origin.address(), since, FAILURES_PER_ADDRESS - 1)
                .map(row -> row.get("at", Instant.class));
        Stream.of(byLogin, byAddress)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .ifPresent(oldest -> {
                    Duration wait = Duration.between(since, oldest);
                    throw new Refusal.TooMany(Message.of("identity.tooManyAttempts"), wait.toSeconds() + 1);
                });
    }
}
