package hengke.web.organisation;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.SharingRule;
import hengke.web.Labelled;
import java.util.List;
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
                Labelled.people(now, rule.people()),
                Labelled.departments(now, rule.departments()),
                Labelled.roles(now, rule.roles()),
                rule.active(),
                rule.version());
    }
}
