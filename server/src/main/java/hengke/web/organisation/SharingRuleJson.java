package hengke.web.organisation;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.SharingRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A sharing rule as it is shown. */
record SharingRuleJson(
        long id,
        String name,
        String object,
        JsonNode filter,
        String right,
        List<Labelled> people,
        List<Labelled> departments,
        List<Labelled> roles,
        boolean active,
        long version) {

    static SharingRuleJson of(Organisation now, SharingRule rule) {
        return new SharingRuleJson(
                rule.id(),
                rule.name(),
                rule.object(),
                rule.filter(),
                rule.edit() ? "edit" : "read",
                labelled(rule.people(), id -> now.person(id).map(Labelled::of)),
                labelled(rule.departments(), id -> now.department(id).map(Labelled::of)),
                labelled(rule.roles(), id -> now.role(id).map(Labelled::of)),
                rule.active(),
                rule.version());
    }

    private static List<Labelled> labelled(Set<Long> ids, Function<Long, Optional<Labelled>> find) {
        return ids.stream().sorted().flatMap(id -> find.apply(id).stream()).toList();
    }
}
