package hengke.automation;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the people a step speaks of, for one record; whoever has left is none of them. */
@Component
final class FindPeople {
    private final LiveOrganisation organisation;

    FindPeople(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    List<Long> of(Whom whom, ObjectDefinition object, Row row) {
        Organisation now = organisation.get();
        Set<Long> found = new LinkedHashSet<>();
        Long owner = object.has(Owned.class) ? row.get(Owned.OWNER) : null;
        if (owner != null && whom.owner()) {
            found.add(owner);
        }
        if (owner != null && whom.superior()) {
            now.superior(owner).map(Person::id).ifPresent(found::add);
        }
        whom.fields()
                .forEach(name -> object.field(name)
                        .map((Field<?> field) -> row.get(field))
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .ifPresent(found::add));
        found.addAll(whom.people());
        now.people().stream()
                .filter(person -> person.roles().stream().anyMatch(whom.roles()::contains))
                .map(Person::id)
                .forEach(found::add);
        return found.stream()
                .filter(id -> id > 0 && now.person(id).filter(Person::active).isPresent())
                .toList();
    }
}
