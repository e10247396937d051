package hengke.web.logs;

import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** People in rows of logs. */
@Component
final class Who {
    private final LiveOrganisation organisation;

    Who(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    void put(ObjectNode row, String key, @Nullable Long id) {
        if (id == null) {
            row.putNull(key);
            return;
        }
        Organisation now = organisation.get();
        row.putObject(key)
                .put("id", id)
                .put("label", now.person(id).map(person -> person.name()).orElse(null));
    }
}
