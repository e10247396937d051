package hengke.kernel.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Access;
import hengke.kernel.access.Circumstance;
import hengke.kernel.events.Broadcast;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingWatch;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    LiveOrganisation liveOrganisation(DSLContext dsl, Clock clock, Broadcast broadcast) {
        LiveOrganisation organisation = new LiveOrganisation(dsl, clock);
        broadcast.listen(OrganisationChanges.CHANNEL, organisation);
        return organisation;
    }

    @Bean
    SettingGroup companySettings() {
        return CompanySettings.GROUP;
    }

    @Bean
    CompanyLogo companyLogo(DSLContext dsl, SettingChanges changes) {
        return new CompanyLogo(dsl, changes);
    }

    /** The organisation speaks of the company's clock and money: whoever holds it must read it again. */
    @Bean
    SettingWatch organisationFollowsCompany() {
        return (within, names) -> {
            if (CompanySettings.describe(names)) {
                OrganisationChanges.tellChanged(within);
            }
        };
    }

    @Bean
    FollowingSettings followingSettings(LiveCatalog catalog, Settings settings) {
        return new FollowingSettings(catalog, settings);
    }

    @Bean
    Access access(
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Clock clock,
            ObjectProvider<Circumstance> capabilities,
            FollowingSettings following) {
        return new Access(
                catalog, organisation, clock, capabilities.orderedStream().toList(), following);
    }

    @Bean
    SettingGroup signInSettings() {
        return SignInSettings.GROUP;
    }

    @Bean
    Identity identity(DSLContext dsl, LiveOrganisation organisation, Settings settings, Clock clock) {
        return Identity.over(
                dsl,
                organisation,
                new Identity.Demands(
                        () -> SignInSettings.sessions(settings),
                        () -> SignInSettings.passwords(settings),
                        () -> SignInSettings.duty(settings),
                        () -> ProviderSettings.of(settings)),
                clock);
    }

    @Bean
    Sessions sessions(Identity identity) {
        return identity.sessions();
    }

    @Bean
    RecurringTask<Void> forgetEndedSessions(Identity identity) {
        return Tasks.recurring("forget-ended-sessions", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> identity.sessions().sweep());
    }

    @Bean
    RecurringTask<Void> forgetPasswordRequests(Identity identity) {
        return Tasks.recurring("forget-password-requests", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> identity.passwordRequests().sweep());
    }

    @Bean
    ViewAs viewAs(Identity identity) {
        return identity.viewAs();
    }

    @Bean
    AccessLog accessLog(Identity identity) {
        return identity.accessLog();
    }

    @Bean
    SignIn signIn(Identity identity) {
        return identity.signIn();
    }

    @Bean
    FirstStart firstStart(Identity identity) {
        return identity.firstStart();
    }

    @Bean
    PasswordLinks passwordLinks(Identity identity) {
        return identity.passwordLinks();
    }

    @Bean
    PasswordRequests passwordRequests(Identity identity) {
        return identity.passwordRequests();
    }

    @Bean
    SecondFactors secondFactors(Identity identity) {
        return identity.secondFactors();
    }

    @Bean
    Newcomers newcomers(Identity identity) {
        return identity.newcomers();
    }

    @Bean
    Delegations delegations(Identity identity) {
        return identity.delegations();
    }

    @Bean
    Posts posts(Identity identity) {
        return identity.posts();
    }

    @Bean
    SettingGroup providerSettings() {
        return ProviderSettings.GROUP;
    }

    @Bean
    ProviderSignIn providerSignIn(Identity identity) {
        return identity.providerSignIn();
    }

    @Bean
    Profile profile(Identity identity) {
        return identity.profile();
    }

    @Bean
    ApiTokens apiTokens(Identity identity) {
        return identity.apiTokens();
    }

    @Bean
    Authorities authorities(Identity identity) {
        return identity.authorities();
    }

    @Bean
    People people(Identity identity) {
        return identity.people();
    }

    @Bean
    Departments departments(Identity identity) {
        return identity.departments();
    }

    @Bean
    RegionPosts regionPosts(Identity identity) {
        return identity.regionPosts();
    }

    @Bean
    Roles roles(Identity identity) {
        return identity.roles();
    }

    @Bean
    SharingRules sharingRules(Identity identity) {
        return identity.sharingRules();
    }

    @Bean
    PeopleGroups peopleGroups(Identity identity) {
        return identity.groups();
    }
}
