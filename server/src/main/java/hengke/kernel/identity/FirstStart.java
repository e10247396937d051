package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.settings.SettingChanges;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How the first administrator comes into an empty installation: by the environment or by a link that works once. */
public final class FirstStart {
    private final DSLContext dsl;
    private final OrganisationChanges changes;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    FirstStart(
            DSLContext dsl,
            OrganisationChanges changes,
            People people,
            Passwords passwords,
            Sessions sessions,
            Clock clock) {
        this.dsl = dsl;
        this.changes = changes;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Published when somebody has set up by the link. */
    public record Done() {}

    /** Is there nobody yet? */
    public boolean needed() {
        return needed(dsl);
    }

    /** Makes the first administrator from the settings of whoever runs the installation. */
    public void createAdministrator(String login, String password) {
        String hash = passwords.hash(password);
        changes.make(Actor.SYSTEM, within -> needed(within) ? insert(within, login, login, hash) : 0);
    }

    /** Why a password from the settings is a weak one, if it is: it is used all the same. */
    public boolean weak(String login, String password) {
        return passwords.fault("password", password, login).isPresent();
    }

    /** A new token for the set-up link; any earlier one keeps working until somebody has set up. */
    public String issueLink() {
        Secret secret = Secret.random();
        dsl.execute(
                "insert into setup_token (secret_hash, created_at) values (?, cast(? as timestamptz))",
                secret.hash(),
                clock.instant());
        return secret.text();
    }

    /** Makes the first administrator for somebody who has the link, and signs in. */
    public Sessions.Begun setUp(
            String token, String login, String password, String name, String company, Origin origin) {
        requireLink(dsl, token);
        passwords.fault("password", password, login).ifPresent(fault -> {
            throw new Invalid(List.of(fault));
        });
        String hash = passwords.hash(password);
        long person = changes.make(Actor.SYSTEM, within -> {
            requireLink(within, token);
            within.execute("delete from setup_token");
            SettingChanges.decide(within, clock.instant(), CompanySettings.NAME, company);
            return insert(within, login, name, hash);
        });
        return sessions.begin(person, origin, null);
    }

    private static void requireLink(DSLContext dsl, String token) {
        if (!needed(dsl)) {
            throw new Refusal.Conflict("alreadySetUp", Message.of("identity.alreadySetUp"), Map.of());
        }
        if (!Rows.exist(dsl, "select from setup_token where secret_hash = ?", (Object) new Secret(token).hash())) {
            throw new Refusal.Forbidden(Message.of("identity.setUpLink"));
        }
    }

    private static boolean needed(DSLContext dsl) {
        return !Rows.exist(dsl, "select from person where id > 0");
    }

    private long insert(DSLContext within, String login, String name, @Nullable String hash) {
        Set<Long> administrators =
                within.fetch("select id from role where administrator").intoSet("id", Long.class);
        return people.insert(
                within,
                Actor.SYSTEM,
                new Person(0, login, name, null, null, null, null, List.of(), true, administrators, 0),
                hash);
    }
}
