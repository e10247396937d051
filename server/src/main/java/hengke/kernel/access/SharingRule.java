package hengke.kernel.access;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Opens the records of an object that match a filter to people who have a right on the object but whose own scope does
 * not reach so far.
 *
 * @param edit to be edited, and not only read
 * @param departments with everybody in the departments below
 * @param active without it the rule opens nothing
 */
public record SharingRule(
        long id,
        String name,
        String object,
        JsonNode filter,
        boolean edit,
        Set<Long> people,
        Set<Long> departments,
        Set<Long> roles,
        boolean active,
        long version) {

    public SharingRule {
        people = Set.copyOf(people);
        departments = Set.copyOf(departments);
        roles = Set.copyOf(roles);
    }

    /** The people it is for. */
    public Audience audience() {
        return new Audience(people, departments, roles);
    }

    /** The same rule in place of the one with this id. */
    public SharingRule as(long other) {
        return new SharingRule(other, name, object, filter, edit, people, departments, roles, active, version);
    }

    /** The same rule switched off. */
    public SharingRule off() {
        return new SharingRule(id, name, object, filter, edit, people, departments, roles, false, version);
    }

    boolean opens(String objectName, Verb verb) {
        return active && object.equals(objectName) && (verb == Verb.READ || edit && verb == Verb.EDIT);
    }
}
