package hengke.kernel.access;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What its holders may do.
 *
 * @param administrator may do everything, managing people and roles included
 * @param fields rights on single fields; what is not mentioned may be edited
 * @param commands names such as {@code customer.claim}, {@code customer.*} or {@code *}
 * @param pages parts of the administration that are open to its holders
 */
public record Role(
        long id,
        String name,
        boolean administrator,
        List<Grant> grants,
        FieldRules fields,
        Set<String> commands,
        Set<PageRight> pages,
        long version) {

    public Role {
        grants = List.copyOf(grants);
        commands = Set.copyOf(commands);
        pages = Set.copyOf(pages);
    }

    public Role(
            long id,
            String name,
            boolean administrator,
            List<Grant> grants,
            List<FieldRule> fields,
            Set<String> commands,
            Set<PageRight> pages,
            long version) {
        this(id, name, administrator, grants, new FieldRules(fields), commands, pages, version);
    }

    /** A role that opens no part of the administration. */
    public Role(
            long id,
            String name,
            boolean administrator,
            List<Grant> grants,
            List<FieldRule> fields,
            Set<String> commands,
            long version) {
        this(id, name, administrator, grants, fields, commands, Set.of(), version);
    }

    Stream<Grant> grants(ObjectDefinition object, Verb verb) {
        return grants.stream().filter(grant -> grant.on(object, verb));
    }

    boolean grantsAny(ObjectDefinition object, Verb verb) {
        return administrator || grants(object, verb).findAny().isPresent();
    }

    boolean allowsCommand(ObjectDefinition object, String command) {
        return administrator
                || commands.contains(Grant.EVERY)
                || commands.contains(object.name() + "." + Grant.EVERY)
                || commands.contains(object.name() + "." + command);
    }

    boolean mentions(String object, String field) {
        return rule(object, field).isPresent();
    }

    /** What this role says about a field. */
    Optional<FieldRule> rule(String object, String field) {
        return fields.on(object, field);
    }

    /** The right on a field as this role alone has it. */
    FieldRight right(String object, String field) {
        if (administrator) {
            return FieldRight.EDIT;
        }
        return rule(object, field).map(FieldRule::right).orElse(FieldRight.EDIT);
    }
}
