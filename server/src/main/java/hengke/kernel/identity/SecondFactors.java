package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The second step of signing in: a code of an app, or one of the recovery codes written down for the day it is lost. */
public final class SecondFactors {
    private static final int RECOVERY_CODES = 10;

    private final DSLContext dsl;
    private final LiveOrganisation organisation;
    private final OrganisationChanges changes;
    private final SignInThrottle throttle;
    private final Supplier<SecondFactorDuty> duty;
    private final Clock clock;

    SecondFactors(
            DSLContext dsl,
            LiveOrganisation organisation,
            OrganisationChanges changes,
            SignInThrottle throttle,
            Supplier<SecondFactorDuty> duty,
            Clock clock) {
        this.dsl = dsl;
        this.organisation = organisation;
        this.changes = changes;
        this.throttle = throttle;
        this.duty = duty;
        this.clock = clock;
    }

    /**
     * How it stands with somebody.
     *
     * @param required whether the company demands it of them
     */
    public record State(boolean on, int recoveryCodes, boolean required) {}

    /**
     * A secret that waits to be confirmed by a first code.
     *
     * @param secret to be typed into an app
     * @param address the same as apps read it from a picture
     */
    public record Begun(String secret, String address) {}

    public State state(Actor actor) {
        Record row = dsl.fetchSingle("""
                select exists (select from second_factor where person_id = ? and confirmed_at is not null) as is_on,
                       (select count(*) from recovery_code where person_id = ?) as codes
                """, actor.user(), actor.user());
        return new State(row.get("is_on", Boolean.class), row.get("codes", Integer.class), required(actor));
    }

    /** A new secret; the one there was, if it never was confirmed, is forgotten. */
    public Begun begin(Actor actor) {
        Totp totp = Totp.random();
        int made = dsl.execute("""
                insert into second_factor (person_id, secret, created_at) values (?, ?, cast(? as timestamptz))
                on conflict (person_id) do update set secret = excluded.secret, created_at = excluded.created_at
                where second_factor.confirmed_at is null
                """, actor.user(), totp.secret(), clock.instant());
        if (made == 0) {
            throw new Refusal.Conflict("alreadyOn", Message.of("identity.secondFactorOn"), Map.of());
        }
        return new Begun(totp.text(), address(actor, totp));
    }

    /** Turns it on with a first code; answers the recovery codes, which are never told again. */
    public List<String> confirm(Identified.BySession session, String code, Origin origin) {
        long person = session.actor().user();
        return guarded(
                person,
                origin,
                () -> dsl.transactionResult(transaction -> {
                    DSLContext within = transaction.dsl();
                    requireApp(within, person, code, false);
                    within.execute(
                            "update second_factor set confirmed_at = cast(? as timestamptz) where person_id = ?",
                            clock.instant(),
                            person);
                    within.execute(
                            "update user_session set owes = null where person_id = ? and owes = 'secondFactor'",
                            person);
                    Sessions.endOthers(within, person, session.session());
                    return newRecoveryCodes(within, person);
                }));
    }

    /** New recovery codes; those before are dead. */
    public List<String> renewRecoveryCodes(Actor actor, String code, Origin origin) {
        return guarded(
                actor.user(),
                origin,
                () -> dsl.transactionResult(transaction -> {
                    requireApp(transaction.dsl(), actor.user(), code, true);
                    return newRecoveryCodes(transaction.dsl(), actor.user());
                }));
    }

    /** Turns one's own off, unless the company demands it. */
    public void turnOff(Actor actor, String code, Origin origin) {
        if (required(actor)) {
            throw new Refusal.Forbidden(Message.of("identity.secondFactorRequired"));
        }
        guarded(actor.user(), origin, () -> {
            if (!accepts(actor.user(), code)) {
                throw wrong();
            }
            return dsl.execute("delete from second_factor where person_id = ?", actor.user());
        });
    }

