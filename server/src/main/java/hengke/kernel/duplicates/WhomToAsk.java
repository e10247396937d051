package hengke.kernel.duplicates;

import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.settings.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Names somebody who can tell about a record that its asker may not see: as the company has decided, no more. */
public final class WhomToAsk {
    private static final int HIGHEST = 20;

    private final Pages pages;
    private final Supplier<Organisation> organisation;
    private final Settings settings;

    WhomToAsk(Pages pages, Supplier<Organisation> organisation, Settings settings) {
        this.pages = pages;
        this.organisation = organisation;
        this.settings = settings;
    }

    /** By record, an active person to ask; of some there may be none. */
    public Map<Long, Person> of(ObjectDefinition object, Collection<Long> records) {
        String ask = settings.get(DuplicateSettings.ASK);
        Map<Long, Person> people = new HashMap<>();
        if (records.isEmpty() || ask.equals(DuplicateSettings.NOBODY)) {
            return people;
        }
        Field<?> owner =
                object.has("owned") ? object.field("owner").orElse(SystemFields.CREATED_BY) : SystemFields.CREATED_BY;
        pages.byIds(object, Visibility.EVERYTHING, records, List.of(owner)).forEach(row -> {
            if (row.get(owner) instanceof Long id) {
                organisation
                        .get()
                        .person(id)
                        .flatMap(person -> ask.equals(DuplicateSettings.OWNER) ? Optional.of(person) : head(person))
                        .filter(Person::active)
                        .ifPresent(person -> people.put(row.id(), person));
            }
        });
        return people;
    }

    /** Who leads the person's department, or the one above where the person leads it or nobody does. */
    private Optional<Person> head(Person person) {
        Organisation now = organisation.get();
        Optional<Department> department =
                Optional.ofNullable(person.department()).flatMap(now::department);
        for (int up = 0; department.isPresent() && up < HIGHEST; up++) {
            Long head = department.get().head();
            if (head != null && head != person.id()) {
                return now.person(head);
            }
            department = Optional.ofNullable(department.get().parent()).flatMap(now::department);
        }
        return Optional.empty();
    }
}
