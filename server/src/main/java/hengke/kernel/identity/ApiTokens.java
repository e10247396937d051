package hengke.kernel.identity;

import static java.util.stream.Collectors.toSet;

import hengke.kernel.access.TokenScope;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tokens by which people let programs act for them. */
public final class ApiTokens {
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final DSLContext dsl;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ApiTokens(DSLContext dsl, LiveOrganisation organisation, Clock clock) {
        this.dsl = dsl;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A token as its owner sees it in a list. */
    public record Token(
            long id,
            String name,
            Set<TokenScope> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A token that has just been made; its text is never shown again. */
    public record Issued(long id, String token) {}

    public Issued issue(long person, String name, Set<TokenScope> scopes, @Nullable Instant expiresAt) {
        Secret secret = Secret.random();
        long id = dsl.fetchSingle(
                        """
                insert into api_token (secret_hash, person_id, name, scopes, created_at, expires_at)
                values (?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz))
                returning id
                """,
                        secret.hash(),
                        person,
                        name,
                        scopes.stream().map(TokenScope::wire).sorted().toArray(String[]::new),
                        clock.instant(),
                        expiresAt)
                .get("id", Long.class);
        return new Issued(id, secret.text());
    }

    /** Who lets this token act, if it is still good and its owner may still sign in. */
    public Optional<Identified.ByToken> find(String token) {
        return find("secret_hash = ?", new Secret(token).hash());
    }

    /** The same, for work that was begun with it. */
    Optional<Identified.ByToken> find(long person, long id) {
        return find("api_token.id = ? and person_id = ?", id, person);
    }

    private Optional<Identified.ByToken> find(String which, Object... values) {
        Instant now = clock.instant();
        return dsl.fetchOptional(
                        """
                select api_token.id, person_id, scopes, last_used_at, organisation_version.version as organisation
                from api_token
                join person on person.id = person_id and person.active
                cross join organisation_version
                where (expires_at is null or expires_at > cast(? as timestamptz)) and """ + " " + which,
                        Stream.concat(Stream.of(now), Arrays.stream(values)).toArray())
                .map(row -> used(row, now));
    }

    public List<Token> of(long person) {
        return dsl.fetch("""
                select id, name, scopes, created_at, expires_at, last_used_at
                from api_token where person_id = ? order by id
                """, person)
                .map(row -> new Token(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        scopes(row),
                        row.get("created_at", Instant.class),
                        row.get("expires_at", Instant.class),
                        row.get("last_used_at", Instant.class)));
    }

    /** Takes back one's own token. */
    public void revoke(long person, long id) {
        if (dsl.execute("delete from api_token where id = ? and person_id = ?", id, person) == 0) {
            throw new Refusal.NotFound();
        }
    }

    private Identified.ByToken used(Record row, Instant now) {
        long id = row.get("id", Long.class);
        Instant last = row.get("last_used_at", Instant.class);
        if (last == null || last.isBefore(now.minus(USED_EVERY))) {
            dsl.execute("update api_token set last_used_at = cast(? as timestamptz) where id = ?", now, id);
        }
        var actor = organisation
                .get(row.get("organisation", Long.class))
                .actor(row.get("person_id", Long.class), scopes(row), id);
        return new Identified.ByToken(actor, id);
    }

    private static Set<TokenScope> scopes(Record row) {
        return Arrays.stream(row.get("scopes", String[].class))
                .flatMap(wire -> TokenScope.of(wire).stream())
                .collect(toSet());
    }
}
