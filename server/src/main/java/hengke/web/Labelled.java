package hengke.web;

import hengke.kernel.access.Department;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** An id with what it is called, as answers name people and other things; {@code Labelled} in the description too. */
public record Labelled(long id, String label) {

    /** Somebody. */
    public static Labelled of(Person person) {
        return new Labelled(person.id(), person.name());
    }

    /** A department. */
    public static Labelled of(Department department) {
        return new Labelled(department.id(), department.name());
    }

    /** A role. */
    public static Labelled of(Role role) {
        return new Labelled(role.id(), role.name());
    }

    /** Somebody of whom the id is known; by the id where nobody is known by it. */
    public static Labelled person(Organisation now, long id) {
        return now.person(id).map(Labelled::of).orElseGet(() -> new Labelled(id, "#" + id));
    }

    /** The same where there may be nobody. */
    public static @Nullable Labelled personOrNull(Organisation now, @Nullable Long id) {
        return id == null ? null : person(now, id);
    }

    /** The department, where there is one. */
    public static @Nullable Labelled departmentOrNull(Organisation now, @Nullable Long id) {
        return id == null ? null : now.department(id).map(Labelled::of).orElse(null);
    }

    /** Those of the people that are known, in the order of their ids. */
    public static List<Labelled> people(Organisation now, Set<Long> ids) {
        return known(ids, id -> now.person(id).map(Labelled::of));
    }

    /** Those of the departments that are known, in the order of their ids. */
    public static List<Labelled> departments(Organisation now, Set<Long> ids) {
        return known(ids, id -> now.department(id).map(Labelled::of));
    }

    /** Those of the roles that are known, in the order of their ids. */
    public static List<Labelled> roles(Organisation now, Set<Long> ids) {
        return known(ids, id -> now.role(id).map(Labelled::of));
    }

    private static List<Labelled> known(Set<Long> ids, LongFunction<Optional<Labelled>> find) {
        return ids.stream().sorted().flatMap(id -> find.apply(id).stream()).toList();
    }
}
