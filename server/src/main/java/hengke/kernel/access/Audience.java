package hengke.kernel.access;

import java.util.Set;

/**
 * Colleagues picked by name, by where they work and by what they do; an empty one is nobody.
 *
 * @param departments with everybody in the departments below, and their heads
 */
public record Audience(Set<Long> people, Set<Long> departments, Set<Long> roles) {
    public Audience {
        people = Set.copyOf(people);
        departments = Set.copyOf(departments);
        roles = Set.copyOf(roles);
    }

    public boolean nobody() {
        return people.isEmpty() && departments.isEmpty() && roles.isEmpty();
    }
}
