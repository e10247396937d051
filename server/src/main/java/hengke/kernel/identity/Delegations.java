package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Delegation;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;

/** Who acts for whom while somebody is away, as the person concerned or an administrator decides. */
public final class Delegations {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final OrganisationChanges changes;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Delegations(OrganisationChanges changes, LiveOrganisation organisation, Clock clock) {
        this.changes = changes;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Those of a person that are not over: who acts for them, and for whom they act. */
    public List<Delegation> of(Actor asker, long person) {
        requireConcerned(asker, person);
        return organisation.refresh().delegations().stream()
                .filter(one -> one.person() == person || one.delegate() == person)
                .filter(one -> clock.instant().isBefore(one.until()))
                .sorted(Comparator.comparing(Delegation::from))
                .toList();
    }

    /** Lets a colleague act for somebody; answers the id. */
    public long add(Actor by, long person, long delegate, Instant from, Instant until) {
        requireConcerned(by, person);
        return changes.apply(by, within -> {
            check(within, person, delegate, from, until);
            return within.fetchSingle("""
                    insert into delegation (person_id, delegate_id, starts_at, ends_at, created_at, created_by)
                    values (?, ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), ?)
                    returning id
                    """, person, delegate, from, until, clock.instant(), by.user())
                    .get("id", Long.class);
        });
    }

    /** Ends it now; what has not begun yet never will. */
    public void end(Actor by, long person, long id) {
        requireConcerned(by, person);
        changes.apply(by, within -> {
            Instant now = clock.instant();
            int ended = within.execute("""
                    update delegation
                    set ends_at = greatest(starts_at, cast(? as timestamptz))
                    where id = ? and person_id = ? and ends_at > cast(? as timestamptz)
                    """, now, id, person, now);
            if (ended == 0) {
                throw new Refusal.NotFound();
            }
            return ended;
        });
    }

    /** Of others than oneself only administrators know; a token does not decide about its owner. */
    private void requireConcerned(Actor actor, long person) {
        boolean oneself = actor.user() == person && actor.token() == null;
        if (!oneself && !organisation.get().administrator(actor)
                || organisation
                        .get()
                        .person(person)
                        .filter(found -> found.id() > 0)
                        .isEmpty()) {
            throw new Refusal.NotFound();
        }
    }

    private void check(DSLContext within, long person, long delegate, Instant from, Instant until) {
        List<FieldError> errors = new ArrayList<>();
        if (delegate == person
                || organisation.get().person(delegate).filter(Person::active).isEmpty()) {
            errors.add(FieldError.of("delegate", Message.of("identity.noDelegate")));
        }
        if (!until.isAfter(from) || !until.isAfter(clock.instant())) {
            errors.add(FieldError.of("until", Message.of("identity.delegationEnd")));
        } else if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            errors.add(FieldError.of("until", Message.of("identity.delegationLong", LONGEST.toDays())));
        } else if (Rows.exist(within, """
                select from delegation
                where person_id = ? and starts_at < cast(? as timestamptz) and ends_at > cast(? as timestamptz)
                  and ends_at > starts_at
                """, person, until, from)) {
            errors.add(FieldError.of("from", Message.of("identity.delegationTwice")));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
