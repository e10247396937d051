package hengke.kernel.identity;

import hengke.kernel.events.Broadcast;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The sessions of people who signed in, on whatever node. */
public final class Sessions {
    /** Where nodes hear of a person whose sessions have ended, as its id, so that open streams end as well. */
    public static final String ENDED = "sessions-ended";

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final DSLContext dsl;
    private final LiveOrganisation organisation;
    private final Supplier<SessionPolicy> policy;
    private final ViewAs viewAs;
    private final Clock clock;

    Sessions(
            DSLContext dsl, LiveOrganisation organisation, Supplier<SessionPolicy> policy, ViewAs viewAs, Clock clock) {
        this.dsl = dsl;
        this.organisation = organisation;
        this.policy = policy;
        this.viewAs = viewAs;
        this.clock = clock;
    }

    /**
     * A session that has just begun.
     *
     * @param secret the value of the cookie, told to nobody else
     */
    public record Begun(String secret, Identified.BySession session) {}

    /**
     * Begins a session for somebody who has just shown who they are.
     *
     * @param owes what they must do before anything else
     */
    Begun begin(long person, Origin origin, @Nullable Owed owes) {
        Secret secret = Secret.random();
        Instant now = clock.instant();
        String csrf = Secret.random().text();
        long id = dsl.fetchSingle(
                        """
                insert into user_session
                    (secret_hash, person_id, csrf, created_at, last_seen_at, expires_at, address, device, owes)
                values (?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), ?, ?, ?)
                returning id
                """,
                        secret.hash(),
                        person,
                        csrf,
                        now,
                        now,
                        now.plus(policy.get().absolute()),
                        origin.address(),
                        origin.device(),
                        owes == null ? null : owes.wire())
                .get("id", Long.class);
        if (policy.get().oneDevice()) {
            endOthers(dsl, person, id);
        }
        dsl.execute("update person set last_sign_in_at = cast(? as timestamptz) where id = ?", now, person);
        return new Begun(
                secret.text(), new Identified.BySession(organisation.refresh().actor(person), id, csrf, null, owes));
    }

    /** Who holds this cookie, if the session lives and its owner may still sign in. */
    public Optional<Identified.BySession> find(String secret) {
        Instant now = clock.instant();
        return dsl.fetchOptional(
                        """
                select user_session.id, person_id, csrf, owes, last_seen_at, viewing, viewing_until,
                       organisation_version.version as organisation
                from user_session
                join person on person.id = person_id and person.active
                cross join organisation_version
                where secret_hash = ? and expires_at > cast(? as timestamptz)
                  and last_seen_at > cast(? as timestamptz)
                """,
                        new Secret(secret).hash(),
                        now,
                        now.minus(policy.get().idle()))
                .map(row -> seen(row, now));
    }

    /** Is the session still good, and its actor's? For streams, which outlive the request that began them. */
    public boolean lives(Identified.BySession session) {
        Instant now = clock.instant();
        return Rows.exist(dsl, """
                select from user_session
                join person on person.id = person_id and person.active
                where user_session.id = ? and expires_at > cast(? as timestamptz)
                  and case when viewing_until > cast(? as timestamptz) then viewing else person_id end = ?
                """, session.session(), now, now, session.actor().user());
    }

    public void end(long session) {
        dsl.fetchOptional("delete from user_session where id = ? returning person_id", session)
                .ifPresent(row -> Broadcast.send(dsl, ENDED, Long.toString(row.get("person_id", Long.class))));
    }

    /** A session as its owner sees it in a list. */
    public record Device(long id, String device, String address, Instant createdAt, Instant lastSeenAt) {}

    /** Where somebody is signed in, the most recently used first. */
    public List<Device> of(long person) {
        Instant now = clock.instant();
        return dsl.fetch("""
                select id, device, address, created_at, last_seen_at from user_session
                where person_id = ? and expires_at > cast(? as timestamptz) and last_seen_at > cast(? as timestamptz)
                order by last_seen_at desc, id desc
                """, person, now, now.minus(policy.get().idle()))
                .map(row -> new Device(
                        row.get("id", Long.class),
                        row.get("device", String.class),
                        row.get("address", String.class),
                        row.get("created_at", Instant.class),
                        row.get("last_seen_at", Instant.class)));
    }

    /** Ends one session of a person. */
    public void end(long person, long session) {
        if (!Rows.exist(dsl, "select from user_session where id = ? and person_id = ?", session, person)) {
            throw new Refusal.NotFound();
        }
        end(session);
    }

    /** Ends every session of a person but the one at hand. */
    public void endOthers(Identified.BySession kept) {
        dsl.transaction(transaction -> endOthers(transaction.dsl(), kept.actor().user(), kept.session()));
    }

    /** Ends every session of a person. */
    public void endAll(long person) {
        dsl.transaction(transaction -> endAll(transaction.dsl(), person));
    }

    /** Ends every session of a person but the one at hand. */
    static void endOthers(DSLContext dsl, long person, long kept) {
        dsl.execute("delete from user_session where person_id = ? and id <> ?", person, kept);
        Broadcast.send(dsl, ENDED, Long.toString(person));
    }

    /** What is left to be done first in a session. */
    static void owes(DSLContext dsl, long session, @Nullable Owed owed) {
        dsl.execute("update user_session set owes = ? where id = ?", owed == null ? null : owed.wire(), session);
    }

    static void endAll(DSLContext dsl, long person) {
        endOthers(dsl, person, 0);
    }

    /** Forgets the sessions that have run out. */
    void sweep() {
        Instant now = clock.instant();
        dsl.execute("""
                delete from user_session
                where expires_at <= cast(? as timestamptz) or last_seen_at <= cast(? as timestamptz)
                """, now, now.minus(policy.get().idle()));
    }

    private Identified.BySession seen(Record row, Instant now) {
        long id = row.get("id", Long.class);
        if (row.get("last_seen_at", Instant.class).isBefore(now.minus(SEEN_EVERY))) {
            dsl.execute("update user_session set last_seen_at = cast(? as timestamptz) where id = ?", now, id);
        }
        Identified.Viewing viewing = viewAs.now(row);
        long person = row.get(viewing == null ? "person_id" : "viewing", Long.class);
        var actor = organisation.get(row.get("organisation", Long.class)).actor(person);
        return new Identified.BySession(
                actor, id, row.get("csrf", String.class), viewing, Owed.of(row.get("owes", String.class)));
    }
}
