package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The links by which people set their own password: an invitation for somebody new, a reset for somebody who forgot.
 * Each works once, for one person, until a day; a new one puts an end to the one before.
 */
public final class PasswordLinks {
    private final DSLContext dsl;
    private final OrganisationChanges changes;
    private final People people;
    private final SignInThrottle throttle;
    private final SecondFactors secondFactors;
    private final Duties duties;
    private final Sessions sessions;
    private final Clock clock;

    PasswordLinks(
            DSLContext dsl,
            OrganisationChanges changes,
            People people,
            SignInThrottle throttle,
            SecondFactors secondFactors,
            Duties duties,
            Sessions sessions,
            Clock clock) {
        this.dsl = dsl;
        this.changes = changes;
        this.people = people;
        this.throttle = throttle;
        this.secondFactors = secondFactors;
        this.duties = duties;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a link is for, and how long it is good. */
    public enum Purpose {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofDays(1));

        private final Duration good;

        Purpose(Duration good) {
            this.good = good;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Purpose of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A link that has just been made.
     *
     * @param token what the link carries, never told again
     */
    public record Issued(long person, Purpose purpose, String token, Instant expiresAt) {}

    /** An invitation that nobody has followed yet; it may have run out. */
    public record Invitation(long person, Instant createdAt, long createdBy, Instant expiresAt) {}

    /** Whom a link lets in. */
    public record Holder(long person, String login, String name, Purpose purpose) {}

    /** Adds somebody who sets the password by the link. */
    public Issued invite(Actor by, Person person) {
        return changes.make(by, within -> issue(within, by, people.insert(within, by, person, null)));
    }

    /** A new link for somebody who is here: an invitation as long as there is no password, else a reset. */
    public Issued issue(Actor by, long person) {
        changes.requireAdministrator(by);
        return dsl.transactionResult(transaction -> issue(transaction.dsl(), by, person));
    }

    Issued issue(DSLContext within, Actor by, long person) {
        return issue(within, by, person, null);
    }

    /** @param good for how long, where that is not as long as such links are */
    Issued issue(DSLContext within, Actor by, long person, @Nullable Duration good) {
        Record row = within.fetchOptional(
                        "select active, password_hash is null as fresh from person where id = ? and id > 0 for update",
                        person)
                .orElseThrow(Refusal.NotFound::new);
        if (!row.get("active", Boolean.class)) {
            throw Invalid.at("user", Message.of("identity.linkForDisabled"));
        }
        Purpose purpose = row.get("fresh", Boolean.class) ? Purpose.INVITATION : Purpose.RESET;
        Secret secret = Secret.random();
        Instant expiresAt = clock.instant().plus(good == null ? purpose.good : good);
        within.execute("""
                insert into password_link (person_id, secret_hash, purpose, created_at, created_by, expires_at)
                values (?, ?, ?, cast(? as timestamptz), ?, cast(? as timestamptz))
                on conflict (person_id) do update
                set secret_hash = excluded.secret_hash, purpose = excluded.purpose, created_at = excluded.created_at,
                    created_by = excluded.created_by, expires_at = excluded.expires_at
                """, person, secret.hash(), purpose.wire(), clock.instant(), by.user(), expiresAt);
        return new Issued(person, purpose, secret.text(), expiresAt);
    }

    /** The invitations that wait for their people, newest first. */
    public List<Invitation> invitations() {
        return dsl.fetch("""
                select person_id, password_link.created_at, password_link.created_by, expires_at
                from password_link join person on person.id = person_id and person.active
                where purpose = 'invitation'
                order by password_link.created_at desc, person_id desc
                """)
                .map(row -> new Invitation(
                        row.get("person_id", Long.class),
                        row.get("created_at", Instant.class),
                        row.get("created_by", Long.class),
                        row.get("expires_at", Instant.class)));
    }

    /** Takes an invitation back: the link is dead, and the person, who has never been here, is disabled. */
    public void revoke(Actor by, long person) {
        changes.make(by, within -> {
            if (within.execute("delete from password_link where person_id = ? and purpose = 'invitation'", person)
                    == 0) {
                throw new Refusal.NotFound();
            }
            return within.execute("""
                    update person
                    set active = false, version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                    where id = ?
                    """, clock.instant(), by.user(), person);
        });
    }

    /** Whom this link lets in; a used one, an old one and one of somebody disabled look the same. */
    public Holder holder(String token) {
        return dsl.fetchOptional("""
                select person.id, login, name, purpose
                from password_link join person on person.id = person_id and person.active
                where secret_hash = ? and expires_at > cast(? as timestamptz)
                """, new Secret(token).hash(), clock.instant())
                .map(row -> new Holder(
                        row.get("id", Long.class),
                        row.get("login", String.class),
                        row.get("name", String.class),
                        Purpose.of(row.get("purpose", String.class))))
                .orElseThrow(PasswordLinks::dead);
    }

    /**
     * Sets the password and signs in. All sessions there were end, and the link is used up.
     *
     * @param code of the second step, for those who have one: a link does not stand in for it
     */
    public Sessions.Begun use(String token, String password, @Nullable String code, Origin origin) {
        Holder holder = holder(token);
        String hash = hash(holder, token, password);
        boolean logged = requireCode(holder, code, origin);
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            take(within, token);
            people.setPassword(within, holder.person(), hash, false);
            Sessions.endAll(within, holder.person());
        });
        if (!logged) {
            throttle.succeeded(throttle.note(holder.login(), origin), holder.person());
        }
        return sessions.begin(holder.person(), origin, duties.besidesPassword(holder.person()));
    }

    /** Who was beaten to it hears that the link is used, not that the password they both want is. */
    private String hash(Holder holder, String token, String password) {
        try {
            return people.ownPassword("password", holder.person(), holder.login(), password);
        } catch (Invalid refused) {
            holder(token);
            throw refused;
        }
    }

    /** Whether there was a code to be given, and so the sign-in stands in the log already. */
    private boolean requireCode(Holder holder, @Nullable String code, Origin origin) {
        if (!secondFactors.guards(holder.person())) {
            return false;
        }
        if (code == null) {
            throw SecondFactors.missing();
        }
        long attempt = throttle.admit(holder.login(), origin);
        if (!secondFactors.accepts(holder.person(), code)) {
            throw SecondFactors.refused();
        }
        throttle.succeeded(attempt, holder.person());
        return true;
    }

    /** Of two who use a link at the same time, one takes it. */
    private void take(DSLContext within, String token) {
        int taken = within.execute("""
                delete from password_link using person
                where secret_hash = ? and expires_at > cast(? as timestamptz) and person.id = person_id and person.active
                """, new Secret(token).hash(), clock.instant());
        if (taken == 0) {
            throw dead();
        }
    }

    private static Refusal dead() {
        return new Refusal.Forbidden(Message.of("identity.linkDead"));
    }
}
