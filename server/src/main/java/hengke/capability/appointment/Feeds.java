package hengke.capability.appointment;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.paper.LinkSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secret links by which other calendars read along; one for each person, who may renew or revoke it. */
@Component
public final class Feeds {
    /** How exactly it is kept when a link was last read. */
    private static final Duration NOTED = Duration.ofMinutes(10);

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Clock clock;

    Feeds(DSLContext database, LiveOrganisation organisation, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A link that is in use. */
    public record Feed(Instant madeAt, @Nullable Instant readAt) {}

    public Optional<Feed> of(long person) {
        return Optional.ofNullable(
                        database.fetchOne("select made_at, read_at from calendar_feed where person = ?", person))
                .map(row -> new Feed(row.get("made_at", Instant.class), row.get("read_at", Instant.class)));
    }

    /** A new link; the one before leads nowhere from now on. */
    public LinkSecret renew(long person) {
        LinkSecret secret = LinkSecret.random();
        database.execute("""
                insert into calendar_feed (person, secret, made_at) values (?, ?, cast(? as timestamptz))
                on conflict (person) do update
                set secret = excluded.secret, made_at = excluded.made_at, read_at = null""", person, secret.hash(), clock.instant().toString());
        return secret;
    }

    public void revoke(long person) {
        database.execute("delete from calendar_feed where person = ?", person);
    }

    /** Whose link it is; nobody's once the person has left. */
    public Optional<Person> reader(LinkSecret secret) {
        return Optional.ofNullable(
                        database.fetchOne("select person from calendar_feed where secret = ?", (Object) secret.hash()))
                .flatMap(row -> organisation.get().person(row.get("person", Long.class)))
                .filter(Person::active);
    }

    public void noteRead(long person) {
        Instant now = clock.instant();
        database.execute("""
                update calendar_feed set read_at = cast(? as timestamptz)
                where person = ? and (read_at is null or read_at < cast(? as timestamptz))""", now.toString(), person, now.minus(NOTED).toString());
    }
}
