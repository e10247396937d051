package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The last passwords of each person, as hashes and no more of them than the company asks for: none may come back. */
final class PasswordHistory {
    private final DSLContext dsl;
    private final Passwords passwords;
    private final Supplier<PasswordPolicy> policy;

    PasswordHistory(DSLContext dsl, Passwords passwords, Supplier<PasswordPolicy> policy) {
        this.dsl = dsl;
        this.passwords = passwords;
        this.policy = policy;
    }

    /** Why this person may not have this password again. */
    Optional<FieldError> fault(String field, String wanted, long person) {
        int remembered = policy.get().remembered();
        if (remembered == 0) {
            return Optional.empty();
        }
        List<String> present = dsl.fetch(
                        "select password_hash from person where id = ? and password_hash is not null", person)
                .getValues("password_hash", String.class);
        List<String> before = dsl.fetch(
                        "select password_hash from password_history where person_id = ? order by id desc limit ?",
                        person,
                        remembered - 1)
                .getValues("password_hash", String.class);
        return Stream.concat(present.stream(), before.stream()).anyMatch(hash -> passwords.matches(wanted, hash))
                ? Optional.of(FieldError.of(field, Message.of("identity.passwordUsed", remembered)))
                : Optional.empty();
    }

    /** Keeps the present password, which is about to be replaced, and forgets what is too long ago. */
    void keep(DSLContext within, long person, Instant now) {
        within.execute("""
                insert into password_history (person_id, password_hash, replaced_at)
                select id, password_hash, cast(? as timestamptz) from person
                where id = ? and password_hash is not null
                """, now, person);
        within.execute("""
                delete from password_history where person_id = ? and id not in (
                    select id from password_history where person_id = ? order by id desc limit ?)
                """, person, person, Math.max(0, policy.get().remembered() - 1));
    }
}