    /** Takes it away from somebody who has lost both app and codes; their sessions end. */
    public void reset(Actor by, long person) {
        changes.requireAdministrator(by);
        dsl.transaction(transaction -> {
            if (transaction.dsl().execute("delete from second_factor where person_id = ?", person) == 0) {
                throw new Refusal.NotFound();
            }
            Sessions.endAll(transaction.dsl(), person);
        });
    }

    /** Does signing in as this person need a code? */
    boolean guards(long person) {
        return Rows.exist(dsl, "select from second_factor where person_id = ? and confirmed_at is not null", person);
    }

    /** Does the company demand one that is not set up yet? */
    boolean owed(long person) {
        return required(organisation.refresh().actor(person)) && !guards(person);
    }

    /** Uses a code up, of the app or of the recovery codes, if it is a good one. */
    boolean accepts(long person, String code) {
        String digits = code.replaceAll("[\\s-]", "");
        return used(dsl, person, digits, true) || recovered(person, digits);
    }

    static Refusal missing() {
        return new Refusal.Unauthenticated("codeRequired", Message.of("identity.codeRequired"));
    }

    static Refusal refused() {
        return new Refusal.Unauthenticated("codeWrong", Message.of("identity.codeWrong"));
    }

    private boolean required(Actor actor) {
        return switch (duty.get()) {
            case NOBODY -> false;
            case ADMINISTRATORS -> organisation.get().administrator(actor);
            case EVERYBODY -> true;
        };
    }

    /** Codes tried in a session are counted together with those tried at the door. */
    private <T> T guarded(long person, Origin origin, Supplier<T> deed) {
        String login =
                dsl.fetchSingle("select login from person where id = ?", person).get("login", String.class);
        long attempt = throttle.admit(login, origin);
        T done = deed.get();
        throttle.withdraw(attempt);
        return done;
    }

    private void requireApp(DSLContext within, long person, String code, boolean confirmed) {
        if (!used(within, person, code.replaceAll("\\s", ""), confirmed)) {
            throw wrong();
        }
    }

    private static Invalid wrong() {
        return Invalid.at("code", Message.of("identity.codeWrong"));
    }

    /** Of two who send the same code at the same time, one has used it. */
    private boolean used(DSLContext within, long person, String code, boolean confirmed) {
        Optional<Record> row = within.fetchOptional(
                "select secret, last_step from second_factor where person_id = ? and (confirmed_at is not null) = ?",
                person,
                confirmed);
        return row.flatMap(found -> new Totp(found.get("secret", byte[].class))
                        .step(code, clock.instant(), found.get("last_step", Long.class)))
                .filter(step -> within.execute(
                                "update second_factor set last_step = ? where person_id = ? and last_step < ?",
                                step,
                                person,
                                step)
                        == 1)
                .isPresent();
    }

    private boolean recovered(long person, String code) {
        return dsl.execute(
                        "delete from recovery_code where person_id = ? and code_hash = ?",
                        person,
                        recoveryHash(person, code))
                == 1;
    }

    private static List<String> newRecoveryCodes(DSLContext within, long person) {
        within.execute("delete from recovery_code where person_id = ?", person);
        List<String> codes = Stream.generate(Totp::random)
                .limit(RECOVERY_CODES)
                .map(SecondFactors::shown)
                .toList();
        codes.forEach(code -> within.execute(
                "insert into recovery_code (person_id, code_hash) values (?, ?)",
                person,
                recoveryHash(person, code.replace("-", ""))));
        return codes;
    }

    /** Ten letters and digits, 50 bits, in two groups. */
    private static String shown(Totp random) {
        String text = random.text().toLowerCase(Locale.ROOT);
        return text.substring(0, 5) + "-" + text.substring(5, 10);
    }

    private static byte[] recoveryHash(long person, String code) {
        return new Secret(person + ":" + code.toLowerCase(Locale.ROOT)).hash();
    }

    private String address(Actor actor, Totp totp) {
        String company = organisation.get().company().name();
        String issuer = company.isBlank() ? "恒客 CRM" : company;
        String login = organisation.get().person(actor.user()).orElseThrow().login();
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(issuer), encoded(login), totp.text(), encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
