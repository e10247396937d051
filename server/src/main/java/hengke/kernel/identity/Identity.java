package hengke.kernel.identity;

import hengke.kernel.access.Company;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Everything about accounts, put together over one database. */
public record Identity(
        LiveOrganisation organisation,
        People people,
        Departments departments,
        Roles roles,
        SharingRules sharingRules,
        PeopleGroups groups,
        Sessions sessions,
        ViewAs viewAs,
        AccessLog accessLog,
        SignIn signIn,
        ApiTokens apiTokens,
        Authorities authorities,
        Profile profile,
        FirstStart firstStart,
        PasswordLinks passwordLinks,
        PasswordRequests passwordRequests,
        SecondFactors secondFactors,
        Newcomers newcomers,
        Delegations delegations,
        Posts posts,
        ProviderSignIn providerSignIn,
        RegionPosts regionPosts) {

    /** With what is demanded of sessions and passwords where nothing is decided. */
    public static Identity over(
            DSLContext dsl,
            LiveOrganisation organisation,
            SessionPolicy policy,
            Supplier<SecondFactorDuty> duty,
            Clock clock) {
        return over(
                dsl,
                organisation,
                new Demands(() -> policy, () -> PasswordPolicy.STANDARD, duty, Optional::empty),
                clock);
    }

    /** What the company demands of whoever signs in, and the provider who may do so for it; asked each time. */
    record Demands(
            Supplier<SessionPolicy> sessions,
            Supplier<PasswordPolicy> passwords,
            Supplier<SecondFactorDuty> duty,
            Supplier<Optional<ProviderSettings>> provider) {}

    static Identity over(DSLContext dsl, LiveOrganisation organisation, Demands demands, Clock clock) {
        var passwords = new Passwords(demands.passwords(), () -> {
            Company company = organisation.get().company();
            return List.of(company.name(), company.shortName());
        });
        var history = new PasswordHistory(dsl, passwords, demands.passwords());
        var changes = new OrganisationChanges(dsl, organisation, clock);
        var people = new People(dsl, changes, passwords, history, clock);
        var viewAs = new ViewAs(dsl, organisation, clock);
        var sessions = new Sessions(dsl, organisation, demands.sessions(), viewAs, clock);
        var tokens = new ApiTokens(dsl, organisation, clock);
        var throttle = new SignInThrottle(dsl, clock);
        var departments = new Departments(changes, clock);
        var secondFactors = new SecondFactors(dsl, organisation, changes, throttle, demands.duty(), clock);
        var duties = new Duties(dsl, secondFactors, demands.passwords(), clock);
        var links = new PasswordLinks(dsl, changes, people, throttle, secondFactors, duties, sessions, clock);
        return new Identity(
                organisation,
                people,
                departments,
                new Roles(changes, clock),
                new SharingRules(changes, clock),
                new PeopleGroups(changes, clock),
                sessions,
                viewAs,
                new AccessLog(dsl, clock),
                new SignIn(dsl, passwords, throttle, secondFactors, duties, sessions),
                tokens,
                new Authorities(organisation, tokens),
                new Profile(dsl, people, passwords, duties),
                new FirstStart(dsl, changes, people, passwords, sessions, clock),
                links,
                new PasswordRequests(dsl, links, clock),
                secondFactors,
                new Newcomers(changes, people, departments, links),
                new Delegations(changes, organisation, clock),
                new Posts(organisation, changes),
                new ProviderSignIn(dsl, changes, people, sessions, throttle, demands.provider(), clock),
                new RegionPosts(changes));
    }
}
