package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.events.Broadcast;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * An administrator looks at the product as somebody else sees it, to check rights: for a while, in one session, without
 * changing anything, and written down.
 */
public final class ViewAs {
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final DSLContext dsl;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ViewAs(DSLContext dsl, LiveOrganisation organisation, Clock clock) {
        this.dsl = dsl;
        this.organisation = organisation;
        this.clock = clock;
    }

    public void begin(Identified.BySession session, long person, Origin origin) {
        Actor administrator = session.actor();
        if (!organisation.get().administrator(administrator)) {
            throw new Refusal.Forbidden(Message.of("access.administratorsOnly"));
        }
        if (person == administrator.user()
                || organisation.get().person(person).filter(Person::active).isEmpty()) {
            throw Refusal.Invalid.at("user", Message.of("identity.viewWhom"));
        }
        Instant now = clock.instant();
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            within.execute(
                    "update user_session set viewing = ?, viewing_until = cast(? as timestamptz) where id = ?",
                    person,
                    now.plus(LONGEST),
                    session.session());
            AccessLog.viewing(within, true, now, administrator.user(), person, origin);
            tell(within, administrator.user(), person);
        });
    }

    /** Ends it, if it has not ended already. */
    public void end(Identified.BySession session, Origin origin) {
        end(session.session(), clock.instant(), origin);
    }

    /** Whoever comes first, the click or the look at the time, ends it and writes it down. */
    void end(long session, Instant at, @Nullable Origin origin) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            within.fetchOptional(
                            "select person_id, viewing from user_session where id = ? and viewing is not null for update",
                            session)
                    .ifPresent(row -> {
                        long administrator = row.get("person_id", Long.class);
                        long person = row.get("viewing", Long.class);
                        within.execute(
                                "update user_session set viewing = null, viewing_until = null where id = ?", session);
                        AccessLog.viewing(within, false, at, administrator, person, origin);
                        tell(within, administrator, person);
                    });
        });
    }

    /** Whose eyes a session that was found looks through now; none when it is over. */
    Identified.@Nullable Viewing now(Record session) {
        Long person = session.get("viewing", Long.class);
        if (person == null) {
            return null;
        }
        Instant until = session.get("viewing_until", Instant.class);
        long administrator = session.get("person_id", Long.class);
        var known = organisation.get(session.get("organisation", Long.class));
        boolean may = known.administrator(known.actor(administrator))
                && known.person(person).filter(Person::active).isPresent();
        Instant now = clock.instant();
        if (may && now.isBefore(until)) {
            return new Identified.Viewing(administrator, until);
        }
        end(session.get("id", Long.class), now.isBefore(until) ? now : until, null);
        return null;
    }

    /** The open streams of the session speak to another person from now on, so they begin anew. */
    private static void tell(DSLContext within, long administrator, long person) {
        Broadcast.send(within, Sessions.ENDED, Long.toString(administrator));
        Broadcast.send(within, Sessions.ENDED, Long.toString(person));
    }
}
