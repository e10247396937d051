package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.audit.AdministrationLog.Subject;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The people of the company as administrators manage them. */
public final class People {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

    private final DSLContext dsl;
    private final OrganisationChanges changes;
    private final Passwords passwords;
    private final PasswordHistory history;
    private final Clock clock;

    People(DSLContext dsl, OrganisationChanges changes, Passwords passwords, PasswordHistory history, Clock clock) {
        this.dsl = dsl;
        this.changes = changes;
        this.passwords = passwords;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Adds somebody; the id and version given do not count.
     *
     * @param password without one the person cannot sign in yet
     * @return the new person's id
     */
    public long add(Actor by, Person person, @Nullable String password) {
        return add(by, person, password, false);
    }

    /** @param mustChange whether the person must replace the password at the first sign-in */
    public long add(Actor by, Person person, @Nullable String password, boolean mustChange) {
        @Nullable String hash = hashed(password, person.login());
        return changes.make(by, within -> {
            long id = insert(within, by, person, hash);
            within.execute("update person set must_change_password = ? where id = ?", hash != null && mustChange, id);
            return id;
        });
    }

    /** Changes somebody, seen at the version given; disabling ends the sessions, a new password does too. */
    public void change(Actor by, Person person, @Nullable String password) {
        change(by, person, password, false);
    }

    /** @param mustChange whether the person must replace the password given at the next sign-in */
    public void change(Actor by, Person person, @Nullable String password, boolean mustChange) {
        @Nullable String hash = hashed(password, person.login());
        changes.make(by, within -> {
            OrganisationChanges.requireCurrent(within, "person", person.id(), person.version());
            check(within, person);
            update(within, by, person);
            if (hash != null) {
                setPassword(within, person.id(), hash, mustChange);
                AdministrationLog.record(
                        within,
                        by,
                        clock.instant(),
                        new Subject("user", person.id(), person.name()),
                        JsonMapper.shared().createObjectNode(),
                        JsonMapper.shared().createObjectNode().put("password", true));
            }
            if (!person.active()) {
                forgetLink(within, person.id());
            }
            if (hash != null || !person.active()) {
                Sessions.endAll(within, person.id());
            }
            return person.id();
        });
    }

    /** Disables somebody, whatever else has changed about them. */
    public void disable(Actor by, long person) {
        changes.make(by, within -> {
            within.execute("""
                    update person
                    set active = false, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """, clock.instant(), by.user(), person);
            forgetLink(within, person);
            Sessions.endAll(within, person);
            return person;
        });
    }

    /**
     * What administrators see of how somebody signs in.
     *
     * @param invitedUntil while an invitation waits
     * @param secondFactor whether a code is asked for
     */
    public record Account(
            @Nullable Instant lastSignIn, @Nullable Instant invitedUntil, boolean secondFactor) {}

    /** The accounts of everybody, by id. */
    public Map<Long, Account> accounts() {
        return dsl.fetch("""
                select id, last_sign_in_at, expires_at,
                       exists (select from second_factor where person_id = id and confirmed_at is not null) as guarded
                from person left join password_link on password_link.person_id = id and purpose = 'invitation'
                """)
                .intoMap(
                        row -> row.get("id", Long.class),
                        row -> new Account(
                                row.get("last_sign_in_at", Instant.class),
                                row.get("expires_at", Instant.class),
                                row.get("guarded", Boolean.class)));
    }

    long insert(DSLContext within, Actor by, Person person, @Nullable String hash) {
        check(within, person);
        long id = within.fetchSingle(
                        """
                insert into person (login, name, email, phone, password_hash, password_changed_at, department_id,
                                    manager_id, active, created_at, created_by, updated_at, updated_by)
                values (?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?, cast(? as timestamptz), ?,
                        cast(? as timestamptz), ?)
                returning id
                """,
                        person.login(),
                        person.name(),
                        person.email(),
                        person.phone(),
                        hash,
                        hash == null ? null : clock.instant(),
                        person.department(),
                        person.manager(),
                        person.active(),
                        clock.instant(),
                        by.user(),
                        clock.instant(),
                        by.user())
                .get("id", Long.class);
        giveRoles(within, id, person);
        RegionPosts.give(within, id, person.regions());
        return id;
    }

    private void update(DSLContext within, Actor by, Person person) {
        within.execute(
                """
                update person
                set login = ?, name = ?, email = ?, phone = ?, department_id = ?, manager_id = ?,
                    active = ?, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                where id = ?
                """,
                person.login(),
                person.name(),
                person.email(),
                person.phone(),
                person.department(),
                person.manager(),
                person.active(),
                clock.instant(),
                by.user(),
                person.id());
        within.execute("delete from person_role where person_id = ?", person.id());
        giveRoles(within, person.id(), person);
        RegionPosts.give(within, person.id(), person.regions());
    }

    private static void giveRoles(DSLContext within, long id, Person person) {
        person.roles()
                .forEach(
                        role -> within.execute("insert into person_role (person_id, role_id) values (?, ?)", id, role));
    }

    /** The hash of a password that somebody wants for themselves, if it may be theirs. */
    String ownPassword(String field, long person, String login, String wanted) {
        passwords
                .fault(field, wanted, login)
                .or(() -> history.fault(field, wanted, person))
                .ifPresent(fault -> {
                    throw new Invalid(List.of(fault));
                });
        return passwords.hash(wanted);
    }

    void setPassword(DSLContext within, long person, String hash, boolean mustChange) {
        history.keep(within, person, clock.instant());
        within.execute("""
                update person
                set password_hash = ?, password_changed_at = cast(? as timestamptz), must_change_password = ?
                where id = ?
                """, hash, clock.instant(), mustChange, person);
        forgetLink(within, person);
    }

    private static void forgetLink(DSLContext within, long person) {
        within.execute("delete from password_link where person_id = ?", person);
    }

    private @Nullable String hashed(@Nullable String password, String login) {
        if (password == null) {
            return null;
        }
        passwords.fault("password", password, login).ifPresent(fault -> {
            throw new Invalid(List.of(fault));
        });
        return passwords.hash(password);
    }

    private static void check(DSLContext within, Person person) {
        List<FieldError> errors = new ArrayList<>();
        if (!LOGIN.matcher(person.login()).matches()) {
            errors.add(FieldError.of("login", Message.of("identity.loginCharacters")));
        }
        if (Rows.exist(
                within, "select from person where lower(login) = lower(?) and id <> ?", person.login(), person.id())) {
            errors.add(FieldError.of("login", Message.of("identity.taken")));
        }
        unknown(within, "department", "select from department where id = ?", person.department())
                .ifPresent(errors::add);
        unknown(within, "manager", "select from person where id > 0 and id = ?", person.manager())
                .ifPresent(errors::add);
        person.roles().stream()
                .flatMap(role -> unknown(within, "roles", "select from role where id = ?", role).stream())
                .forEach(errors::add);
        if (reportsToItself(within, person)) {
            errors.add(FieldError.of("manager", Message.of("identity.circle")));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static boolean reportsToItself(DSLContext within, Person person) {
        return person.manager() != null && Rows.exist(within, """
                with recursive above as (
                    select id, manager_id from person where id = ?
                    union
                    select person.id, person.manager_id from person join above on person.id = above.manager_id)
                select from above where id = ?
                """, person.manager(), person.id());
    }

    private static Optional<FieldError> unknown(DSLContext within, String field, String sql, @Nullable Long id) {
        return id == null || Rows.exist(within, sql, id)
                ? Optional.empty()
                : Optional.of(FieldError.of(field, Message.of("identity.unknown")));
    }
}
