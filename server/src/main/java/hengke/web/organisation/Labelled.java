package hengke.web.organisation;

import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An id with what it is called. */
record Labelled(long id, String label) {
    static Labelled of(Person person) {
        return new Labelled(person.id(), person.name());
    }

    static Labelled of(Department department) {
        return new Labelled(department.id(), department.name());
    }

    static Labelled of(Role role) {
        return new Labelled(role.id(), role.name());
    }

    static @Nullable Labelled person(Organisation organisation, @Nullable Long id) {
        return Optional.ofNullable(id)
                .flatMap(organisation::person)
                .map(Labelled::of)
                .orElse(null);
    }

    static @Nullable Labelled department(Organisation organisation, @Nullable Long id) {
        return Optional.ofNullable(id)
                .flatMap(organisation::department)
                .map(Labelled::of)
                .orElse(null);
    }
}
