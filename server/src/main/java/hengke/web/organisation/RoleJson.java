package hengke.web.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import hengke.kernel.access.FieldRule;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Mask;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A role as it is shown. */
record RoleJson(
        long id,
        String name,
        boolean administrator,
        List<GrantJson> grants,
        List<RuleJson> fields,
        List<String> commands,
        List<String> pages,
        long users,
        long version) {

    static RoleJson of(Organisation now, Role role) {
        return new RoleJson(
                role.id(),
                role.name(),
                role.administrator(),
                role.grants().stream().map(GrantJson::of).toList(),
                role.fields().stream().map(RuleJson::of).toList(),
                role.commands().stream().sorted().toList(),
                role.pages().stream().map(PageRight::wire).sorted().toList(),
                now.people().stream()
                        .filter(person -> person.active() && person.roles().contains(role.id()))
                        .count(),
                role.version());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantJson(
            String object,
            String verb,
            String scope,
            @Nullable List<Long> departments,
            @Nullable JsonNode filter) {
        static GrantJson of(Grant grant) {
            return new GrantJson(
                    grant.object(),
                    grant.verb().wire(),
                    grant.scope().wire(),
                    grant.scope() instanceof Scope.Departments(Set<Long> departments)
                            ? departments.stream().sorted().toList()
                            : null,
                    grant.scope() instanceof Scope.Matching(JsonNode filter) ? filter : null);
        }
    }

    /** Mask and reveal only where the field is masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleJson(
            String object,
            String field,
            String right,
            @Nullable String mask,
            @Nullable Boolean reveal) {
        static RuleJson of(FieldRule rule) {
            return new RuleJson(
                    rule.object(),
                    rule.field(),
                    rule.right().wire(),
                    Optional.ofNullable(rule.mask()).map(Mask::wire).orElse(null),
                    rule.reveal() ? true : null);
        }
    }
}
