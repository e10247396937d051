package hengke.kernel.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in by a provider of identities (OpenID Connect: authorization code, PKCE, state and nonce). People are known
 * by the subject the provider gave them, at first by an e-mail address the provider has verified. The provider answers
 * for second steps.
 */
public final class ProviderSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final Duration EXPECTED_BACK = Duration.ofMinutes(10);
    /** An address within this site: no other host, by no spelling. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");

    private final DSLContext dsl;
    private final OrganisationChanges changes;
    private final People people;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Supplier<Optional<ProviderSettings>> settings;
    private final Clock clock;

    ProviderSignIn(
            DSLContext dsl,
            OrganisationChanges changes,
            People people,
            Sessions sessions,
            SignInThrottle throttle,
            Supplier<Optional<ProviderSettings>> settings,
            Clock clock) {
        this.dsl = dsl;
        this.changes = changes;
        this.people = people;
        this.sessions = sessions;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Where a browser is sent.
     *
     * @param state what it must bring back, kept in a cookie so that nobody else can come back in its place
     */
    public record Sent(String address, String state) {}

    /** Who came back, and where they wanted to go. */
    public record Returned(Sessions.Begun session, String next) {}

    /** What the button on the sign-in page says; nothing without a provider. */
    public Optional<String> label() {
        return settings.get().map(ProviderSettings::label);
    }

    /** Sends a browser to the provider; nowhere when there is none or it does not answer. */
    public Optional<Sent> send(String redirect, String next) {
        return settings.get().flatMap(provider -> {
            try {
                String authorization = new OpenIdProvider(provider).metadata().authorization();
                return Optional.of(sent(provider, authorization, redirect, next));
            } catch (OpenIdProvider.Unfit unfit) {
                LOG.warn("{}: {}", provider, unfit.getMessage());
                return Optional.empty();
            }
        });
    }

    private Sent sent(ProviderSettings provider, String authorization, String redirect, String next) {
        String state = Secret.random().text();
        String nonce = Secret.random().text();
        Secret verifier = Secret.random();
        dsl.execute(
                "delete from provider_visit where began_at < cast(? as timestamptz)",
                clock.instant().minus(EXPECTED_BACK));
        dsl.execute(
                "insert into provider_visit (state_hash, nonce, verifier, next, began_at) values (?, ?, ?, ?, cast(? as timestamptz))",
                new Secret(state).hash(),
                nonce,
                verifier.text(),
                LOCAL.matcher(next).matches() ? next : "/",
                clock.instant());
        String query = OpenIdProvider.form(Map.of(
                "response_type",
                "code",
                "client_id",
                provider.client(),
                "redirect_uri",
                redirect,
                "scope",
                "openid email profile",
                "state",
                state,
                "nonce",
                nonce,
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(verifier.hash()),
                "code_challenge_method",
                "S256"));
        return new Sent(authorization + (authorization.contains("?") ? "&" : "?") + query, state);
    }

    /** Takes in a browser that comes back with a code; nobody when anything about it is not right. */
    public Optional<Returned> receive(String state, String code, String redirect, Origin origin) {
        Optional<ProviderSettings> provider = settings.get();
        Optional<Record> visit = dsl.fetchOptional(
                "delete from provider_visit where state_hash = ? returning nonce, verifier, next, began_at",
                (Object) new Secret(state).hash());
        if (provider.isEmpty()
                || visit.isEmpty()
                || visit.get()
                        .get("began_at", Instant.class)
                        .isBefore(clock.instant().minus(EXPECTED_BACK))) {
            return Optional.empty();
        }
        try {
            JWTClaimsSet claims = new OpenIdProvider(provider.get())
                    .claims(
                            code,
                            redirect,
                            visit.get().get("verifier", String.class),
                            visit.get().get("nonce", String.class));
            return person(provider.get(), claims)
                    .map(person ->
                            new Returned(begin(person, origin), visit.get().get("next", String.class)));
        } catch (OpenIdProvider.Unfit | Refusal unfit) {
            LOG.warn("{}: {}", provider.get(), unfit.getMessage());
            return Optional.empty();
        }
    }

    private Sessions.Begun begin(long person, Origin origin) {
        String login =
                dsl.fetchSingle("select login from person where id = ?", person).get("login", String.class);
        throttle.succeeded(throttle.note(login, origin), person);
        return sessions.begin(person, origin, null);
    }

    /** The person the provider speaks of: known by subject, else by verified address, else new if that is wanted. */
    private Optional<Long> person(ProviderSettings provider, JWTClaimsSet claims) {
        Optional<Record> linked = dsl.fetchOptional("""
                select person.id, active from provider_subject join person on person.id = person_id
                where issuer = ? and subject = ?
                """, provider.issuer(), claims.getSubject());
        if (linked.isPresent()) {
            return linked.filter(row -> row.get("active", Boolean.class)).map(row -> row.get("id", Long.class));
        }
        String email = claims.getClaim("email") instanceof String address ? address.strip() : "";
        if (email.isEmpty() || !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
            return Optional.empty();
        }
        List<Record> known = dsl.fetch("select id, active from person where lower(email) = lower(?) and id > 0", email);
        if (known.isEmpty() && provider.creates()) {
            return Optional.of(created(provider, claims, email));
        }
        return known.size() == 1 && known.getFirst().get("active", Boolean.class)
                ? Optional.of(link(dsl, provider, claims, known.getFirst().get("id", Long.class)))
                : Optional.empty();
    }

    /** Without a password; never an administrator. */
    private long created(ProviderSettings provider, JWTClaimsSet claims, String email) {
        String name = claims.getClaim("name") instanceof String given && !given.isBlank() ? given.strip() : email;
        return changes.apply(Actor.SYSTEM, within -> {
            Set<Long> roles = Set.copyOf(within.fetch(
                            "select id from role where lower(name) = lower(?) and not administrator", provider.role())
                    .getValues("id", Long.class));
            Long department = within
                    .fetch("select id from department where lower(name) = lower(?)", provider.department())
                    .getValues("id", Long.class)
                    .stream()
                    .findFirst()
                    .orElse(null);
            Person person = new Person(
                    0,
                    email,
                    name.substring(0, Math.min(name.length(), 100)),
                    email,
                    null,
                    department,
                    null,
                    List.of(),
                    true,
                    roles,
                    0);
            return link(within, provider, claims, people.insert(within, Actor.SYSTEM, person, null));
        });
    }

    private long link(DSLContext within, ProviderSettings provider, JWTClaimsSet claims, long person) {
        within.execute("""
                insert into provider_subject (issuer, subject, person_id, linked_at)
                values (?, ?, ?, cast(? as timestamptz)) on conflict do nothing
                """, provider.issuer(), claims.getSubject(), person, clock.instant());
        return person;
    }
}
