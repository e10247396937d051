package hengke.kernel.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who comes in by password must see to first: the password, then the second factor. Whoever comes by
 * another way, a token or a provider, owes nothing.
 */
final class Duties {
    private final DSLContext dsl;
    private final SecondFactors secondFactors;
    private final Supplier<PasswordPolicy> policy;
    private final Clock clock;

    Duties(DSLContext dsl, SecondFactors secondFactors, Supplier<PasswordPolicy> policy, Clock clock) {
        this.dsl = dsl;
        this.secondFactors = secondFactors;
        this.policy = policy;
        this.clock = clock;
    }

    @Nullable
    Owed of(long person) {
        boolean told = dsl.fetchSingle("select must_change_password from person where id = ?", person)
                .get(0, Boolean.class);
        boolean ended = passwordEnds(person)
                .filter(end -> !end.isAfter(clock.instant()))
                .isPresent();
        return told || ended ? Owed.PASSWORD : besidesPassword(person);
    }

    /** What is left when the password has just been set. */
    @Nullable
    Owed besidesPassword(long person) {
        return secondFactors.owed(person) ? Owed.SECOND_FACTOR : null;
    }

    /** When the password must be replaced; never, where it lasts for good or there is none. */
    Optional<Instant> passwordEnds(long person) {
        PasswordPolicy demanded = policy.get();
        return demanded.ends()
                ? dsl.fetchOptional(
                                "select password_changed_at from person where id = ? and password_hash is not null",
                                person)
                        .map((Record row) ->
                                row.get("password_changed_at", Instant.class).plus(demanded.life()))
                : Optional.empty();
    }
}
