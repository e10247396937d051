package hengke.web.session;

import hengke.kernel.access.Access;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Person;
import hengke.kernel.files.FileSettings;
import hengke.kernel.identity.CompanySettings;
import hengke.kernel.identity.Identified;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.records.RecycleSettings;
import hengke.web.Labelled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a page needs to know about whoever is signed in. */
@Component
final class SessionView {
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final Access access;
    private final hengke.kernel.settings.Settings settings;

    SessionView(
            LiveOrganisation organisation, Profile profile, Access access, hengke.kernel.settings.Settings settings) {
        this.organisation = organisation;
        this.profile = profile;
        this.access = access;
        this.settings = settings;
    }

    /**
     * Who is signed in.
     *
     * @param owes what must be done before anything else
     * @param passwordEnds when the password must be replaced, where passwords do not last for good
     */
    record Shown(
            User user,
            @Nullable String csrf,
            @Nullable String owes,
            @Nullable Instant passwordEnds,
            Settings settings,
            ObjectNode preferences,
            @Nullable Viewer viewer) {}

    /** The administrator who looks as this user, and until when. */
    record Viewer(long id, String label, Instant until) {}

    record User(
            long id,
            String login,
            String name,
            @Nullable Labelled department,
            boolean administrator,
            boolean leads,
            List<String> pages) {}

    record Settings(
            String company,
            String shortName,
            String timeZone,
            String currency,
            String language,
            long maxUploadBytes,
            long recycleDays) {}

    Shown of(Identified identified) {
        Organisation now = organisation.get();
        Person person = now.person(identified.actor().user()).orElseThrow();
        Viewer viewer = viewer(now, identified);
        return new Shown(
                new User(
                        person.id(),
                        person.login(),
                        person.name(),
                        Labelled.departmentOrNull(now, person.department()),
                        now.administrator(identified.actor()),
                        !now.subordinates(person.id()).isEmpty(),
                        Arrays.stream(PageRight.values())
                                .filter(page -> access.opens(identified.actor(), page))
                                .map(PageRight::wire)
                                .toList()),
                identified instanceof Identified.BySession session ? session.csrf() : null,
                owes(identified),
                identified instanceof Identified.BySession && viewer == null
                        ? profile.passwordEnds(person.id()).orElse(null)
                        : null,
                new Settings(
                        now.company().name(),
                        now.company().shortName(),
                        now.company().timeZone().getId(),
                        now.company().currency(),
                        settings.get(CompanySettings.LANGUAGE),
                        FileSettings.mostBytes(settings),
                        settings.get(RecycleSettings.DAYS)),
                profile.preferences(viewer == null ? person.id() : viewer.id()),
                viewer);
    }

    private static @Nullable String owes(Identified identified) {
        return identified instanceof Identified.BySession session && session.owes() != null
                ? session.owes().wire()
                : null;
    }

    private static @Nullable Viewer viewer(Organisation now, Identified identified) {
        if (!(identified instanceof Identified.BySession session)) {
            return null;
        }
        Identified.Viewing viewing = session.viewing();
        return viewing == null
                ? null
                : new Viewer(
                        viewing.administrator(),
                        now.person(viewing.administrator()).orElseThrow().name(),
                        viewing.until());
    }
}
