package hengke.kernel.identity;

import java.time.Clock;
import org.jooq.DSLContext;

/** Everything about accounts, put together over one database. */
public record Identity(
        LiveOrganisation organisation,
        People people,
        Departments departments,
        Roles roles,
        SharingRules sharingRules,
        Sessions sessions,
        ViewAs viewAs,
        AccessLog accessLog,
        SignIn signIn,
        ApiTokens apiTokens,
        Authorities authorities,
        Profile profile,
        FirstStart firstStart) {

    public static Identity over(DSLContext dsl, LiveOrganisation organisation, SessionPolicy policy, Clock clock) {
        var passwords = new Passwords();
        var changes = new OrganisationChanges(dsl, organisation);
        var people = new People(dsl, changes, passwords, clock);
        var viewAs = new ViewAs(dsl, organisation, clock);
        var sessions = new Sessions(dsl, organisation, policy, viewAs, clock);
        var tokens = new ApiTokens(dsl, organisation, clock);
        return new Identity(
                organisation,
                people,
                new Departments(changes, clock),
                new Roles(changes, clock),
                new SharingRules(changes, clock),
                sessions,
                viewAs,
                new AccessLog(dsl, clock),
                new SignIn(dsl, passwords, sessions, clock),
                tokens,
                new Authorities(organisation, tokens),
                new Profile(dsl, people, passwords),
                new FirstStart(dsl, changes, people, passwords, sessions, clock));
    }
}
