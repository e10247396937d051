package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.AccessDifference;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a change of a role would open and close before it is saved. */
@Component
final class RolePreview {
    /** So many holders of the role are looked at; for the others it is much the same. */
    private static final int MOST = 20;

    private static final Page.Count NONE = new Page.Count(0, true);

    private static final Set<Verb> COUNTED = Set.of(Verb.READ, Verb.EDIT, Verb.DELETE, Verb.EXPORT, Verb.TRANSFER);

    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Access access;
    private final DSLContext database;

    RolePreview(LiveOrganisation organisation, LiveCatalog catalog, Access access, DSLContext database) {
        this.organisation = organisation;
        this.catalog = catalog;
        this.access = access;
        this.database = database;
    }

    /**
     * @param people how many hold the role
     * @param examined how many of them were looked at
     */
    record Shown(long people, long examined, List<OfVerb> verbs, List<OfField> fields) {}

    /** Counts are null for verbs that reach no records that are there, and where counting took too long. */
    record OfVerb(
            String object,
            String label,
            String verb,
            boolean counted,
            int gained,
            int lost,
            Page.@Nullable Count opened,
            Page.@Nullable Count closed) {

        /** A scope may change and reach the same records all the same. */
        boolean matters() {
            return gained + lost > 0 || counted && !(NONE.equals(opened) && NONE.equals(closed));
        }
    }

    record OfField(String object, String objectLabel, String field, String label, String from, String to, int people) {}

    Shown of(Role draft, Language language) {
        Organisation now = organisation.get();
        Organisation then = now.with(draft);
        List<Person> holders = now.people().stream()
                .filter(person -> person.active() && person.roles().contains(draft.id()))
                .toList();
        List<Actor> examined = holders.stream()
                .limit(MOST)
                .map(person -> now.actor(person.id()))
                .toList();
        var difference = new AccessDifference(database, access, access.over(then), examined);
        List<OfVerb> verbs = new ArrayList<>();
        List<OfField> fields = new ArrayList<>();
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.application() != null) {
                for (Verb verb : Verb.values()) {
                    difference
                            .of(object, verb)
                            .map(found -> verb(object, found, language))
                            .filter(OfVerb::matters)
                            .ifPresent(verbs::add);
                }
                difference.fields(object).forEach(found -> fields.add(field(object, found, language)));
            }
        }
        return new Shown(holders.size(), examined.size(), verbs, fields);
    }

    private static OfVerb verb(ObjectDefinition object, AccessDifference.OfVerb found, Language language) {
        boolean counted = COUNTED.contains(found.verb());
        return new OfVerb(
                object.name(),
                object.label().in(language),
                found.verb().wire(),
                counted,
                found.gained(),
                found.lost(),
                counted ? found.opened() : null,
                counted ? found.closed() : null);
    }

    private static OfField field(ObjectDefinition object, AccessDifference.OfField found, Language language) {
        return new OfField(
                object.name(),
                object.label().in(language),
                found.field().name(),
                found.field().label().in(language),
                found.from().wire(),
                found.to().wire(),
                found.people());
    }
}
